/** An embedded store whose disk is full or whose directory is read-only: it says so, goes on when it can, and loses nothing. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEmbeddedRepo } from '../../src/store/embedded/repo.js';
import { things } from '../contracts/repo.arbitraries.js';
import { killed } from '../support/killed.js';

const FILLER = resolve(import.meta.dirname, '../support/store-filler.mjs');
const WRITER = resolve(import.meta.dirname, '../support/store-writer.mjs');
const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;
const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0;

let dir: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'license-gateway-hurt-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  await rm(dir, { recursive: true, force: true });
});

it.skipIf(!hasPrlimit)(
  'says that a disk takes no more, goes on by itself when it does, and has kept all that was acknowledged (needs prlimit)',
  async () => {
    // A file that may not grow behaves as one on a full disk: a part of a write is taken, then none.
    const script = `trap '' XFSZ; ulimit -S -f 4096; exec "$@"`;
    const child = spawn('bash', ['-c', script, '-', process.execPath, FILLER, dir, JSON.stringify([things])], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(child);
    const lines: string[] = [];
    let acknowledged = -1;
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line.startsWith('acknowledged')) acknowledged = Number(line.split(' ')[1]);
      const failures = lines.filter((one) => one.startsWith('failed')).length;
      if (failures === 3 && line.startsWith('failed')) {
        execFileSync('prlimit', [`--pid=${child.pid}`, '--fsize=unlimited:unlimited']);
      }
      if (failures >= 3 && line.startsWith('acknowledged')) break;
    }
    await killed(child);
    expect(lines.find((line) => line.startsWith('failed'))).toMatch(
      /^failed StoreUnavailableError: the data directory .* could not be written \(.*; \d+ MiB are free\): make room there/,
    );
    expect(lines.filter((line) => line.startsWith('unheard'))).toEqual([]);
    const repo = await openEmbeddedRepo({ dir, collections: [things] });
    const ids = Array.from({ length: (acknowledged + 1) * 100 }, (_, n) => `b${Math.floor(n / 100)}n${n % 100}`);
    const missing = (await repo.getMany('things', ids)).filter((doc) => doc === null).length;
    await repo.close();
    expect([acknowledged > 10, missing]).toEqual([true, 0]);
  },
);

it('says that a directory is read-only, and has everything when it is not any more', async () => {
  const repo = await openEmbeddedRepo({ dir, collections: [things] });
  await repo.insertMany('things', [{ _id: 'a', id: 'a', source: 's1' }]);
  await repo.close();
  // What is forbidden to others is not to root: the gateway runs as somebody else there.
  if (isRoot) for (const name of ['.', ...(await readdir(dir))]) await chown(join(dir, name), NOBODY.uid, NOBODY.gid);
  await chmod(dir, 0o555);
  const { status, stderr } = spawnSync(process.execPath, [WRITER, dir, JSON.stringify([things]), 'hold'], {
    encoding: 'utf8',
    ...(isRoot ? NOBODY : {}),
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /the data directory .* cannot be written \(EACCES.*\): make it writable for this user, or set DATA_DIR/,
  );
  await chmod(dir, 0o755);
  const again = await openEmbeddedRepo({ dir, collections: [things] });
  expect(await again.get('things', 'a')).toMatchObject({ id: 'a' });
  await again.close();
});
