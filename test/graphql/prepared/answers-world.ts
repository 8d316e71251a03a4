/** A gateway whose sources, clock and configuration a test moves, and beside it one over the same store that keeps nothing. */
import { execute, parse } from 'graphql';
import { createApp } from '../../../src/app.js';
import { type ApiKey, hashKey } from '../../../src/auth/api-key.js';
import type { Role } from '../../../src/auth/roles.js';
import { silentLogger } from '../../../src/domain/ports.js';
import type { Snapshot } from '../../../src/domain/snapshot.js';
import type { AlertTester, Commands } from '../../../src/graphql/context.js';
import { createCallerRates } from '../../../src/graphql/limits/caller-rates.js';
import { createOperationContexts } from '../../../src/graphql/operation-context.js';
import { createSchema } from '../../../src/graphql/schema.js';
import { openRepo } from '../../../src/store/index.js';
import { createAuditLog } from '../../../src/sync/audit-log.js';
import { countingRepo } from '../../support/counting-repo.js';
import { configOf } from '../../support/gateway.js';
import { operationLimits } from '../../support/limits.js';
import { silentPino } from '../../support/silent-pino.js';
import { staticSource } from '../../support/static-source.js';
import type { TestStore } from '../../support/stores.js';

export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface Caller {
  readonly name: string;
  readonly role: Role;
  readonly sources: readonly string[] | null;
}

const ones: readonly Caller[] = (['VIEWER', 'OPERATOR', 'ADMIN'] as const).flatMap((role) =>
  [null, ['splunk'], ['spl*'], ['*'], ['recon', 'spl'], ['SPLUNK'], ['recon,spl'], ['no*', 'recon']].map(
    (sources, i) => ({ name: `${role} ${i}`, role, sources }),
  ),
);

/** Each has a twin of the same role and scope: answers of the one are kept for the other. */
export const callers: readonly Caller[] = ones.flatMap((one) => [one, { ...one, name: `${one.name} too` }]);
export const twinOf = ({ name }: Caller) =>
  callers.find((other) => other.name === (name.endsWith(' too') ? name.slice(0, -4) : `${name} too`));

/** What the gateway's configuration says at the moment. */
export interface Setting {
  readonly names: readonly string[];
  readonly syncIntervalMs: number;
  readonly warning: number;
}

export const SOURCES = ['splunk', 'spl', 'recon'];
const START = Date.parse('2026-03-01T12:00:00Z');

export type World = Awaited<ReturnType<typeof startWorld>>;

export async function startWorld(store: TestStore, says: (source: string, now: Date) => Partial<Snapshot>) {
  let now = START;
  const clock = { now: () => new Date(now) };
  const statics = SOURCES.map((name) => staticSource(name, says(name, clock.now())));
  const modules = statics.map(({ module }) => module);
  const { repo, calls } = countingRepo(await openRepo(store.config));
  let setting: Setting = { names: SOURCES, syncIntervalMs: 3_600_000, warning: 0.8 };
  const apiKeys: ApiKey[] = callers.map((caller) => ({ ...caller, sha256: hashKey(keyOf(caller)) }));
  const sources = () =>
    statics
      .map(({ source }) => ({ ...source, syncIntervalMs: setting.syncIntervalMs }))
      .filter(({ name }) => setting.names.includes(name));
  const config = () => {
    const base = configOf(sources(), store, { dashboard: false });
    return { ...base, auth: { ...base.auth, apiKeys }, quota: { ...base.quota, warning: setting.warning } };
  };
  const app = await createApp(config(), { repo, modules, clock, logger: silentPino, onProgress: () => {} });
  const schema = createSchema(modules);
  const refresh = async () => {
    for (const { name } of sources()) await app.refresh(name);
  };
  await refresh();

  async function send(caller: Caller, asked: Asked): Promise<string> {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${keyOf(caller)}` },
      body: JSON.stringify(asked),
    });
    return response.text();
  }

  /** By graphql-js, from the store. */
  async function read(viewer: Caller, { query, variables = {} }: Asked): Promise<unknown> {
    const { contextOf } = createOperationContexts({
      sources: () => sources().map((source) => knownSource(source, modules)),
      limits: operationLimits,
      admit: () => query,
      rates: createCallerRates(operationLimits),
      policy: () => config().quota,
      repo,
      changes: { listen: () => () => {} },
      commands: {} as Commands,
      audit: createAuditLog({ repo, clock, logger: silentLogger }),
      alerts: {} as AlertTester,
      apiKeys: async () => [],
      clock,
      logger: silentLogger,
    });
    const contextValue = await contextOf({
      viewer,
      requestId: 'r',
      asked: { query },
      signal: new AbortController().signal,
    });
    const { data } = await execute({ schema, document: parse(query), contextValue, variableValues: variables });
    return data ?? null;
  }

  let texts = 0;
  return {
    repo,
    schema,
    calls,
    clock,
    statics,
    send,
    read,
    refresh,
    /** As a text that was never asked before, which nothing is kept or prepared of. */
    sendNew: (caller: Caller, { query, ...rest }: Asked) =>
      send(caller, { ...rest, query: `${query}\n# ${String(++texts)}` }),
    setting: () => setting,
    /** What is stored of the sources, as a text. */
    async stored() {
      return JSON.stringify(await repo.getMany('sources', SOURCES), (_key, value) =>
        typeof value === 'bigint' ? String(value) : value,
      );
    },
    pass(ms: number) {
      now += ms;
    },
    async set(next: Partial<Setting>) {
      setting = { ...setting, ...next };
      await app.reload(config());
      await refresh();
    },
    async close() {
      await app.close();
      await store.remove();
    },
  };
}

export function keyOf({ name }: Caller): string {
  return `key-0123456789-${name.replaceAll(' ', '-')}`;
}

function knownSource(
  { name, kind, syncIntervalMs }: { readonly name: string; readonly kind: string; readonly syncIntervalMs: number },
  modules: readonly ReturnType<typeof staticSource>['module'][],
) {
  const capabilities = modules.find((module) => module.kind === kind)?.capabilities ?? [];
  return { name, kind, syncIntervalMs, capabilities };
}
