/** How an export is sent, and how it ends when it cannot be sent to its end: around files that the tests make up. */
import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { GraphQLError } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { badUserInput, storeUnavailable } from '../../../src/graphql/errors.js';
import type { Export, ExportRequest } from '../../../src/http/export/exports.js';
import {
  deferred,
  KEY,
  OTHER_KEY,
  startTinyServer,
  type TinyDeps,
  type TinyServer,
} from '../../support/tiny-server.js';

let server: TinyServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const PIECE = `${'x'.repeat(99_998)}\r\n`;

/** Serves this in place of any export. */
async function serve(
  pieces: (request: ExportRequest) => AsyncGenerator<string, void>,
  limits: TinyDeps['limits'] = {},
) {
  return serveBegun(async (request) => ({ fileName: 'licenses.csv', pieces: pieces(request) }), limits);
}

async function serveBegun(begin: (request: ExportRequest) => Promise<Export>, limits: TinyDeps['limits'] = {}) {
  server = await startTinyServer({}, { exports: { begin, manual: () => '# Exports' }, limits });
  return server;
}

const ask = (key = KEY, path = '/export/licenses.csv') =>
  fetch(`${server?.url}${path}`, { headers: { authorization: `Bearer ${key}` } });

/** An answer of which nothing is taken until it is asked for. */
async function held(): Promise<{ response: IncomingMessage; request: ClientRequest }> {
  const request = get(`${server?.url}/export/licenses.csv`, { headers: { authorization: `Bearer ${KEY}` } });
  request.on('error', () => {});
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { response, request };
}

/** How an answer that is taken to its end has ended. */
async function endOf(response: IncomingMessage): Promise<string> {
  try {
    for await (const _chunk of response);
    return 'complete';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** By how much it has grown while others had many turns. */
async function grownWithin(value: () => number): Promise<number> {
  const before = value();
  await new Promise((done) => setTimeout(done, 100));
  return value() - before;
}

async function* endless() {
  for (;;) {
    yield PIECE;
    await new Promise(setImmediate);
  }
}

describe('an export', () => {
  it('is sent as an attachment that says what it is', async () => {
    await serve(async function* () {
      yield 'id\r\n';
      yield 'one\r\n';
    });
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="licenses.csv"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('id\r\none\r\n');
  });

  it('reads no further than its caller takes', async () => {
    let made = 0;
    await serve(async function* () {
      for await (const piece of endless()) {
        made += piece.length;
        yield piece;
      }
    });
    const { response, request } = await held();
    // Until the buffers of both sides are full.
    await expect.poll(async () => grownWithin(() => made), { timeout: 15_000 }).toBe(0);
    expect(made).toBeLessThan(50_000_000);
    response.destroy();
    request.destroy();
  });

  it('stops reading when its caller leaves', async () => {
    const stopped = deferred();
    await serve(async function* () {
      try {
        yield* endless();
      } finally {
        stopped.resolve();
      }
    });
    const { request } = await held();
    request.destroy();
    await stopped.promise;
  });

  it('aborts what it waits for when its caller leaves', async () => {
    const reached = deferred();
    const aborted = deferred();
    await serve(async function* ({ signal }) {
      yield 'id\r\n';
      signal.addEventListener('abort', aborted.resolve);
      reached.resolve();
      await aborted.promise;
    });
    const { request } = await held();
    await reached.promise;
    request.destroy();
    await aborted.promise;
  });

  it('lasts longer than an operation may', async () => {
    const until = performance.now() + 600;
    await serve(
      async function* () {
        while (performance.now() < until) {
          yield 'line\r\n';
          await new Promise((done) => setTimeout(done, 20));
        }
      },
      { operationTimeoutMs: 200 },
    );
    expect(await (await ask()).text()).toMatch(/^(line\r\n)+$/);
  });
});

describe('an export that does not come to its end', () => {
  const failing = (until: Promise<unknown>) =>
    async function* () {
      yield 'id\r\n';
      await until;
      throw new Error('inner');
    };

  it('is cut where a fault ends it, and nobody is told of what it was', async () => {
    const taken = deferred();
    await serve(failing(taken.promise));
    const response = await ask();
    expect(response.status).toBe(200);
    taken.resolve();
    await expect(response.text()).rejects.toThrow();
    expect(server?.logText()).toContain('an export was cut');
  });

  it('is cut over HTTP/1.0 as well, where a plain end would look complete', async () => {
    await serve(failing(Promise.resolve()));
    const { hostname, port } = new URL(server?.url ?? '');
    const socket = connect(Number(port), hostname);
    socket.write(`GET /export/licenses.csv HTTP/1.0\r\nAuthorization: Bearer ${KEY}\r\n\r\n`);
    socket.resume();
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
  });

  it('is cut when its key is taken back', async () => {
    await serve(endless);
    const { response } = await held();
    server?.revoke(KEY);
    expect(await endOf(response)).toBe('ECONNRESET');
    expect(server?.log.find(({ msg }) => msg === 'an export was cut')).toMatchObject({ level: 30 });
  });

  it('is cut when nothing of it is taken for as long as an operation may last', async () => {
    await serve(endless, { operationTimeoutMs: 300 });
    const { response } = await held();
    await vi.waitFor(() => expect(server?.logText()).toContain('an export was cut'), { timeout: 15_000 });
    expect(await endOf(response)).toBe('ECONNRESET');
  });

  it('is cut when the server closes before it is taken', async () => {
    server = await startTinyServer(
      {},
      {
        exports: { begin: async () => ({ fileName: 'a.csv', pieces: endless() }), manual: () => '' },
        closeWithinMs: 100,
      },
    );
    const { response } = await held();
    const end = endOf(response);
    await server.close();
    expect(await end).toBe('ECONNRESET');
  });
});

describe('an export that cannot begin', () => {
  it.each([
    [400, 'BAD_USER_INPUT', badUserInput('filter.search', 'too short'), 'search: too short'],
    [503, 'STORE_UNAVAILABLE', storeUnavailable(), /store cannot be reached/],
    [500, 'INTERNAL_SERVER_ERROR', new Error('inner'), /^something went wrong; the log has it under request id/],
    [500, 'INTERNAL_SERVER_ERROR', new GraphQLError('inner'), /^something went wrong/],
  ])('is answered with status %i and code %s', async (status, code, error, message) => {
    await serveBegun(async () => {
      throw error;
    });
    const response = await ask();
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(status === 503 ? '5' : null);
    expect(await response.json()).toEqual({
      errors: [{ message: expect.stringMatching(message), extensions: { code } }],
    });
  });

  it('is answered when that takes longer than an operation may', async () => {
    await serveBegun(() => new Promise(() => {}), { operationTimeoutMs: 100 });
    const response = await ask();
    expect([response.status, await response.json()]).toMatchObject([
      504,
      { errors: [{ extensions: { code: 'TIMEOUT' } }] },
    ]);
  });

  it('waits for another request of the same key to end, and for none of another', async () => {
    await serve(endless, { requests: 1 });
    const { request } = await held();
    const second = await ask();
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1']);
    const other = await ask(OTHER_KEY);
    expect(other.status).toBe(200);
    await other.body?.cancel();
    request.destroy();
    await vi.waitFor(
      async () => {
        const again = await ask();
        expect(again.status).toBe(200);
        await again.body?.cancel();
      },
      { timeout: 15_000 },
    );
  });

  it('needs a key, and a method that there is', async () => {
    await serve(endless);
    expect((await fetch(`${server?.url}/export/licenses.csv`)).status).toBe(401);
    expect((await fetch(`${server?.url}/export`)).status).toBe(401);
    const headers = { authorization: `Bearer ${KEY}` };
    for (const method of ['HEAD', 'POST', 'DELETE']) {
      expect((await fetch(`${server?.url}/export/licenses.csv`, { method, headers })).status).toBe(404);
    }
  });
});
