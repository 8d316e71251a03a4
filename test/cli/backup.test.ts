import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRepo } from '../../src/store/index.js';
import { runCommand } from '../support/command.js';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cli-backup-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const KEYS = 'auth: { apiKeys: [{ name: ops, role: admin, key: 0123456789abcdef }] }\nsources: []';

it('takes a store to a file and back, wherever the configuration has it', async () => {
  await storeIn('state');
  await writeFile(join(dir, 'gateway.yaml'), `store: { dataDir: ./state }\n${KEYS}`);
  const made = await run('backup', '--config', 'gateway.yaml', '--to', 'monday.backup');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toMatch(/monday\.backup: the store in .*state as it was at 20\S+Z \(\d+\.\d MiB\)\.\n/);
  expect((await stat(join(dir, 'monday.backup'))).mode & 0o777).toBe(0o600);

  const back = await run('restore', '--from', 'monday.backup', '--data-dir', 'copy');
  expect(back).toMatchObject({ code: 0, stderr: '' });
  expect(back.stdout).toMatch(/copy: restored to 20\S+Z/);
  const again = await run('restore', '--from', 'monday.backup', '--data-dir', 'copy', '--force');
  expect(again.stdout).toMatch(/What was there is kept in .*copy\/store-before-.*\.mdb\.\n$/);
  const repo = await openRepo({ dataDir: join(dir, 'copy') });
  expect(await repo.get('sources', 'kept')).toMatchObject({ kind: 'static' });
  await repo.close();
});

it('finds the data directory as a start without configuration does', async () => {
  await storeIn('data');
  await storeIn('other');
  expect(await run('backup', '--to', 'a')).toMatchObject({ stdout: expect.stringContaining(`${dir}/data as`) });
  const env = { DATA_DIR: './other' };
  expect(await runWith(env, 'backup', '--to', 'b')).toMatchObject({
    stdout: expect.stringContaining(`${dir}/other as`),
  });
});

it('ends with 1 and one line when it cannot be done, and with 2 when it is asked wrongly', async () => {
  expect(await run('backup', '--to', 'a')).toEqual({
    code: 1,
    stdout: '',
    stderr: `${dir}/data holds no store: give the directory that store.dataDir names\n`,
  });
  expect(await run('restore', '--from', 'a')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^the backup .*\/a cannot be read/),
  });
  expect(await run('backup')).toMatchObject({ code: 2, stderr: expect.stringContaining('--to <file>') });
  for (const command of ['backup', 'restore']) {
    expect((await run(command, '--help')).stdout.replaceAll(/\s+/g, ' ')).toMatch(
      / -[tf], --(to|from) <file> [^-]*\(required\)/,
    );
  }
  await writeFile(join(dir, 'gateway.yaml'), `store: { mongodb: "mongodb://db" }\n${KEYS}`);
  expect(await run('backup', '-c', 'gateway.yaml', '--to', 'a')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/MongoDB, which is backed up with mongodump .*database license_gateway/),
  });
});

async function storeIn(name: string): Promise<void> {
  const repo = await openRepo({ dataDir: join(dir, name) });
  await repo.insertMany('sources', [{ _id: 'kept', kind: 'static' }]);
  await repo.close();
}

const run = (...args: string[]) => runWith({}, ...args);
const runWith = (env: Record<string, string>, ...args: string[]) => runCommand(args, { cwd: dir, env });
