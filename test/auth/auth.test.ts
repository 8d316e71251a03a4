import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adminApiKey, ensureAdminKey } from '../../src/auth/admin-key.js';
import { hashKey } from '../../src/auth/api-key.js';
import { createKeyHolder } from '../../src/auth/keys.js';
import { atLeast, roles } from '../../src/auth/roles.js';
import { sourceScope, visibleSources } from '../../src/auth/scopes.js';

describe('a key', () => {
  const authenticate = createKeyHolder([
    { name: 'ops', role: 'ADMIN', sha256: hashKey('ops-key-0123456789'), sources: null },
    { name: 'wall', role: 'VIEWER', sha256: hashKey('wall-key-0123456789'), sources: ['splunk-*'] },
  ]);

  it('answers its own holder', () => {
    expect(authenticate('ops-key-0123456789')).toEqual({ name: 'ops', role: 'ADMIN', sources: null });
    expect(authenticate('wall-key-0123456789')).toEqual({ name: 'wall', role: 'VIEWER', sources: ['splunk-*'] });
  });

  it.each([
    '',
    'ops-key-012345678',
    'OPS-KEY-0123456789',
    ' ops-key-0123456789',
    hashKey('ops-key-0123456789'),
    'x'.repeat(100_000),
  ])('%# that nobody holds answers nobody', (bearer) => {
    expect(authenticate(bearer)).toBeNull();
  });

  it('is refused when no keys are there at all', () => {
    expect(createKeyHolder([])('ops-key-0123456789')).toBeNull();
  });
});

it('orders roles: a viewer may least, an admin most', () => {
  const allowed = roles.map((role) => roles.filter((needed) => atLeast(role, needed)));
  expect(allowed).toEqual([['VIEWER'], ['VIEWER', 'OPERATOR'], ['VIEWER', 'OPERATOR', 'ADMIN']]);
});

describe('a scope', () => {
  const names = ['splunk', 'splunk-prod', 'splunk-test', 'recon', 'old-splunk-prod'];

  it.each([
    [null, names],
    [['*'], names],
    [[], []],
    [['splunk-*'], ['splunk-prod', 'splunk-test']],
    [['splunk*'], ['splunk', 'splunk-prod', 'splunk-test']],
    [['*-prod'], ['splunk-prod', 'old-splunk-prod']],
    [['*splunk**'], ['splunk', 'splunk-prod', 'splunk-test', 'old-splunk-prod']],
    [
      ['recon', 'splunk'],
      ['splunk', 'recon'],
    ],
    [['splunk.prod', 'recon|splunk', '.*', 'r[e]con'], []],
    [['spl*lunk', 'recon*recon'], []],
    [['*p*l*u*k*p*d*'], ['splunk-prod', 'old-splunk-prod']],
  ])('of %j shows %j', (sources, visible) => {
    expect(visibleSources({ sources }, names)).toEqual(visible);
  });

  it('is answered at once, however many stars are in it', () => {
    const sees = sourceScope({ sources: [`${'*a'.repeat(1000)}*b`] });
    expect(sees('a'.repeat(63))).toBe(false);
    expect(sourceScope({ sources: [`${'*a'.repeat(31)}*b`] })(`${'a'.repeat(62)}b`)).toBe(true);
  });

  it('answers for one name', () => {
    const sees = sourceScope({ sources: ['splunk-*'] });
    expect([sees('splunk-prod'), sees('recon')]).toEqual([true, false]);
  });
});

describe('the first-run admin key', () => {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'admin-key-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('is made once, kept for its owner only, and the same at the next start', async () => {
    const dataDir = join(dir, 'new', 'data');
    const first = await ensureAdminKey(dataDir, undefined);
    expect(first).toMatchObject({ origin: 'created', file: join(dataDir, 'admin-key') });
    expect(first.key).toMatch(/^[\w-]{32}$/);
    expect((await stat(first.file)).mode & 0o777).toBe(0o600);
    expect(await ensureAdminKey(dataDir, '')).toEqual({ ...first, origin: 'kept' });
  });

  it('is an admin key for every source', async () => {
    const made = await ensureAdminKey(dir, undefined);
    const viewer = createKeyHolder([adminApiKey(made)])(made.key);
    expect(viewer).toEqual({ name: 'admin', role: 'ADMIN', sources: null });
  });

  it('is one key for two starts at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => ensureAdminKey(dir, undefined)));
    expect(new Set(made.map(({ key }) => key)).size).toBe(1);
    expect(made.filter(({ origin }) => origin === 'created')).toHaveLength(1);
    expect(await readdir(dir)).toEqual(['admin-key']);
  });

  it('is what the environment presets, which then stays', async () => {
    await ensureAdminKey(dir, undefined);
    const preset = await ensureAdminKey(dir, 'preset-key-0123456789');
    expect(preset).toMatchObject({ key: 'preset-key-0123456789', origin: 'preset' });
    expect(await readFile(preset.file, 'utf8')).toBe('preset-key-0123456789\n');
    expect((await ensureAdminKey(dir, undefined)).key).toBe('preset-key-0123456789');
  });

  it('is hidden again when its file was opened to others', async () => {
    const { file } = await ensureAdminKey(dir, undefined);
    await chmod(file, 0o644);
    await ensureAdminKey(dir, undefined);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform !== 'linux')('fails at once below /proc, which takes no directories', async () => {
    await expect(ensureAdminKey('/proc/nowhere/data', undefined)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('fails where a file stands in the way of its directory', async () => {
    await writeFile(join(dir, 'file'), '');
    await expect(ensureAdminKey(join(dir, 'file'), undefined)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(ensureAdminKey(join(dir, 'file', 'data'), undefined)).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it('is refused when it could be guessed or could not travel in a header', async () => {
    await expect(ensureAdminKey(dir, 'short')).rejects.toThrow(/LICENSE_GATEWAY_ADMIN_KEY must be 16 to 4096/);
    await expect(ensureAdminKey(dir, 'x'.repeat(4097))).rejects.toThrow(/must be 16 to 4096/);
    await expect(ensureAdminKey(dir, 'with spaces in 0123456789')).rejects.toThrow(/without spaces/);
    await writeFile(join(dir, 'admin-key'), '\n');
    await expect(ensureAdminKey(dir, undefined)).rejects.toThrow(/delete the file and start again/);
  });
});
