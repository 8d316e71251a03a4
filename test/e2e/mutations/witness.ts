/** A gateway before one emulated vendor, with a proxy between them that counts writes: for tables of mutations. */
import { expect } from 'vitest';
import type { Clock } from '../../../src/domain/ports.js';
import { keys, startGateway, type TestGateway, type TestSource } from '../../support/gateway.js';
import { type ProxiedWrite, startWriteProxy, type WriteProxy } from '../../support/write-faults.js';

export interface Payload {
  readonly errors: readonly { readonly code: string; readonly message: string; readonly path: string[] | null }[];
  readonly [field: string]: unknown;
}

export interface Entry {
  readonly outcome: string;
  readonly code: string | null;
  readonly [field: string]: unknown;
}

/** What came of one mutation, as far as anybody can see. */
export interface Seen {
  readonly payload: Payload | null;
  /** The code of what was thrown. */
  readonly thrown: unknown;
  /** Those that reached the vendor's address because of it. */
  readonly writes: readonly ProxiedWrite[];
  /** The entries that it left, newest first. */
  readonly audit: readonly Entry[];
}

export interface Witness {
  readonly gateway: TestGateway;
  readonly proxy: WriteProxy;
  /** No secret and no address may stand in the answer, or in the entries. */
  send(name: string, input: object, fields?: string, key?: string): Promise<Seen>;
  /** The answer to a query, which must hold no error. */
  look(query: string, key?: string): Promise<unknown>;
  /** Reads the source again, whatever was under way before. */
  reread(): Promise<void>;
  close(): Promise<void>;
}

export interface Setting {
  readonly upstreamUrl: string;
  /** But for its address. */
  readonly source: Omit<TestSource, 'url'>;
  /** What may be seen nowhere. */
  readonly secrets: readonly string[];
  readonly now: Date;
}

export async function startWitness({ upstreamUrl, source, secrets, now }: Setting): Promise<Witness> {
  const proxy = await startWriteProxy(upstreamUrl);
  const gateway = await startGateway([{ ...source, url: proxy.url }], { clock: stepping(now) });
  const hidden = [...secrets, new URL(proxy.url).host, new URL(upstreamUrl).host];

  /** At most the newest two: more than one is one too many. */
  async function entriesOf(action: string) {
    const text = `query ($actions: [String!]) { auditEntries(first: 2, filter: { actions: $actions }) { totalCount nodes {
      actor role action subjectId before after outcome code upstreamRequestId } } }`;
    const { data } = await gateway.ask<{ auditEntries: { totalCount: number; nodes: Entry[] } }>(text, {
      actions: [action],
    });
    return data?.auditEntries ?? { totalCount: 0, nodes: [] };
  }

  return {
    gateway,
    proxy,
    async send(name, input, fields = '', key = keys.ADMIN) {
      const [written, { totalCount }] = [proxy.writes.length, await entriesOf(name)];
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
      const text = `mutation ($input: ${type}) { ${name}(input: $input) { ${fields} errors { code message path } } }`;
      const answer = await gateway.ask<Record<string, Payload>>(text, { input }, key);
      const now = await entriesOf(name);
      const seen = {
        payload: answer.data?.[name] ?? null,
        thrown: answer.errors?.[0]?.extensions.code ?? null,
        writes: proxy.writes.slice(written),
        audit: now.nodes.slice(0, now.totalCount - totalCount),
      };
      const shown = JSON.stringify([answer, now.nodes]);
      for (const secret of hidden) expect(shown).not.toContain(secret);
      return seen;
    },
    async look(query, key) {
      const { data, errors } = await gateway.ask(query, {}, key);
      expect(errors).toBeUndefined();
      return data;
    },
    async reread() {
      const answer = await gateway.ask<{ refreshSource: Payload }>(
        `mutation { refreshSource(input: { sourceId: "Source:${source.name}" }) { errors { message } } }`,
      );
      expect(answer).toMatchObject({ data: { refreshSource: { errors: [] } } });
    },
    async close() {
      await gateway.close();
      await proxy.close();
    },
  };
}

/** How a mutation ends that is not done. */
export interface End {
  readonly code: string;
  readonly path?: readonly string[] | null;
  readonly message: RegExp;
  readonly outcome: 'REFUSED' | 'FAILED' | 'UNKNOWN';
}

export function notDone(
  { payload, thrown, writes, audit }: Seen,
  { code, path = null, message, outcome }: End,
  sent: 0 | 1,
): void {
  expect(thrown).toBeNull();
  const { errors, ...rest } = payload ?? { errors: [] };
  expect(errors).toEqual([{ code, path, message: expect.stringMatching(message) }]);
  expect(Object.values(rest).every((value) => value === null)).toBe(true);
  expect(writes).toHaveLength(sent);
  expect(audit).toMatchObject([{ outcome, code, after: null }]);
}

/** A millisecond later at every look, so that what comes later is also dated later. */
function stepping(start: Date): Clock {
  let looks = 0;
  return { now: () => new Date(start.getTime() + looks++) };
}
