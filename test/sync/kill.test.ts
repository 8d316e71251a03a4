import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SourceState } from '../../src/domain/source-state.js';
import { openRepo } from '../../src/store/index.js';
import type { Doc, Repo } from '../../src/store/repo.js';
import { replaceCollection, replaceState } from '../../src/sync/replace.js';
import { OPEN_END } from '../../src/sync/stored.js';
import { createWriteTurns } from '../../src/sync/write-turns.js';
import { embedded, type TestStore } from '../support/stores.js';

const KILLS = 20;
const SIZE = 300;
const child = resolve(import.meta.dirname, '../support/sync-until-killed.mjs');

let store: TestStore;
beforeAll(async () => {
  store = await embedded();
});
afterAll(() => store.remove());

const dataDir = () => ('dataDir' in store.config ? store.config.dataDir : '');

/** Lets the child sync a few generations, then kills it in the midst of the next; answers what it acknowledged last. */
function syncAndKill(first: number, generations: number, delayMs: number): Promise<number> {
  const process_ = spawn(process.execPath, [child, dataDir(), String(first), String(SIZE)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = first - 1;
  let armed = false;
  createInterface({ input: process_.stdout }).on('line', (line) => {
    const [what, generation] = line.split(' ');
    if (what === 'done') acknowledged = Number(generation);
    if (what === 'start' && Number(generation) === first + generations && !armed) {
      armed = true;
      setTimeout(() => process_.kill('SIGKILL'), delayMs);
    }
  });
  return new Promise((done) => process_.once('close', () => done(acknowledged)));
}

async function visible(repo: Repo, state: SourceState): Promise<Doc[]> {
  const docs: Doc[] = [];
  const filter = { source: 'victim', from: { lte: state.revision }, until: { gt: state.revision } };
  for await (const chunk of repo.scan('licenses', filter)) docs.push(...chunk);
  return docs;
}

it(`survives kill -9 during a sync, ${KILLS} times: readers see one whole snapshot, and nothing acknowledged is lost`, async () => {
  let next = 1;
  let torn = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const acknowledged = await syncAndKill(next, 2, kill * 2);
    const repo = await openRepo(store.config);
    try {
      const state = (await repo.get('sources', 'victim')) as (Doc & SourceState) | null;
      if (state === null) throw new Error('the source is gone');
      if (state.writing !== null) torn++;
      const generation = Number(state.version);
      expect(generation).toBeGreaterThanOrEqual(acknowledged);
      const docs = await visible(repo, state);
      expect(new Set(docs.map((doc) => doc.displayName))).toEqual(new Set([`generation ${generation}`]));
      expect(new Set(docs.map((doc) => doc.id)).size).toBe(SIZE);
      expect(docs).toHaveLength(SIZE);
      next = generation + 1;
    } finally {
      await repo.close();
    }
  }
  // Otherwise no kill met a write under way, and the test has shown nothing.
  expect(torn).toBeGreaterThan(0);
}, 120_000);

it('clears away, at the next write, what a killed writer left: its new versions, and the ends it gave to old ones', async () => {
  const own = await embedded();
  const repo = await openRepo(own.config);
  const now = new Date('2026-01-01T00:00:00Z');
  const draft = (name: string) => ({
    id: `License:victim:${name}`,
    source: 'victim',
    displayName: name,
    status: 'ACTIVE',
    hash: name,
  });
  const inTurn = createWriteTurns({ repo, source: { name: 'victim', kind: 'static' } });
  const write = (...names: string[]) => {
    const drafts = names.map((name) => ({ ...draft(name), body: () => draft(name) }));
    return inTurn(async (turn) =>
      replaceState(turn, [], {}, now, await replaceCollection(turn, 'licenses', drafts, now)),
    );
  };
  const first = await write('kept', 'ended');

  // What a writer has done when it is killed just before the revision moves on.
  const writing: Doc & SourceState = { ...first.state, writing: 2, writer: 'the victim', stamp: first.state.stamp + 1 };
  await repo.compareAndSet('sources', { stamp: first.state.stamp }, writing);
  await repo.insertMany('licenses', [{ ...draft('torn'), _id: 'License:victim:torn@2', from: 2, until: OPEN_END }]);
  await repo.patchMany('licenses', ['License:victim:ended@1'], { until: 2 });
  const names = async (at: SourceState) => (await visible(repo, at)).map((doc) => doc.displayName).sort();
  expect(await names(writing)).toEqual(['ended', 'kept']);

  const next = await write('kept', 'ended', 'new');
  expect(next).toMatchObject({ inserted: 1, ended: 0, state: { writing: null } });
  expect(await names(next.state)).toEqual(['ended', 'kept', 'new']);
  await repo.close();
  await own.remove();
});
