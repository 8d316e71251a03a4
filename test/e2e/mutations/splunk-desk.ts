/** Where the mutations of Splunk are tried: a gateway over HTTP, a license manager behind a proxy, and all they say. */
import type { SplunkState } from '../../../src/emulators/splunk/index.js';
import { standInLicense, startSplunkEmulator } from '../../../src/emulators/splunk/index.js';
import { splunkSourceOf } from '../../support/emulators.js';
import { keys, startGateway, type TestSource } from '../../support/gateway.js';
import { startWriteProxy } from '../../support/write-faults.js';

export const NOW = new Date('2026-10-09T06:15:30Z');
export const GIB = 1024n ** 3n;
export const A = '74A43C7E-C33C-41F6-B027-E603D2C3FE68';
export const B = '1F3A34AE-75DA-4680-B184-5BF309843919';
export const MAIN = 'auto_generated_pool_enterprise';
export const STACK = 'Stack:splunk:enterprise';

export const LICENSE = standInLicense({
  quota: 5n * GIB,
  label: 'Peak season',
  guid: 'AAAAAAAA-0000-4000-8000-000000000007',
});

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
}

export interface Payload {
  readonly errors: readonly Refusal[];
  readonly [field: string]: unknown;
}

export interface Entry {
  readonly action: string;
  readonly actor: string;
  readonly subjectId: string | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export interface World {
  readonly licenses: { readonly nodes: readonly { readonly id: string; readonly displayName: string }[] };
  readonly groups: { readonly nodes: readonly { readonly id: string; readonly isActive: boolean }[] };
  readonly pools: { readonly nodes: readonly ShownPool[] };
}

export interface ShownPool {
  readonly id: string;
  readonly description: string | null;
  readonly isMax: boolean;
  readonly limit: string | null;
  readonly peerVendorIds: readonly string[];
}

export interface DeskOptions {
  readonly scenario?: string;
  /** Of one request of the source, in ms. */
  readonly timeoutMs?: number;
  readonly change?: (state: SplunkState) => void;
  /** Beside Splunk. */
  readonly others?: readonly TestSource[];
}

export async function openDesk({ scenario = 'demo', timeoutMs = 10_000, change, others = [] }: DeskOptions = {}) {
  const clock = { now: () => NOW };
  const emulator = await startSplunkEmulator({ scenario, clock });
  const { state } = emulator;
  change?.(state);
  const pristine = structuredClone(state);
  const proxy = await startWriteProxy(emulator.url);
  const splunk = { ...splunkSourceOf(emulator), url: proxy.url, timeoutMs };
  const gateway = await startGateway([splunk, ...others], { clock });
  await gateway.refresh();
  const secrets = [...secretsOf(LICENSE), 'changeme', new URL(proxy.url).host, new URL(emulator.url).host];
  let writes = 0;
  const known = new Set<string>();

  async function audit(name: string): Promise<readonly (Entry & { readonly id: string })[]> {
    const text = `query ($name: String!) { auditEntries(first: 500, filter: { actions: [$name] }) { nodes {
      id actor action subjectId outcome code before after upstreamRequestId } } }`;
    const { data } = await gateway.ask<{ auditEntries: { nodes: (Entry & { id: string })[] } }>(text, { name });
    return data?.auditEntries.nodes ?? [];
  }

  return {
    state,
    proxy,
    gateway,
    expireSessions: () => emulator.expireSessions(),
    snapshot: () => JSON.stringify(state, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value)),
    /** As it was at first, and seen so. */
    async reset() {
      proxy.fail(null);
      Object.assign(state, structuredClone(pristine));
      await refresh();
    },
    refresh,
    /** One mutation: its payload, and what it brought to the proxy and to the audit log. */
    async send(name: string, input: string, fields = '', key: string = keys.ADMIN) {
      const text = `mutation { ${name}(input: { ${input} }) { ${fields} errors { code message path } } }`;
      const answer = await gateway.ask<Record<string, Payload>>(text, {}, key);
      const all = await audit(name);
      const entries = all.filter(({ id }) => !known.has(id));
      for (const { id } of entries) known.add(id);
      const sent = proxy.writes.slice(writes);
      writes = proxy.writes.length;
      const payload = answer.data?.[name];
      if (payload == null) throw new Error(JSON.stringify(answer));
      const shown = JSON.stringify([answer, all]);
      const leaks = secrets.filter((secret) => shown.includes(secret));
      return { payload, sent, entries, leaks };
    },
    async world(): Promise<World> {
      const { data } = await gateway.ask<World>(`{
        licenses(first: 500, filter: { sources: ["splunk"] }) { nodes { id displayName } }
        groups(filter: { sources: ["splunk"] }) { nodes { id ... on SplunkGroup { isActive } } }
        pools(first: 500, filter: { sources: ["splunk"] }) { nodes { id description isMax limit peerVendorIds } }
      }`);
      if (data == null) throw new Error('the gateway does not answer');
      return data;
    },
    async close() {
      await gateway.close();
      await proxy.close();
      await emulator.close();
    },
  };

  /** In a run that begins now, whatever is under way. */
  async function refresh(): Promise<void> {
    const text = 'mutation { refreshSource(input: { sourceId: "Source:splunk" }) { errors { message } } }';
    const { data } = await gateway.ask<{ refreshSource: Payload }>(text);
    const { errors = [] } = data?.refreshSource ?? {};
    if (data == null || errors.length > 0) throw new Error(JSON.stringify(errors));
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

export const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** As an argument in a GraphQL text. */
export const literal = (value: string | readonly string[]): string => JSON.stringify(value);

/** A file as it is, as it is uploaded, and as it is sent on. */
function secretsOf(license: string): readonly string[] {
  const signature = /<signature>([^<]+)/.exec(license)?.[1] ?? license;
  return [signature, encodeURIComponent(signature), base64(license).slice(0, 40), '<payload>', '%3Cpayload%3E'];
}

export interface Action {
  readonly input: string;
  readonly fields: string;
  /** What is answered besides the errors when it is done. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** Of the audit entry, when it is done. */
  readonly subjectId: string;
  /** What a 404 of the write stands for. */
  readonly notFound: { readonly code: string; readonly path: readonly string[] | null };
  /** At the vendor. */
  isDone(state: SplunkState): boolean;
  /** In the graph. */
  isShown(world: World): boolean;
}

const HASH = /<payload>.*<\/payload>/s;
const uploaded = await hashOf(LICENSE);
const NEW = 'new/pool 50%';
const POOL_FIELDS = 'pool { id description isMax limit peerVendorIds }';
const MADE = {
  id: `Pool:splunk:${encodeURIComponent(NEW)}`,
  description: 'a+b & c',
  isMax: false,
  limit: '52428800',
  peerVendorIds: [A, B],
};
const EDITED = {
  id: 'Pool:splunk:web',
  description: 'other words',
  isMax: false,
  limit: '52428800',
  peerVendorIds: [B],
};

/** One good use of every mutation on the demo's license manager; `gone` is the hash of a license that may go. */
export function actionsOn({ licenses }: SplunkState): Readonly<Record<string, Action>> {
  const ending = licenses.find(({ label }) => label === 'Splunk Enterprise, peak season')?.hash ?? '';
  const has = (nodes: readonly { readonly id: string }[], id: string) => nodes.some((node) => node.id === id);
  const holds = (world: World, pool: ShownPool) =>
    world.pools.nodes.some((each) => JSON.stringify(sorted(each)) === JSON.stringify(sorted(pool)));
  return {
    uploadLicense: {
      input: `sourceId: "Source:splunk", content: ${literal(base64(LICENSE))}`,
      fields: 'license { id displayName status }',
      answer: { license: { id: `License:splunk:${uploaded}`, displayName: 'Peak season', status: 'ACTIVE' } },
      subjectId: `License:splunk:${uploaded}`,
      notFound: { code: 'UPSTREAM_REJECTED', path: null },
      isDone: (state) => state.licenses.filter(({ label }) => label === 'Peak season').length === 1,
      isShown: ({ licenses: shown }) => has(shown.nodes, `License:splunk:${uploaded}`),
    },
    deleteLicense: {
      input: `licenseId: "License:splunk:${ending}"`,
      fields: 'deletedId',
      answer: { deletedId: `License:splunk:${ending}` },
      subjectId: `License:splunk:${ending}`,
      notFound: { code: 'LICENSE_NOT_FOUND', path: ['licenseId'] },
      isDone: (state) => !state.licenses.some(({ hash }) => hash === ending),
      isShown: ({ licenses: shown }) => !has(shown.nodes, `License:splunk:${ending}`),
    },
    activateGroup: {
      input: 'groupId: "Group:splunk:Free"',
      fields: 'group { id ... on SplunkGroup { isActive } }',
      answer: { group: { id: 'Group:splunk:Free', isActive: true } },
      subjectId: 'Group:splunk:Free',
      notFound: { code: 'GROUP_NOT_FOUND', path: ['groupId'] },
      isDone: (state) => state.groups.every(({ name, isActive }) => isActive === (name === 'Free')),
      isShown: ({ groups }) => groups.nodes.every(({ id, isActive }) => isActive === (id === 'Group:splunk:Free')),
    },
    createPool: {
      input: `stackId: "${STACK}", name: "${NEW}", quota: "50MB", description: "a+b & c", peers: ${literal([A, B])}`,
      fields: POOL_FIELDS,
      answer: { pool: MADE },
      subjectId: MADE.id,
      notFound: { code: 'STACK_NOT_FOUND', path: ['stackId'] },
      isDone: (state) => {
        const pool = state.pools.find(({ name }) => name === NEW);
        return pool?.quota === 52_428_800n && pool.description === 'a+b & c' && pool.peers.join() === `${A},${B}`;
      },
      isShown: (world) => holds(world, MADE),
    },
    updatePool: {
      input: `poolId: "Pool:splunk:web", quota: "50MB", description: "other words", peers: ["${B}"]`,
      fields: POOL_FIELDS,
      answer: { pool: EDITED },
      subjectId: EDITED.id,
      notFound: { code: 'POOL_NOT_FOUND', path: ['poolId'] },
      isDone: (state) => {
        const pool = state.pools.find(({ name }) => name === 'web');
        return pool?.quota === 52_428_800n && pool.description === 'other words' && pool.peers.join() === B;
      },
      isShown: (world) => holds(world, EDITED),
    },
    deletePool: {
      input: 'poolId: "Pool:splunk:archive"',
      fields: 'deletedId',
      answer: { deletedId: 'Pool:splunk:archive' },
      subjectId: 'Pool:splunk:archive',
      notFound: { code: 'POOL_NOT_FOUND', path: ['poolId'] },
      isDone: (state) => !state.pools.some(({ name }) => name === 'archive'),
      isShown: ({ pools }) => !has(pools.nodes, 'Pool:splunk:archive'),
    },
  };
}

/** As the manager names a license: by the hash of its payload. */
async function hashOf(license: string): Promise<string> {
  const payload = new TextEncoder().encode(HASH.exec(license)?.[0] ?? '');
  return Buffer.from(await crypto.subtle.digest('SHA-256', payload))
    .toString('hex')
    .toUpperCase();
}

function sorted(pool: ShownPool): readonly unknown[] {
  return [pool.id, pool.description, pool.isMax, pool.limit, [...pool.peerVendorIds].sort()];
}
