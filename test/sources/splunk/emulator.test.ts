/** The connector against the emulated license manager, end to end over HTTP and HTTPS. */
import { expect, it } from 'vitest';
import { silentLogger } from '../../../src/domain/ports.js';
import { MANY_PEERS, MANY_POOLS, startSplunkEmulator } from '../../../src/emulators/splunk/index.js';
import { splunkSource } from '../../../src/sources/splunk/index.js';
import { connectTo, defaults, NOW, PASSWORD, readOnce } from './support.js';

const clock = { now: () => NOW };

it('reads thousands of peers and pools in one request each, the same every time', async () => {
  const emulator = await startSplunkEmulator({ scenario: 'many-peers', clock });
  const connection = connectTo(emulator.url, { auth: PASSWORD });
  const first = await connection.read(new AbortController().signal);
  expect(await connection.read(new AbortController().signal)).toEqual(first);
  await connection.close();
  await emulator.close();
  expect(first.peers).toHaveLength(MANY_PEERS);
  expect(first.pools.length).toBeGreaterThanOrEqual(MANY_POOLS);
  expect(first.findings).toEqual([]);
  expect(emulator.requests.filter(({ url }) => url.includes('/licenser/peers?'))).toHaveLength(2);
});

it('logs in again when its session has ended', async () => {
  const emulator = await startSplunkEmulator({ clock });
  const connection = connectTo(emulator.url, { auth: PASSWORD });
  const first = await connection.read(new AbortController().signal);
  emulator.expireSessions();
  expect(await connection.read(new AbortController().signal)).toEqual(first);
  await connection.close();
  await emulator.close();
  expect(emulator.requests.filter(({ url }) => url.includes('/auth/login'))).toHaveLength(2);
});

it('refuses a wrong password', async () => {
  const emulator = await startSplunkEmulator({ clock });
  const read = readOnce(emulator.url, { auth: { username: 'admin', password: 'wrong' } });
  await expect(read).rejects.toMatchObject({ status: 'AUTH_FAILED', code: 'HTTP_401' });
  await emulator.close();
});

it('trusts a self-signed certificate only when it is named', async () => {
  const emulator = await startSplunkEmulator({ clock, tls: true });
  const read = async (tls: { fingerprint256?: string; ca?: string }) => {
    const options = { name: 's', kind: 'splunk', url: emulator.url, auth: PASSWORD, tls, syncIntervalMs: 60_000 };
    const connection = splunkSource.connect(
      { ...options, timeoutMs: 10_000, settings: defaults },
      { clock, logger: silentLogger },
    );
    return connection.read(new AbortController().signal).finally(() => connection.close());
  };
  const untrusted = { status: 'TLS_UNTRUSTED' };
  await expect(read({})).rejects.toMatchObject({ ...untrusted, message: expect.stringContaining('fingerprint256') });
  await expect(read({ fingerprint256: 'AA'.repeat(32) })).rejects.toMatchObject(untrusted);
  const snapshot = await read({ fingerprint256: emulator.fingerprint256 ?? '' });
  expect(snapshot.pools.length).toBeGreaterThan(0);
  expect(await read({ ca: emulator.certificate ?? '' })).toEqual(snapshot);
  await emulator.close();
});
