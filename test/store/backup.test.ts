/** Backup and restore of the embedded store: whole, of one moment, and refused when it is not what it says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupEmbedded, restoreEmbedded } from '../../src/store/embedded/backup.js';
import { openEmbeddedRepo } from '../../src/store/embedded/repo.js';
import { things } from '../contracts/repo.arbitraries.js';
import { killed } from '../support/killed.js';

const WRITER = resolve(import.meta.dirname, '../support/store-writer.mjs');
const NOW = new Date('2026-03-01T12:00:00Z');
const collections = [things];

let root: string;
const children: ChildProcess[] = [];
const at = (name: string) => join(root, name);
const open = (dir: string) => openEmbeddedRepo({ dir: at(dir), collections });
const backup = (dir: string, to: string) => backupEmbedded(at(dir), at(to), NOW);
const restore = (from: string, dir: string, force = false) =>
  restoreEmbedded({ from: at(from), dir: at(dir), collections, force, now: NOW });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'license-gateway-backup-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  await rm(root, { recursive: true, force: true });
});

describe('a backup', () => {
  it('taken while a gateway writes has everything acknowledged before it, and each write whole or not at all', async () => {
    const acknowledged = await writing('data', 3);
    const before = acknowledged();
    await backup('data', 'b1');
    const after = acknowledged();
    await restore('b1', 'copy');
    const repo = await open('copy');
    const count = await repo.count('things', { anyOf: [{ source: 's1' }] });
    const tally = await repo.get('things', 'tally');
    const last = await repo.getMany('things', [`b${before}n0`, `b${before}n149`]);
    await repo.close();
    expect(count % 150).toBe(0);
    expect(count / 150).toBeGreaterThan(before);
    // One more than is acknowledged may be under way.
    expect(count / 150).toBeLessThanOrEqual(after + 2);
    expect(count / 150 - Number(tally?.batches)).toBeOneOf([0, 1]);
    expect(last.map((doc) => doc?.batch)).toEqual([before, before]);
  });

  it('of a store that nobody has open is the same, document for document', async () => {
    const docs = await filled('data', 40);
    await backup('data', 'b1');
    await restore('b1', 'copy');
    const copy = await open('copy');
    expect(await copy.getMany('things', docs)).toEqual((await contentOf('data')).map((doc) => ({ ...doc })));
    await copy.close();
  });

  it('is readable by its owner only, and leaves nothing else behind', async () => {
    await filled('data', 3);
    await backup('data', 'b1');
    expect((await stat(at('b1'))).mode & 0o777).toBe(0o600);
    expect((await readdir(root)).sort()).toEqual(['b1', 'data']);
  });

  it('never overwrites a file, and is not made of a directory without a store', async () => {
    await filled('data', 3);
    await writeFile(at('b1'), 'mine');
    await expect(backup('data', 'b1')).rejects.toThrow(/b1 is there already: choose another name/);
    expect(await readFile(at('b1'), 'utf8')).toBe('mine');
    await expect(backup('elsewhere', 'b2')).rejects.toThrow(/elsewhere holds no store: give the directory/);
    await expect(backup('data', 'typo/x/b3')).rejects.toThrow(/there is no directory .*typo\/x: make it first/);
    expect((await readdir(root)).sort()).toEqual(['b1', 'data']);
    await expect(backup('data', 'b1/b3')).rejects.toThrow(/there is no directory .*b1: make it first/);
  });
});

describe('a restore', () => {
  beforeEach(async () => {
    await filled('data', 20);
    await backup('data', 'b1');
  });

  it('refuses a directory that a gateway runs on, and one that holds a store already', async () => {
    await expect(restore('b1', 'data')).rejects.toThrow(/data holds a store already: .* --force/);
    const repo = await open('data');
    await expect(restore('b1', 'data', true)).rejects.toThrow(/in use by process/);
    await repo.close();
  });

  it('keeps the store that it replaces beside, and what else is in the directory as it is', async () => {
    const repo = await open('data');
    await repo.replaceMany('things', [{ _id: 'later', id: 'later', source: 's1' }]);
    await repo.close();
    await writeFile(at('data/admin-key'), 'secret');
    const { kept } = await restore('b1', 'data', true);
    expect(await readFile(at('data/admin-key'), 'utf8')).toBe('secret');
    expect(kept).toBe(at('data/store-before-2026-03-01T12-00-00-000Z.mdb'));
    const restored = await open('data');
    expect(await restored.get('things', 'later')).toBeNull();
    expect(await restored.get('things', 'n19')).not.toBeNull();
    await restored.close();
    expect((await readdir(at('data'))).sort()).toEqual([
      'admin-key',
      'store-before-2026-03-01T12-00-00-000Z.mdb',
      'store.mdb',
      'store.mdb-lock',
    ]);
  });

  it.each([
    ['cut short', async () => truncate(at('b1'), (await stat(at('b1'))).size - 5000), /is damaged: it holds \d+ bytes/],
    ['cut within its first line', () => truncate(at('b1'), 40), /is no backup of this gateway/],
    ['with one bit turned', () => turnOneBit(), /is damaged: .*the checksum differs/],
    ['of another program', () => writeFile(at('b1'), 'PK\u0003\u0004'.repeat(500)), /is no backup of this gateway/],
    ['that is empty', () => writeFile(at('b1'), ''), /is no backup of this gateway/],
    ['that is a bare store', async () => writeFile(at('b1'), await readFile(at('data/store.mdb'))), /is no backup/],
    ['of a later format', () => rewriteHeader({ format: 2 }), /is a backup of format 2, and this gateway knows 1/],
    ['that is not there', () => rm(at('b1')), /b1 cannot be read .*ENOENT/],
  ])('refuses a file %s, and changes nothing', async (_name, harm, said) => {
    await harm();
    const before = await contentOf('data');
    await expect(restore('b1', 'data', true)).rejects.toThrow(said);
    await expect(restore('b1', 'new/fresh')).rejects.toThrow(said);
    expect(await readdir(root)).not.toContain('new');
    await mkdir(at('mine'));
    await expect(restore('b1', 'mine/fresh')).rejects.toThrow(said);
    expect(await readdir(at('mine'))).toEqual([]);
    expect(await contentOf('data')).toEqual(before);
    expect((await readdir(at('data'))).filter((name) => name.startsWith('restoring'))).toEqual([]);
  });
});

async function filled(dir: string, count: number): Promise<string[]> {
  const repo = await open(dir);
  const ids = Array.from({ length: count }, (_, n) => `n${n}`);
  await repo.replaceMany(
    'things',
    ids.map((id, n) => ({ _id: id, id, source: 's1', name: `${n % 7}`, size: BigInt(n) ** 7n, at: NOW })),
  );
  await repo.close();
  return ids;
}

async function contentOf(dir: string) {
  const repo = await open(dir);
  const docs = [];
  for await (const chunk of repo.scan('things', {})) docs.push(...chunk);
  await repo.close();
  return docs;
}

/** Starts a process that writes without pause; answers how many batches it has had acknowledged, `count` at least. */
async function writing(dir: string, count: number): Promise<() => number> {
  const child = spawn(process.execPath, [WRITER, at(dir), JSON.stringify(collections), 'write'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let acknowledged = -1;
  await new Promise<void>((ready) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('acknowledged')) acknowledged = Number(line.split(' ')[1]);
      if (acknowledged >= count) ready();
    });
  });
  return () => acknowledged;
}

async function turnOneBit(): Promise<void> {
  const bytes = await readFile(at('b1'));
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 4, middle);
  await writeFile(at('b1'), bytes);
}

async function rewriteHeader(changes: object): Promise<void> {
  const bytes = await readFile(at('b1'));
  const end = bytes.indexOf('\n');
  const header = { ...JSON.parse(bytes.subarray(0, end).toString()), ...changes };
  await writeFile(at('b1'), Buffer.concat([Buffer.from(JSON.stringify(header)), bytes.subarray(end)]));
}
