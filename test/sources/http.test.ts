import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SourceFailure } from '../../src/domain/failure.js';
import { parseJsonResponse } from '../../src/sources/body.js';
import { createHttpClient, failureOfStatus, type HttpOptions, retryAfterMs } from '../../src/sources/http.js';
import { type Fault, type FaultMode, type FaultOptions, faults, startFaultServer } from '../support/fault-server.js';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A misbehaving upstream and a client of it that never waits. */
async function upstream(mode: FaultMode, http: Partial<HttpOptions> = {}, fault: FaultOptions = {}) {
  const server = await startFaultServer(mode, fault);
  const client = createHttpClient({
    url: `${server.url.replace('://', '://someone:s3cret@')}/base/path-secret/`,
    tls: {},
    timeoutMs: 10_000,
    backoffMs: () => 0,
    ...http,
  });
  cleanups.push(
    () => client.close(),
    () => server.close(),
  );
  return { server, client };
}

const failureOf = (promise: Promise<unknown>): Promise<SourceFailure> =>
  promise.then(
    () => Promise.reject(new Error('it did not fail')),
    (error) => error,
  );

/** What a connector does with an answer: statuses first, then JSON. */
async function read(client: ReturnType<typeof createHttpClient>) {
  const response = await client.request({ path: '/thing', headers: { authorization: 'Basic c2VjcmV0' } });
  if (response.status !== 200) throw failureOfStatus(response);
  return parseJsonResponse(response);
}

describe('every fault of an upstream', () => {
  const quick: readonly string[] = ['hang', 'slow-body'];
  it.each(Object.keys(faults) as Fault[])('%s is a typed failure that gives nothing away', async (mode) => {
    const { client } = await upstream(mode, quick.includes(mode) ? { timeoutMs: 150 } : {});
    const failure = await failureOf(read(client));
    expect(failure).toMatchObject({ name: 'SourceFailure', ...faults[mode] });
    expect(failure.message).not.toMatch(/secret|s3cret|someone|c2VjcmV0|:\/\/|\{"/);
    expect(failure.message.length).toBeGreaterThan(15);
  });
});

describe('retries', () => {
  it.each(['429', '502', '503', '504', 'reset', 'truncated'] as const)('asks a GET again after %s', async (mode) => {
    const { client, server } = await upstream(mode, { retries: 2 });
    await failureOf(read(client));
    expect(server.hits()).toBe(3);
  });

  it.each(['401', '403', '404', '500', 'redirect', 'html', 'huge-body'] as const)(
    'asks once after %s',
    async (mode) => {
      const { client, server } = await upstream(mode);
      await failureOf(read(client));
      expect(server.hits()).toBe(1);
    },
  );

  it.each(['503', '429', 'reset', 'truncated'] as const)(
    'never sends a POST twice, not even after %s',
    async (mode) => {
      const { client, server } = await upstream(mode);
      await client.request({ method: 'POST', path: '/thing', body: 'x' }).catch(() => {});
      expect(server.hits()).toBe(1);
    },
  );

  it('does not ask again after a time limit', async () => {
    const { client, server } = await upstream('hang', { timeoutMs: 100 });
    await failureOf(read(client));
    expect(server.hits()).toBe(1);
  });

  it('waits its own backoff on top of what Retry-After says, which may be a moment that has passed', async () => {
    const backoffMs = vi.fn(() => 0);
    const { client, server } = await upstream('503', { backoffMs }, { retryAfter: new Date(0).toUTCString() });
    await failureOf(read(client));
    expect(server.hits()).toBe(3);
    expect(backoffMs.mock.calls).toEqual([[1], [2]]);
  });

  it('does not wait out a long Retry-After: it hands it on', async () => {
    const { client, server } = await upstream('429', {}, { retryAfter: '120' });
    const failure = await failureOf(read(client));
    expect(failure.retryAfterMs).toBe(120_000);
    expect(server.hits()).toBe(1);
  });

  it('answers what came when a retry succeeds', async () => {
    const { client } = await upstream('json');
    expect(await read(client)).toEqual({ ok: true });
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  it.each([
    ['7', 7_000],
    [' 7 ', 7_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
    ['99999999999999999999', 86_400_000],
    ['soon', null],
    // Dates to Date.parse, and none to HTTP.
    ['1.5', null],
    ['-5', null],
    ['', null],
  ])('%j is %j ms', (text, expected) => {
    expect(retryAfterMs({ 'retry-after': text }, now)).toBe(expected);
  });

  it('is null when absent', () => {
    expect(retryAfterMs({}, now)).toBeNull();
  });
});

describe('content codings', () => {
  const json = JSON.stringify({ text: 'naïve €'.repeat(50_000) });
  it.each(['json', 'gzip', 'zlib-deflate', 'raw-deflate'] as const)('reads %s', async (mode) => {
    const { client } = await upstream(mode, {}, { json });
    expect(await read(client)).toEqual(JSON.parse(json));
  });

  it.each(['gzip', 'zlib-deflate', 'raw-deflate'] as const)('caps what %s unpacks to', async (mode) => {
    const { client } = await upstream(mode, { maxBytes: 1_000 }, { json });
    expect(await failureOf(read(client))).toMatchObject({ code: 'BODY_TOO_LARGE' });
  });

  it('stops reading at the cap, whatever the upstream still has', async () => {
    const { client, server } = await upstream('huge-body', { maxBytes: 1_000 });
    expect(await failureOf(read(client))).toMatchObject({ code: 'BODY_TOO_LARGE' });
    await expect(read(client)).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
    expect(server.hits()).toBe(2);
  });
});

describe('ending early', () => {
  it.each(['hang', 'slow-body', 'huge-body'] as const)('an abort while %s throws its reason', async (mode) => {
    const { client } = await upstream(mode);
    const reason = new Error('the gateway stops');
    const controller = new AbortController();
    const request = client.request({ path: '/thing', signal: controller.signal });
    setImmediate(() => controller.abort(reason));
    expect(await failureOf(request)).toBe(reason);
  });

  it('an abort while it waits for the next try throws its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('the gateway stops');
    const backoffMs = () => {
      controller.abort(reason);
      return 60_000;
    };
    const { client } = await upstream('reset', { backoffMs });
    expect(await failureOf(client.request({ path: '/thing', signal: controller.signal }))).toBe(reason);
  });

  it('an aborted signal sends nothing', async () => {
    const { client, server } = await upstream('json');
    const reason = new Error('too late');
    expect(await failureOf(client.request({ path: '/thing', signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(server.hits()).toBe(0);
  });

  it.each(['hang', 'slow-body'] as const)('close() ends a request while %s', async (mode) => {
    const { client, server } = await upstream(mode);
    const request = failureOf(client.request({ path: '/thing' }));
    await vi.waitFor(() => expect(server.hits()).toBe(1), { interval: 1 });
    await client.close();
    expect(await request).toMatchObject({ status: 'UNREACHABLE', code: 'CLOSED' });
  });

  it('close() ends a wait for the next try, and what is asked later fails at once', async () => {
    const holder: { close?: Promise<void> } = {};
    const { client, server } = await upstream('reset', {
      backoffMs: () => {
        holder.close = client.close();
        return 60_000;
      },
    });
    expect(await failureOf(client.request({ path: '/thing' }))).toMatchObject({ code: 'CLOSED' });
    await holder.close;
    expect(await failureOf(client.request({ path: '/thing' }))).toMatchObject({ code: 'CLOSED' });
    expect(server.hits()).toBe(1);
  });
});

describe('TLS', () => {
  it('names the certificate it met, without a warning of Node about addresses as server names', async () => {
    const warnings: string[] = [];
    const note = (warning: Error) => warnings.push(warning.message);
    process.on('warning', note);
    const { client } = await upstream('self-signed');
    const failure = await failureOf(client.request({ path: '/thing' }));
    process.off('warning', note);
    expect(failure.message).toMatch(/SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}\./);
    expect(warnings).toEqual([]);
  });

  it('is not tried again when the certificate is not trusted', async () => {
    const { client, server } = await upstream('self-signed');
    await failureOf(client.request({ path: '/thing' }));
    const oneTryAndOneLook = 2;
    expect(server.connections()).toBe(oneTryAndOneLook);
    expect(server.hits()).toBe(0);
  });

  it('with a pin takes that certificate and no other, on every new connection', async () => {
    const { client, server } = await upstream('self-signed');
    const seen = (await failureOf(client.request({ path: '/thing' }))).message.match(/SHA-256 ([0-9A-F:]+)\./)?.[1];
    const pinned = createHttpClient({ url: server.url, tls: { fingerprint256: seen }, timeoutMs: 2_000 });
    const wrong = createHttpClient({ url: server.url, tls: { fingerprint256: 'AA:BB' }, timeoutMs: 2_000 });
    cleanups.unshift(
      () => pinned.close(),
      () => wrong.close(),
    );
    const together = await Promise.all(Array.from({ length: 8 }, () => pinned.request({ path: '/thing' })));
    expect(together.map((response) => response.status)).toEqual(Array(8).fill(200));
    expect(await failureOf(wrong.request({ path: '/thing' }))).toMatchObject({ code: 'FINGERPRINT_MISMATCH' });
    expect(server.hits()).toBe(8);
  });

  it('never sends credentials in the clear when a pin is set but the url says http', async () => {
    const { client, server } = await upstream('json', { tls: { fingerprint256: 'AA:BB' } });
    expect(await failureOf(read(client))).toMatchObject({ status: 'TLS_UNTRUSTED', code: 'FINGERPRINT_MISMATCH' });
    expect(server.hits()).toBe(0);
  });

  it('says so when tls.ca holds no certificate', async () => {
    const { client } = await upstream('self-signed', { tls: { ca: '-----BEGIN CERTIFICATE-----\nnonsense\n' } });
    expect(await failureOf(client.request({ path: '/thing' }))).toMatchObject({ status: 'TLS_UNTRUSTED' });
  });
});

describe('messages', () => {
  it('quote a hint on one line, shortened, without addresses', () => {
    const response = { status: 403, headers: {}, contentType: '', body: '' };
    const { message } = failureOfStatus(response, `no\nlicense at https://u:p@er-master:8339/v1 ${'x'.repeat(1_000)}`);
    expect(message).toContain('no license at … xxx');
    expect(message.length).toBeLessThan(450);
  });

  it('tell credentials that HTTP cannot carry from a server that misbehaves', async () => {
    const { client } = await upstream('json');
    const request = client.request({ path: '/thing', headers: { authorization: 'Bearer s3cret\n' } });
    expect(await failureOf(request)).toMatchObject({ status: 'AUTH_FAILED', code: 'INVALID_CREDENTIALS' });
  });
});
