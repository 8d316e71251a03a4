/** Whom a source believes, what it follows, and how much it takes: nobody by default, nowhere, and no more than it can hold. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createNetServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { createBrotliCompress, createDeflate, gzipSync, constants as zlib } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunningEmulator } from '../../src/emulators/emulator.js';
import { startEnterpriseReconEmulator } from '../../src/emulators/enterprise-recon/index.js';
import { startKeygenEmulator } from '../../src/emulators/keygen/index.js';
import { startSplunkEmulator } from '../../src/emulators/splunk/index.js';
import { createHttpClient } from '../../src/sources/http.js';
import type { SourceTls } from '../../src/sources/http-tls.js';
import { keygenSourceOf, reconSourceOf, splunkSourceOf } from '../support/emulators.js';
import { startGateway, type TestGateway, type TestSource } from '../support/gateway.js';
import { embedded } from '../support/stores.js';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Vendor {
  readonly start: (options: { readonly tls: boolean }) => Promise<RunningEmulator>;
  readonly sourceOf: (running: Pick<RunningEmulator, 'url'>) => TestSource;
}

const vendors: Readonly<Record<string, Vendor>> = {
  splunk: { start: startSplunkEmulator, sourceOf: (running) => splunkSourceOf(running as RunningEmulator) },
  recon: { start: startEnterpriseReconEmulator, sourceOf: (running) => reconSourceOf(running as RunningEmulator) },
  keygen: { start: startKeygenEmulator, sourceOf: (running) => keygenSourceOf(running as RunningEmulator) },
};
const names = Object.keys(vendors);
const vendorOf = (name: string) => vendors[name] as Vendor;

interface State {
  readonly status: string;
  readonly lastError: { readonly code: string; readonly message: string } | null;
  readonly messages: { readonly nodes: readonly { readonly category: string; readonly description: string }[] };
}

const INSECURE = 'messages(filter: { categories: ["INSECURE_TLS"], active: true })';

async function gatewayOf(source: TestSource, options: Parameters<typeof startGateway>[1] = {}): Promise<TestGateway> {
  const gateway = await startGateway([source], options);
  cleanups.push(() => gateway.close());
  await gateway.refresh();
  return gateway;
}

async function stateOf(gateway: TestGateway): Promise<State> {
  const { sources } = await gateway.query<{ sources: { nodes: [State] } }, unknown>(
    `{ sources { nodes { status lastError { code message } ${INSECURE} { nodes { category severity description active origin subject { id } } } } } }`,
  );
  return sources.nodes[0];
}

async function listen(server: Server): Promise<{ readonly url: string; readonly sockets: () => number }> {
  const open = new Set<Socket>();
  let sockets = 0;
  server.on('connection', (socket: Socket) => {
    sockets++;
    open.add(socket.on('error', () => {}));
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets: () => sockets };
}

describe.each(names)('a certificate that nobody vouches for, of %s', (name) => {
  let emulator: RunningEmulator;
  beforeAll(async () => {
    emulator = await vendorOf(name).start({ tls: true });
  });
  afterAll(() => emulator.close());

  async function start(tlsOf: (emulator: RunningEmulator) => SourceTls) {
    const asked = emulator.requests.length;
    const gateway = await gatewayOf({ ...vendorOf(name).sourceOf(emulator), tls: tlsOf(emulator) });
    return { state: await stateOf(gateway), sent: emulator.requests.slice(asked) };
  }

  it('is refused by default, and nothing is sent', async () => {
    const { state, sent } = await start(() => ({}));
    expect(state).toMatchObject({ status: 'TLS_UNTRUSTED', messages: { nodes: [] } });
    expect(state.lastError?.message).toContain(String(emulator.fingerprint256));
    expect(sent).toEqual([]);
  });

  it('is taken when it is the CA that is configured', async () => {
    const { state } = await start(({ certificate }) => ({ ca: certificate ?? '' }));
    expect(state).toMatchObject({ status: 'OK', lastError: null, messages: { nodes: [] } });
  });

  it('is taken when it is the one that is pinned', async () => {
    const { state } = await start(({ fingerprint256 }) => ({ fingerprint256: fingerprint256 ?? '' }));
    expect(state).toMatchObject({ status: 'OK', messages: { nodes: [] } });
  });

  it('is refused when another is pinned, and nothing is sent', async () => {
    const { state, sent } = await start(() => ({ fingerprint256: Array(32).fill('AA').join(':') }));
    expect(state).toMatchObject({ status: 'TLS_UNTRUSTED', lastError: { code: 'FINGERPRINT_MISMATCH' } });
    expect(sent).toEqual([]);
  });

  it('is taken unseen only on purpose, and that is shown', async () => {
    const { state } = await start(() => ({ insecure: true }));
    expect(state).toMatchObject({
      status: 'OK',
      messages: {
        nodes: [
          {
            category: 'INSECURE_TLS',
            severity: 'WARN',
            active: true,
            origin: 'GATEWAY',
            subject: { id: `Source:${name}` },
            description: expect.stringContaining('tls.insecure'),
          },
        ],
      },
    });
  });
});

describe('that a connection is insecure', () => {
  it('is said for as long as it is, once, across restarts', async () => {
    const emulator = await startKeygenEmulator({ tls: true });
    const store = await embedded();
    cleanups.push(
      () => store.remove(),
      () => emulator.close(),
    );
    const readWith = async (tls: SourceTls) => {
      const gateway = await startGateway([{ ...keygenSourceOf(emulator), tls }], { store });
      await gateway.refresh();
      await gateway.refresh();
      const { nodes } = (await stateOf(gateway)).messages;
      await gateway.close();
      return nodes.length;
    };
    expect(await readWith({ insecure: true })).toBe(1);
    expect(await readWith({ insecure: true })).toBe(1);
    expect(await readWith({ ca: emulator.certificate ?? '' })).toBe(0);
    expect(await readWith({ insecure: true })).toBe(1);
  });

  it('is said of plain HTTP to another machine, also while that cannot be read', async () => {
    const gateway = await gatewayOf(keygenSourceOf({ url: 'http://no-such-host.invalid' } as RunningEmulator));
    expect(await stateOf(gateway)).toMatchObject({
      status: 'UNREACHABLE',
      messages: { nodes: [{ description: expect.stringContaining('plain HTTP') }] },
    });
  });

  it('is not said of plain HTTP to this machine', async () => {
    const emulator = await startKeygenEmulator();
    cleanups.push(() => emulator.close());
    expect((await stateOf(await gatewayOf(keygenSourceOf(emulator)))).messages.nodes).toEqual([]);
  });
});

it.each(names)('a redirect of %s is not followed, by whatever status: the other host hears nothing', async (name) => {
  let status = 0;
  let asked = 0;
  const other = await listen(createServer((_request, response) => response.end('{}')));
  const upstream = await listen(
    createServer((request, response) => {
      asked++;
      response.writeHead(status, { location: `${other.url}${request.url}` }).end();
    }),
  );
  const gateway = await startGateway([vendorOf(name).sourceOf(upstream)]);
  cleanups.push(() => gateway.close());
  for (status of [301, 302, 303, 307, 308]) {
    const before = asked;
    await gateway.refresh();
    // The first read may have begun under another status.
    await gateway.refresh();
    const { status: told, lastError } = await stateOf(gateway);
    expect([told, lastError?.code]).toEqual(['BAD_RESPONSE', `HTTP_${status}`]);
    expect(lastError?.message).not.toContain(other.url.slice(7));
    expect(asked).toBeGreaterThan(before);
  }
  expect(other.sockets()).toBe(0);
});

describe('an answer too large', () => {
  const GIB = 1024 ** 3;
  const MIB = 1024 ** 2;
  const zeros = () => Readable.from(repeated(Buffer.alloc(MIB), GIB / MIB));
  /** 1 GiB in a megabyte: gzip files in a row are one. */
  const member = gzipSync(Buffer.alloc(MIB));
  const gzipBomb = () => Buffer.concat(Array(GIB / MIB).fill(member));

  const bombs: Readonly<Record<string, RequestListener>> = {
    'a bomb of gzip': (_request, response) => response.writeHead(200, coded('gzip')).end(gzipBomb()),
    'a bomb of brotli, which was not asked for': (_request, response) => {
      const packed = zeros().pipe(createBrotliCompress({ params: { [zlib.BROTLI_PARAM_QUALITY]: 0 } }));
      packed.pipe(response.writeHead(200, coded('br')));
    },
    'a bomb of deflate': (_request, response) => {
      zeros()
        .pipe(createDeflate({ level: 1 }))
        .pipe(response.writeHead(200, coded('deflate')));
    },
    'a body without an end': (_request, response) => {
      Readable.from(repeated(Buffer.alloc(MIB, ' '), Number.POSITIVE_INFINITY)).pipe(
        response.writeHead(200, { 'content-type': 'application/json' }),
      );
    },
  };

  it.each(Object.entries(bombs))('that is %s is cut off at the cap, in bounded memory', async (_name, answer) => {
    const upstream = await listen(createServer(answer));
    const client = createHttpClient({ url: upstream.url, tls: {}, timeoutMs: 60_000 });
    cleanups.push(() => client.close());
    const used = watchMemory();
    await expect(client.request({ path: '/' })).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
    expect(used()).toBeLessThan(GIB / 4);
  });

  it('that is packed twice is not unpacked at all', async () => {
    const upstream = await listen(
      createServer((_request, response) => response.writeHead(200, coded('gzip, gzip')).end(gzipSync(gzipBomb()))),
    );
    const client = createHttpClient({ url: upstream.url, tls: {}, timeoutMs: 60_000 });
    cleanups.push(() => client.close());
    await expect(client.request({ path: '/' })).rejects.toMatchObject({ code: 'UNKNOWN_ENCODING' });
  });

  it.each<[string, string, string]>([
    ['one header', 'HTTP/1.1 200 OK\r\nX-Bomb: ', 'x'],
    ['headers', 'HTTP/1.1 200 OK\r\n', 'X-Bomb: 1\r\n'],
    ['a status line', 'HTTP/1.1 200 ', 'x'],
    ['early hints', '', 'HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n'],
    ['the extension of a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=', 'x'],
    ['trailers', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n', 'X-Bomb: 1\r\n'],
  ])('for %s without an end is cut off, by its size or by the time it takes', async (_name, head, part) => {
    const upstream = await listen(createNetServer((socket) => socket.once('data', () => pour(socket, head, part))));
    const client = createHttpClient({ url: upstream.url, tls: {}, timeoutMs: 300, retries: 0 });
    cleanups.push(() => client.close());
    const used = watchMemory();
    await expect(client.request({ path: '/' })).rejects.toMatchObject({
      name: 'SourceFailure',
      status: expect.stringMatching(/^(BAD_RESPONSE|TIMEOUT)$/),
    });
    expect(used()).toBeLessThan(GIB / 4);
  });

  /** Writes for as long as somebody reads. */
  function pour(socket: Socket, head: string, part: string): void {
    const piece = part.repeat(Math.ceil(16_384 / part.length));
    const more = () => {
      if (socket.destroyed) return;
      if (socket.write(piece)) setImmediate(more);
      else socket.once('drain', more);
    };
    socket.write(head);
    more();
  }

  function coded(coding: string) {
    return { 'content-type': 'application/json', 'content-encoding': coding };
  }

  function* repeated(chunk: Buffer, times: number): Iterable<Buffer> {
    for (let n = 0; n < times; n++) yield chunk;
  }

  /** The most bytes of buffers there were at a time, above those of the beginning. */
  function watchMemory(): () => number {
    const before = process.memoryUsage().arrayBuffers;
    let most = before;
    const look = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
    }, 1);
    return () => {
      clearInterval(look);
      return Math.max(most, process.memoryUsage().arrayBuffers) - before;
    };
  }
});

describe('the body of a failure', () => {
  const SECRET = 'hunter2-c3VwZXJzZWNyZXQ';
  const bodies = [
    ['application/json', JSON.stringify({ trace: SECRET, internal: { url: `http://u:${SECRET}@db.internal/` } })],
    ['text/html', `<html><pre>Traceback ${SECRET}</pre></html>`],
    ['text/plain', SECRET],
  ] as const;

  it.each(names)('of %s is in no answer and no log, whatever it is', async (name) => {
    let [type, body]: readonly [string, string] = bodies[0];
    const upstream = await listen(
      createServer((_request, response) => {
        const headers = { 'content-type': type, 'x-internal': SECRET, 'set-cookie': `s=${SECRET}` };
        response.writeHead(500, headers).end(body);
      }),
    );
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const gateway = await gatewayOf(vendorOf(name).sourceOf(upstream), { overrides: { logger } });
    for ([type, body] of bodies) {
      const refreshed = await gateway.ask(
        `mutation { refreshSource(input: { sourceId: "Source:${name}" }) { source { status } errors { code message } } }`,
      );
      const seen = await gateway.ask(
        `{ sources { nodes { status vendorFields lastError { code message } messages { nodes { description vendorFields } } } }
           messages { nodes { description } } }`,
      );
      const told = JSON.stringify([seen, refreshed]);
      expect(told).toContain('HTTP_500');
      expect(told + lines.join('')).not.toMatch(/hunter2|db\.internal|Traceback|changeme|password123|admin-demo/);
      expect(told + lines.join('')).not.toContain(upstream.url.slice(7));
    }
    expect(lines.join('')).toContain('sync failed');
  });
});
