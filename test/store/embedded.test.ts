/** The embedded engine: the contract, and what only a store in files has to prove. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CollectionDefinition } from '../../src/store/collections.js';
import { openEmbeddedRepo } from '../../src/store/embedded/repo.js';
import { type Doc, InvalidQueryError, type PageQuery, type Repo, StoreUnavailableError } from '../../src/store/repo.js';
import { things } from '../contracts/repo.arbitraries.js';
import { type EngineUnderTest, repoContract } from '../contracts/repo.contract.js';
import { guardContract } from '../contracts/repo.guards.contract.js';
import { killed } from '../support/killed.js';

const WRITER = resolve(import.meta.dirname, '../support/store-writer.mjs');

describe('embedded engine', () => {
  const engine = (): EngineUnderTest => {
    let dir = '';
    return {
      async open(collections) {
        dir = await mkdtemp(join(tmpdir(), 'license-gateway-store-'));
        return openEmbeddedRepo({ dir, collections });
      },
      async reopen(repo, collections) {
        await repo.close();
        return openEmbeddedRepo({ dir, collections });
      },
      remove: () => rm(dir, { recursive: true, force: true }),
      runs: { sets: 60, queries: 40 },
    };
  };
  repoContract(engine);
  guardContract(engine);
});

describe('an embedded store', () => {
  let dir: string;
  const children: ChildProcess[] = [];
  const open = (collections: readonly CollectionDefinition[] = [things]) => openEmbeddedRepo({ dir, collections });

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'license-gateway-store-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await killed(child);
    await rm(dir, { recursive: true, force: true });
  });

  it('is readable by its owner only: license keys are in it', async () => {
    const repo = await open();
    expect((await stat(join(dir, 'store.mdb'))).mode & 0o777).toBe(0o600);
    await repo.close();
  });

  it('loses nothing acknowledged when its process is killed, again and again', async () => {
    let acknowledged = -1;
    for (let round = 0; round < 4; round += 1) {
      const { child, lines } = await writer('write');
      for await (const line of lines) {
        acknowledged = Number(line.split(' ')[1]);
        // Each round is killed at another moment of a batch.
        if (acknowledged % 5 === round) break;
      }
      await killed(child);
      const repo = await open();
      const docs = await all(repo);
      const complete = docs.filter((doc) => Number(doc.batch) <= acknowledged);
      expect(complete).toHaveLength((acknowledged + 1) * 150);
      expect(complete.filter((doc) => doc.until === 9)).toHaveLength((acknowledged + 1) * 50);
      expect((await repo.get('things', 'tally'))?.batches).toBeGreaterThanOrEqual(acknowledged + 1);
      await expectIndexesToAgree(repo, docs);
      // What was begun and not acknowledged goes, so that the next round starts at a whole batch.
      await repo.deleteWhere('things', { source: 's1', batch: { gt: acknowledged } });
      await repo.close();
    }
    expect(acknowledged).toBeGreaterThan(0);
  });

  it('is refused while another process has it open, by that process’s id, and taken over once that was killed', async () => {
    const { child } = await writer('hold');
    const error = await failureOf(open());
    expect(error.message).toContain(`${dir} is in use by process ${child.pid}`);
    await killed(child);
    await (await open()).close();
  });

  it('is refused to the process that has it open already, which goes on undisturbed', async () => {
    const repo = await open();
    expect((await failureOf(open())).message).toContain(`in use by process ${process.pid}`);
    await repo.insertMany('things', [thing('a')]);
    expect(await repo.get('things', 'a')).toEqual(thing('a'));
    await repo.close();
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, started: 'x' })],
    ['an earlier process that had our id', JSON.stringify({ pid: process.pid, started: 'x' })],
    [
      'an earlier process whose id another has now',
      JSON.stringify({ pid: process.ppid, started: 'an earlier boot 1' }),
    ],
    ['a crash in the middle of writing it', '{"pid":'],
    ['nobody knows whom', 'hello'],
  ])('takes over a lock left by %s', async (_, content) => {
    await writeFile(join(dir, 'store.lock'), content);
    const repo = await open();
    expect(JSON.parse(await readFile(join(dir, 'store.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    await repo.close();
    await expect(readFile(join(dir, 'store.lock'))).rejects.toThrow('ENOENT');
  });

  it('makes its directory, and says so when it cannot', async () => {
    const nested = join(dir, 'deep', 'er.d');
    await (await openEmbeddedRepo({ dir: nested, collections: [things] })).close();
    await writeFile(join(dir, 'file'), '');
    const error = await failureOf(openEmbeddedRepo({ dir: join(dir, 'file', 'data'), collections: [things] }));
    expect(error.message).toContain(`the data directory ${join(dir, 'file', 'data')} cannot be written`);
  });

  it('refuses files that are no store of its own', async () => {
    await writeFile(join(dir, 'store.mdb'), 'this is something else'.repeat(1000));
    expect((await failureOf(open())).message).toContain(`the store in ${dir} cannot be opened`);
  });

  it('builds the indexes that are new and drops those no longer declared', async () => {
    const docs = Array.from({ length: 1300 }, (_, n) =>
      thing(`t${n}`, { name: `${n % 9}`, kind: n % 2 === 0 ? 'red' : 'blue' }),
    );
    const few: CollectionDefinition = { name: 'things', indexes: [{ fields: ['id'] }, { fields: ['kind', 'id'] }] };
    let repo = await open([few]);
    await repo.insertMany('things', docs);
    expect(await repo.count('things', { anyOf: [{ kind: 'red' }] })).toBe(650);
    await expect(repo.count('things', { anyOf: [{ source: 's1' }] })).rejects.toBeInstanceOf(InvalidQueryError);
    await repo.close();

    repo = await open();
    await expectIndexesToAgree(repo, docs);
    await expect(repo.count('things', { anyOf: [{ kind: 'red' }] })).rejects.toBeInstanceOf(InvalidQueryError);
    await repo.deleteWhere('things', { source: 's1', name: '3' });
    await repo.close();

    repo = await open([few]);
    expect(await repo.count('things', { anyOf: [{ kind: { in: ['red', 'blue'] } }] })).toBe(
      docs.filter((doc) => doc.name !== '3').length,
    );
    await repo.close();
  });

  it('answers nothing more once it is closed', async () => {
    const repo = await open();
    await repo.close();
    await repo.close();
    await expect(repo.get('things', 'a')).rejects.toThrow('closed');
    await expect(repo.insertMany('things', [thing('a')])).rejects.toThrow('closed');
  });

  it('lets others in while it reads and writes much', async () => {
    const repo = await open();
    const docs = Array.from({ length: 6000 }, (_, n) =>
      thing(`t${n}`, { name: `${n}`, note: 'n1', words: ['common', `w${n}`] }),
    );
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    });
    await repo.insertMany('things', docs);
    const whileWriting = turns;
    await repo.count('things', { anyOf: [{ source: 's1', note: 'n1' }] });
    clearInterval(ticking);
    expect(whileWriting).toBeGreaterThan(5);
    expect(turns).toBeGreaterThan(whileWriting);
    await repo.close();
  });

  async function writer(mode: 'write' | 'hold') {
    const child = spawn(process.execPath, [WRITER, dir, JSON.stringify([things]), mode], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('open');
    return { child, lines: { [Symbol.asyncIterator]: () => lines } };
  }
});

/** Every index finds what is there, and nothing else. */
async function expectIndexesToAgree(repo: Repo, docs: readonly Doc[]): Promise<void> {
  const ids = docs.map((doc) => doc.id).sort();
  for (const field of ['name', 'amount', 'when']) {
    const found: unknown[] = [];
    let after: PageQuery['after'];
    do {
      const page = await repo.page('things', {
        anyOf: [{ source: 's1' }],
        order: { field, direction: 'ASC' },
        tieBreaker: 'id',
        limit: 1000,
        ...(after === undefined ? {} : { after }),
      });
      found.push(...page.map((doc) => doc.id));
      const last = page.at(-1);
      after = last && { value: (last[field] ?? null) as string | null, id: String(last.id) };
    } while (after !== undefined);
    expect(found.sort()).toEqual(ids);
  }
  expect(await repo.count('things', { anyOf: [{ source: 's1', until: { gt: 0 } }] })).toBe(docs.length);
  expect(await repo.count('things', { anyOf: [{ id: { in: ids.map(String) } }] })).toBe(docs.length);
  const withWords = docs.filter((doc) => Array.isArray(doc.words));
  expect(await repo.count('things', { anyOf: [{ source: 's1' }], words: ['com'] })).toBe(withWords.length);
}

function thing(id: string, fields: Record<string, unknown> = {}): Doc {
  return { _id: id, id, source: 's1', from: 1, until: 5, ...fields };
}

async function all(repo: Repo): Promise<Doc[]> {
  const docs: Doc[] = [];
  for await (const chunk of repo.scan('things', { source: 's1' })) docs.push(...chunk);
  return docs;
}

async function failureOf(opening: Promise<Repo>): Promise<Error> {
  const error = await opening.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreUnavailableError);
  return error as Error;
}
