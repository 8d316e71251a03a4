/** How a source's calls are paced, reused, spared and measured, against real servers. */
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SourceFailure } from '../../src/domain/failure.js';
import { type Measured, silentTelemetry, type Telemetry } from '../../src/domain/ports.js';
import { FAILURES_TO_OPEN } from '../../src/sources/breaker.js';
import { createHttpClient, type HttpOptions, MOST_AT_ONCE } from '../../src/sources/http.js';
import { writeOnce } from '../../src/sources/write.js';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A server that answers by `listener`, and a client of it that never waits for a retry. */
async function upstream(listener: RequestListener, http: Partial<HttpOptions> = {}) {
  const sockets = new Set<Socket>();
  const seen = { requests: 0, connections: 0 };
  const server = createServer((request, response) => {
    seen.requests++;
    listener(request, response);
  });
  server.on('connection', (socket) => {
    seen.connections++;
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const client = createHttpClient({ source: 's', url, tls: {}, timeoutMs: 10_000, backoffMs: () => 0, ...http });
  cleanups.push(
    () => client.close(),
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        for (const socket of sockets) socket.destroy();
      }),
  );
  return { client, seen };
}

const get = { path: '/thing' };
const outcomeOf = (sent: Promise<unknown>) => sent.catch((error: unknown) => error);
const reset: RequestListener = (_request, response) => response.socket?.resetAndDestroy();

describe('connections', () => {
  it('are used again by calls one after the other', async () => {
    const { client, seen } = await upstream((_request, response) => response.end('{}'));
    for (let i = 0; i < 20; i++) await client.request(get);
    expect(seen.requests).toBe(20);
    // A call may begin before the connection of the one before it is free again.
    expect(seen.connections).toBeLessThanOrEqual(2);
  });

  it('are few: so many calls at once, and no more', async () => {
    const held: ServerResponse[] = [];
    const { client, seen } = await upstream((_request, response) => void held.push(response));
    const calls = Array.from({ length: 3 * MOST_AT_ONCE }, () => client.request(get));
    for (let left = calls.length; left > 0; left -= MOST_AT_ONCE) {
      await vi.waitFor(() => expect(held).toHaveLength(MOST_AT_ONCE), { interval: 1 });
      for (const response of held.splice(0)) response.end('{}');
    }
    await Promise.all(calls);
    expect(seen).toEqual({ requests: calls.length, connections: MOST_AT_ONCE });
  });
});

describe('the queue for a place', () => {
  async function full() {
    const held: ServerResponse[] = [];
    const made = await upstream((_request, response) => void held.push(response));
    const calls = Array.from({ length: MOST_AT_ONCE }, () => outcomeOf(made.client.request(get)));
    await vi.waitFor(() => expect(held).toHaveLength(MOST_AT_ONCE), { interval: 1 });
    return { ...made, held, calls };
  }

  it('does not count against the time limit of a call', async () => {
    let hanging = 0;
    const answer: RequestListener = (_request, response) => {
      if (++hanging > MOST_AT_ONCE) response.end('{}');
    };
    const { client } = await upstream(answer, { timeoutMs: 500 });
    const hung = Array.from({ length: MOST_AT_ONCE }, () => outcomeOf(client.request(get)));
    const queued = client.request(get);
    expect((await queued).status).toBe(200);
    expect(await Promise.all(hung)).toMatchObject(Array(MOST_AT_ONCE).fill({ code: 'TIMEOUT' }));
  });

  it('is left when the caller aborts, and its place goes to the next', async () => {
    const { client, held, seen } = await full();
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    const leaver = outcomeOf(client.request({ ...get, signal: controller.signal }));
    const next = client.request({ path: '/next' });
    controller.abort(reason);
    expect(await leaver).toBe(reason);
    held.shift()?.end('{}');
    await vi.waitFor(() => expect(seen.requests).toBe(MOST_AT_ONCE + 1), { interval: 1 });
    for (const response of held) response.end('{}');
    expect((await next).status).toBe(200);
  });

  it('ends when the client is closed, as does what is under way', async () => {
    const { client, calls, seen } = await full();
    const queued = outcomeOf(client.request(get));
    await client.close();
    expect(await queued).toMatchObject({ code: 'CLOSED' });
    expect(await Promise.all(calls)).toMatchObject(Array(MOST_AT_ONCE).fill({ code: 'CLOSED' }));
    expect(seen.requests).toBe(MOST_AT_ONCE);
  });
});

describe('retries', () => {
  it('are a share of the calls: a vendor that fails every other time is not asked threefold for long', async () => {
    let flip = false;
    const { client, seen } = await upstream((_request, response) => {
      flip = !flip;
      response.writeHead(flip ? 503 : 200).end('{}');
    });
    const calls = 300;
    for (let i = 0; i < calls; i++) await client.request(get);
    const [saved, share] = [10, 0.2];
    expect(seen.requests).toBeGreaterThan(calls + 10);
    expect(seen.requests).toBeLessThanOrEqual(calls + saved + share * calls);
  });

  it('do not wait longer within a call than a try may take', async () => {
    const answer: RequestListener = (_request, response) => response.writeHead(429, { 'retry-after': '2' }).end();
    const { client, seen } = await upstream(answer, { timeoutMs: 1_000 });
    expect((await client.request(get)).status).toBe(429);
    expect(seen.requests).toBe(1);
  });
});

describe('a vendor that is unwell', () => {
  it('is asked no more than it takes to know, whoever asks for what', async () => {
    const { client, seen } = await upstream(reset);
    const outcomes = [];
    for (let i = 0; i < 20; i++) outcomes.push(await outcomeOf(client.request(get)));
    expect(outcomes[0]).toMatchObject({ code: 'CONNECTION_LOST' });
    expect(outcomes.at(-1)).toMatchObject({ status: 'UNREACHABLE', code: 'BREAKER_OPEN' });
    expect(seen.requests).toBe(FAILURES_TO_OPEN);
  });

  it('is not sent a change, and whoever asked for it knows that nothing was done', async () => {
    const { client, seen } = await upstream(reset);
    for (let i = 0; i < 3; i++) await outcomeOf(client.request(get));
    const before = seen.requests;
    const outcome = await writeOnce({
      send: () => client.request({ method: 'POST', path: '/pools', body: '{}' }),
      accept: () => null,
      refusal: () => ({ already: null }),
      confirm: () => Promise.reject(new Error('there is nothing to look for')),
    });
    expect(outcome).toMatchObject({ done: false, error: { code: 'UPSTREAM_UNAVAILABLE' } });
    expect(JSON.stringify(outcome)).toContain('nothing was changed');
    expect(seen.requests).toBe(before);
  });

  it('is asked once for each probe, and as before once it answers', async () => {
    let isWell = false;
    const { client, seen } = await upstream((request, response) => {
      if (isWell) response.end('{}');
      else reset(request, response);
    });
    for (let i = 0; i < 3; i++) await outcomeOf(client.request(get));
    for (let i = 0; i < 3; i++) {
      const before = seen.requests;
      client.probe();
      const asked = await Promise.all([1, 2, 3].map(() => outcomeOf(client.request(get))));
      expect(asked.map((outcome) => (outcome as SourceFailure).code)).toEqual([
        'CONNECTION_LOST',
        'BREAKER_OPEN',
        'BREAKER_OPEN',
      ]);
      expect(seen.requests).toBe(before + 1);
    }
    isWell = true;
    client.probe();
    const asked = await Promise.all([1, 2, 3].map(() => client.request(get)));
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('holds up nobody who has nothing to wait for: hung calls keep their places, the next one knows at once', async () => {
    const held: ServerResponse[] = [];
    let isHung = false;
    const { client } = await upstream((request, response) => {
      if (isHung) held.push(response);
      else reset(request, response);
    });
    isHung = true;
    const hung = Array.from({ length: MOST_AT_ONCE - 1 }, () => outcomeOf(client.request(get)));
    await vi.waitFor(() => expect(held).toHaveLength(MOST_AT_ONCE - 1), { interval: 1 });
    isHung = false;
    for (let i = 0; i < FAILURES_TO_OPEN; i++) await outcomeOf(client.request({ ...get, retry: false }));
    const more = await Promise.all([1, 2, 3].map(() => outcomeOf(client.request(get))));
    expect(more).toMatchObject(Array(3).fill({ code: 'BREAKER_OPEN' }));
    await client.close();
    await Promise.all(hung);
  });
});

describe('what is measured', () => {
  function noting() {
    const noted: (Measured & { outcome: string })[] = [];
    const telemetry: Telemetry = {
      ...silentTelemetry,
      async measure(what, work, outcomeOf = () => 'ok') {
        try {
          const result = await work();
          noted.push({ ...what, outcome: outcomeOf(result) });
          return result;
        } catch (error) {
          noted.push({ ...what, outcome: 'thrown' });
          throw error;
        }
      },
    };
    return { noted, telemetry };
  }

  it('is every request that is sent, by its method and the class of its answer', async () => {
    const { noted, telemetry } = noting();
    const codes = [204, 404, 503, 200, 302];
    const answer: RequestListener = (_request, response) => response.writeHead(codes.shift() ?? 500).end();
    const { client } = await upstream(answer, { telemetry });
    await client.request(get);
    await client.request({ method: 'POST', path: '/thing', body: '{}' });
    await client.request(get);
    await client.request({ method: 'DELETE', path: '/thing' });
    const measured = noted.map((each) =>
      'method' in each ? `${each.kind} ${each.source} ${each.method} ${each.outcome}` : '',
    );
    expect(measured).toEqual([
      'upstream s GET 2xx',
      'upstream s POST 4xx',
      'upstream s GET 5xx',
      'upstream s GET 2xx',
      'upstream s DELETE 3xx',
    ]);
  });

  it('is a failure by its code, and nothing that was not sent', async () => {
    const { noted, telemetry } = noting();
    const { client } = await upstream(reset, { telemetry });
    for (let i = 0; i < 10; i++) await outcomeOf(client.request(get));
    expect(noted.map(({ outcome }) => outcome)).toEqual(Array(FAILURES_TO_OPEN).fill('CONNECTION_LOST'));
  });
});

it('a client that is closed tells nothing more of its breaker: another may stand for the source by then', async () => {
  const told: string[] = [];
  let isHanging = false;
  const { client, seen } = await upstream((request, response) => (isHanging ? undefined : reset(request, response)), {
    telemetry: { ...silentTelemetry, breaker: (_source, state) => told.push(state) },
  });
  for (let i = 0; i < FAILURES_TO_OPEN; i++) await outcomeOf(client.request(get));
  isHanging = true;
  client.probe();
  const trial = outcomeOf(client.request(get));
  await vi.waitFor(() => expect(seen.requests).toBe(FAILURES_TO_OPEN + 1), { interval: 1 });
  await client.close();
  expect(await trial).toMatchObject({ code: 'CLOSED' });
  expect(told).toEqual(['CLOSED', 'OPEN', 'HALF_OPEN']);
});
