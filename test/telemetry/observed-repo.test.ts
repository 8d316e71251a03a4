import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Measured, Telemetry } from '../../src/domain/ports.js';
import { openRepo } from '../../src/store/index.js';
import { DuplicateKeyError, type Repo } from '../../src/store/repo.js';
import { observedRepo } from '../../src/telemetry/observed-repo.js';
import { embedded, type TestStore } from '../support/stores.js';

let store: TestStore;
let inner: Repo;
beforeAll(async () => {
  store = await embedded();
  inner = await openRepo(store.config);
});
afterAll(async () => {
  await inner.close();
  await store.remove();
});

function observed() {
  const calls: string[] = [];
  const measure: Telemetry['measure'] = (what: Measured, work) => {
    calls.push(what.kind === 'store' ? `${what.operation} ${what.collection}` : what.kind);
    return work();
  };
  return { calls, repo: observedRepo(inner, { measure }) };
}

it('measures each call under its collection and name, and answers what the store answers', async () => {
  const { repo, calls } = observed();
  const doc = { _id: 'a', lastUsedAt: null };
  await repo.insertMany('keyUses', [doc]);
  expect(await repo.get('keyUses', 'a')).toEqual(doc);
  expect(await repo.bump('keyUses', 'a', { n: 2 })).toMatchObject({ n: 2 });
  await expect(repo.insertMany('keyUses', [doc])).rejects.toThrow(DuplicateKeyError);
  expect(calls).toEqual(['insertMany keyUses', 'get keyUses', 'bump keyUses', 'insertMany keyUses']);
});

it('measures every chunk of a scan, and ends one that nobody reads on', async () => {
  const { repo, calls } = observed();
  await repo.insertMany(
    'pools',
    Array.from({ length: 3_000 }, (_, i) => ({
      _id: `Pool:s:p${i}@1`,
      id: `Pool:s:p${i}`,
      source: 's',
      from: 1,
      until: 9,
    })),
  );
  calls.length = 0;
  let read = 0;
  for await (const docs of repo.scan('pools', { source: 's' })) read += docs.length;
  expect(read).toBe(3_000);
  expect(calls.length).toBeGreaterThan(1);
  expect(new Set(calls)).toEqual(new Set(['scan pools']));
  for await (const _ of repo.scan('pools', { source: 's' })) break;
});

it('leaves everything else of a store as it is', async () => {
  const { repo, calls } = observed();
  expect(repo.isShared).toBe(inner.isShared);
  expect(repo.written('pools')).toBe(inner.written('pools'));
  await repo.ping();
  expect(calls).toEqual([]);
});
