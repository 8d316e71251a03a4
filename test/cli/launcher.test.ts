import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const launcher = resolve(import.meta.dirname, '../../bin/license-gateway.js');
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'launcher-'));
  mkdirSync(join(dir, 'bin'));
  cpSync(launcher, join(dir, 'bin', 'license-gateway.js'));
  writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function launch(args: readonly string[] = [], preload = '') {
  writeFileSync(join(dir, 'preload.cjs'), preload);
  const options = { encoding: 'utf8', env: { PATH: process.env.PATH } } as const;
  const started = [`--require=${join(dir, 'preload.cjs')}`, join(dir, 'bin', 'license-gateway.js'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, started, options);
  return { status, stdout, stderr };
}

it('says how to build what is not built', () => {
  expect(launch()).toEqual({
    status: 1,
    stdout: '',
    stderr: 'license-gateway is not built yet: run "npm ci" or "npm run build" first\n',
  });
});

it('starts what was built, with its arguments', () => {
  mkdirSync(join(dir, 'dist'));
  writeFileSync(join(dir, 'dist', 'main.js'), 'console.log(process.argv.slice(2).join(" ")); process.exitCode = 3;');
  expect(launch(['start', '--config', 'a'])).toEqual({ status: 3, stdout: 'start --config a\n', stderr: '' });
});

it.each(['20.18.9', '18.20.0'])('says that Node %s is too old', (version) => {
  const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  const { status, stderr } = launch([], old);
  expect([status, stderr]).toEqual([1, `license-gateway needs Node 20.19 or newer; this is Node ${version}\n`]);
});

it('takes it for no fault when nobody reads on', () => {
  const piped = `set -o pipefail; "${process.execPath}" "${launcher}" schema | head -c 1 >/dev/null`;
  const { status, stderr } = spawnSync('bash', ['-c', piped], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
