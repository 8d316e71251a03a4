/** What is shipped to run the gateway as a service or in a container names only what there is. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const UNIT = 'deploy/systemd/license-gateway.service';

const hasAnalyze = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('the systemd unit', () => {
  const settings = new Map(
    read(UNIT)
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

  it('starts what there is, with options that there are, and reloads by the signal that reloads', () => {
    const [, script = '', command = '', ...options] =
      /node \/opt\/license-gateway\/(\S+) (\S+) (.*)$/.exec(settings.get('ExecStart') ?? '') ?? [];
    expect(existsSync(join(root, script))).toBe(true);
    const help = spawnSync(process.execPath, [join(root, script), command, '--help'], { encoding: 'utf8' }).stdout;
    expect(help).toContain(options[0]?.split(' ')[0]);
    expect(settings.get('ExecReload')).toContain('-HUP $MAINPID');
  });

  it('waits longer for its end than the gateway takes at most, and never restarts on a wrong configuration', () => {
    const [, longest] = /LONGEST_STOP_MS = ([\d_]+)/.exec(read('src/cli/serve.ts')) ?? [];
    expect(Number(settings.get('TimeoutStopSec')) * 1_000).toBeGreaterThan(Number(longest?.replaceAll('_', '')));
    expect(settings.get('RestartPreventExitStatus')).toBe('2');
  });

  it.skipIf(!hasAnalyze)('is one that systemd understands (needs systemd-analyze)', () => {
    const dir = mkdtempSync(join(tmpdir(), 'unit-'));
    const unit = join(dir, 'license-gateway.service');
    // Whether the program is there is not systemd's to say on this machine.
    writeFileSync(
      unit,
      read(UNIT)
        .replace(/^ExecStart=.*$/m, 'ExecStart=/bin/true')
        .replace(/^WorkingDirectory=.*\n/m, ''),
    );
    const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8' });
    rmSync(dir, { recursive: true });
    expect(stderr.split('\n').filter((line) => line.includes('license-gateway.service'))).toEqual([]);
  });
});

describe('the Dockerfile', () => {
  const lines = read('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));
  const instructions = (name: string) =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  const copied = instructions('COPY').filter((line) => !line.startsWith('--from'));

  it('copies what there is and what .dockerignore lets through', () => {
    const sources = copied.flatMap((line) => line.split(' ').slice(0, -1));
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(sources.toSorted()).toEqual(allowed.toSorted());
  });

  it('builds by a script that there is, and takes over all that the package consists of', () => {
    const { scripts, files } = JSON.parse(read('package.json'));
    for (const [, name] of lines.join('\n').matchAll(/npm run (\S+)/g)) expect(scripts).toHaveProperty(name ?? '');
    const taken = instructions('COPY')
      .filter((line) => line.startsWith('--from=build'))
      .map((line) => line.split('/app/')[1]?.split(' ')[0]);
    expect(taken).toEqual(expect.arrayContaining([...files, 'package.json', 'node_modules']));
  });

  it('runs the gateway itself, as nobody special, and asks it for its health by Node', () => {
    const [entry = ''] = instructions('ENTRYPOINT');
    const [node, script = ''] = JSON.parse(entry) as string[];
    expect(node).toBe('node');
    expect(existsSync(join(root, script.replace('/app/', '')))).toBe(true);
    expect(instructions('USER')).toEqual(['node']);
    expect(instructions('HEALTHCHECK')[0]).toContain('/healthz');
    const check = JSON.parse(/CMD (\[.*\])$/.exec(instructions('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]') as string[];
    expect(spawnSync(process.execPath, ['--check', '-'], { input: check[2] ?? '(' }).status).toBe(0);
    expect(spawnSync(process.execPath, check.slice(1), { env: { PORT: '1' } }).status).toBe(1);
  });
});
