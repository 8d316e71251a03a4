import { afterEach, describe, expect, it } from 'vitest';
import { startEnterpriseReconEmulator } from '../../../src/emulators/enterprise-recon/index.js';
import { enterpriseReconSource } from '../../../src/sources/enterprise-recon/index.js';
import { briefly, connect, fixture, licenseOf, NOW, readBody, readFrom, withServer } from './helpers.js';

const clock = { now: () => NOW };
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function emulate(options: Parameters<typeof startEnterpriseReconEmulator>[0] = {}) {
  const emulator = await startEnterpriseReconEmulator({ clock, ...options });
  cleanups.push(() => emulator.close());
  return emulator;
}

describe('reading a live server', () => {
  it.each(['legacy', 'sitewide', 'non-sitewide'] as const)(
    '%s: the same as its sample, with the version',
    async (scenario) => {
      const emulator = await emulate({ scenario });
      const snapshot = await readFrom(emulator.url);
      const { version, vendorFields, ...rest } = snapshot;
      expect({ ...rest, version: null, vendorFields: {} }).toEqual(await readBody(fixture(scenario)));
      expect(version).toBe(scenario === 'legacy' ? '2.0.31' : '2.12.1');
      expect(vendorFields).toEqual({ timestamp: '1767225600' });
      expect(snapshot).toMatchObject({ observedAt: NOW, timeZone: null, gaps: [], details: {} });
    },
  );

  it('asks for the whole state, never for one target, and reads it the same twice', async () => {
    const emulator = await emulate({ scenario: 'demo' });
    expect(await readFrom(emulator.url)).toEqual(await readFrom(emulator.url));
    expect(emulator.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /v1/licenses',
      'GET /v1/server',
      'GET /v1/licenses',
      'GET /v1/server',
    ]);
  });

  it('the demo has something of everything', async () => {
    const snapshot = await readFrom((await emulate({ scenario: 'demo' })).url);
    expect(licenseOf(snapshot)).toMatchObject({ model: 'NON_SITEWIDE', pendingScans: 3, pendingBytes: 2347137973n });
    expect(licenseOf(snapshot).expiresAt).toEqual(new Date('2026-01-22T00:00:00Z'));
    expect(snapshot.pools).toHaveLength(4);
    expect(snapshot.targets.filter(({ licensed }) => !licensed).map(({ name }) => name)).toEqual(['OLD-KIOSK']);
    expect(snapshot.targets.every(({ licensed, poolId }) => licensed === (poolId !== null))).toBe(true);
    expect(snapshot.dataUsages.length).toBeGreaterThan(15);
    expect(snapshot.dataUsages.every(({ poolId, targetId }) => poolId !== null && targetId !== null)).toBe(true);
    expect(briefly(snapshot.findings)).toEqual(['USAGE_SUM_MISMATCH INFO Pool client.BYTES']);
  });

  it('appends its paths to a base path', async () => {
    const snapshot = await withServer(
      (request, response) => {
        response.setHeader('content-type', 'application/json');
        response.writeHead(request.url?.startsWith('/er/v1/') ? 200 : 404);
        response.end(request.url === '/er/v1/licenses' ? '{"state":"licensed"}' : '{"version":2.13}');
      },
      (url) => readFrom(`${url}/er`),
    );
    expect(snapshot.version).toBe('2.13');
  });
});

describe('credentials', () => {
  it('that are wrong are AUTH_FAILED, tried once', async () => {
    const emulator = await emulate();
    const wrong = readFrom(emulator.url, { auth: { username: 'apiuser', password: 'nope' } });
    await expect(wrong).rejects.toMatchObject({ status: 'AUTH_FAILED', code: 'HTTP_401' });
    await expect(wrong).rejects.not.toMatchObject({ message: expect.stringContaining('nope') });
    expect(emulator.requests).toHaveLength(1);
  });

  it('of any characters arrive as they are', async () => {
    const emulator = await emulate();
    emulator.state.credentials.password = 'p:ä€\u{1F511} "quoted"';
    const { version } = await readFrom(emulator.url, {
      auth: { username: 'apiuser', password: 'p:ä€\u{1F511} "quoted"' },
    });
    expect(version).toBe('2.0.31');
  });

  it('must be a name and a password, and there are no settings', () => {
    expect(() => connect('http://127.0.0.1', { auth: { token: 'x' } })).toThrow(/username/);
    expect(enterpriseReconSource.authForms).toEqual(['password']);
    expect(enterpriseReconSource.settings.safeParse({}).success).toBe(true);
    expect(enterpriseReconSource.settings.safeParse({ edition: 'PII' }).success).toBe(false);
  });
});

describe('TLS, with the certificate the server made itself', () => {
  it('is refused with the fingerprint to pin, and taken once pinned or given as authority', async () => {
    const emulator = await emulate({ tls: true });
    await expect(readFrom(emulator.url)).rejects.toMatchObject({
      status: 'TLS_UNTRUSTED',
      message: expect.stringContaining(emulator.fingerprint256 ?? '?'),
    });
    expect(emulator.requests).toHaveLength(0);
    const pinned = await readFrom(emulator.url, { tls: { fingerprint256: emulator.fingerprint256 ?? '' } });
    const trusted = await readFrom(emulator.url, { tls: { ca: emulator.certificate ?? '' } });
    expect(pinned).toEqual(trusted);
  });
});

describe('GET /v1/server', () => {
  const licensesThen = (status: number, body: string, type = 'application/json') =>
    withServer((request, response) => {
      const isLicenses = request.url === '/v1/licenses';
      response.writeHead(isLicenses ? 200 : status, { 'content-type': isLicenses ? 'application/json' : type });
      response.end(isLicenses ? '{"state":"licensed","expires":"1938048757"}' : body);
    }, readFrom);

  it.each([404, 405, 501])('that is not there (%i) is nothing to speak of', async (status) => {
    expect(await licensesThen(status, '{"message":"no"}')).toMatchObject({ version: null, gaps: [] });
  });

  it.each([
    [403, '{"message":"System Manager only"}', 'application/json', 'HTTP_403'],
    [401, '{}', 'application/json', 'HTTP_401'],
    [500, 'oops', 'text/plain', 'HTTP_500'],
    [200, '<html>', 'text/html', 'HTML_BODY'],
    [200, '{"version":', 'application/json', 'NOT_JSON'],
  ])('that fails (%i %j) is a gap; the licenses stand', async (status, body, type, code) => {
    const snapshot = await licensesThen(status, body, type);
    expect(snapshot.gaps).toEqual([{ part: 'server', code, message: expect.any(String) }]);
    expect(snapshot.version).toBeNull();
    expect(licenseOf(snapshot).reportedStatus).toBe('licensed');
  });

  it.each(['{}', '[]', '"2.12.1"', '{"version":{"major":2}}'])('that says %s tells no version', async (body) => {
    expect(await licensesThen(200, body)).toMatchObject({ version: null, gaps: [] });
  });

  it('that never answers is a gap after the time limit', async () => {
    const snapshot = await withServer(
      (request, response) => {
        if (request.url !== '/v1/licenses') return;
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end('{"state":"licensed","expires":1938048757}');
      },
      (url) => readFrom(url, { timeoutMs: 400 }),
    );
    expect(snapshot.gaps).toMatchObject([{ part: 'server', code: 'TIMEOUT' }]);
  });
});
