/** Where the mutations of Splunk are tried: a gateway over HTTP, a license manager behind a proxy, and all they say. */
import { expect } from 'vitest';
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

export interface Expected {
  readonly code: string;
  readonly path: readonly string[] | null;
  /** A part of the message. */
  readonly says?: string;
  /** How many; default none. */
  readonly writes?: 0 | 1;
}

/** Refused, with nothing changed at the vendor, and on record. */
export async function expectRefused(
  desk: Desk,
  name: string,
  input: string,
  { code, path, says = '', writes = 0 }: Expected,
): Promise<void> {
  const state = desk.snapshot();
  const { payload, sent, entries, leaks } = await desk.send(name, input);
  expect(payload.errors).toEqual([{ code, path, message: expect.stringContaining(says) }]);
  expect(sent).toHaveLength(writes);
  expect(desk.snapshot()).toBe(state);
  expect(entries).toMatchObject([{ action: name, actor: 'admin', outcome: 'REFUSED', code, after: null }]);
  expect(leaks).toEqual([]);
}
