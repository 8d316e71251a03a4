import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whileAwaited } from '../../../src/graphql/limits/while-awaited.js';
import type { Reads } from '../../../src/graphql/reader.js';
import { openRepo } from '../../../src/store/index.js';
import type { Repo } from '../../../src/store/repo.js';
import { embedded, type TestStore } from '../../support/stores.js';

let store: TestStore;
let repo: Repo;
beforeEach(async () => {
  store = await embedded();
  repo = await openRepo(store.config);
});
afterEach(async () => {
  await repo.close();
  await store.remove();
});

const order = { field: 'displayName', direction: 'ASC' } as const;
const page = { anyOf: [{ source: 'a' }], order, tieBreaker: 'id', limit: 1 } as const;

const reads: readonly [string, (from: Reads) => Promise<unknown>][] = [
  ['getMany', (from) => from.getMany('licenses', ['License:a:1@1'])],
  ['page', (from) => from.page('licenses', page)],
  ['pageEach', (from) => from.pageEach('licenses', [page])],
  ['countEach', (from) => from.countEach('licenses', [{ anyOf: [{ source: 'a' }] }])],
  [
    'scan',
    async (from) => {
      for await (const chunk of from.scan('licenses', { source: 'a' })) if (chunk.length > 1_000) break;
    },
  ],
];

describe.each(reads)('%s', (_name, read) => {
  it('reads while somebody waits, and nothing any more when nobody does', async () => {
    const waiting = new AbortController();
    const from = whileAwaited(repo, () => !waiting.signal.aborted);
    await read(from);
    waiting.abort();
    await expect(read(from)).rejects.toMatchObject({ extensions: { code: 'ABANDONED' } });
  });
});
