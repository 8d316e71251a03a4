/** A small local server that pages lists as Keygen does, and can be told to misbehave. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../../src/domain/ports.js';
import { silentLogger } from '../../../src/domain/ports.js';
import type { Snapshot } from '../../../src/domain/snapshot.js';
import { keygenSource } from '../../../src/sources/keygen/index.js';

export interface FakeRequest {
  /** Path below `/v1/` (or below the account), e.g. `licenses`. */
  readonly list: string;
  readonly path: string;
  readonly cursor: string | null;
  readonly headers: IncomingMessage['headers'];
}

export interface Reply {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeKeygen {
  readonly url: string;
  /** Rows of each list, oldest first; may be changed between requests. */
  readonly lists: Record<string, unknown[]>;
  readonly requests: FakeRequest[];
  close(): Promise<void>;
}

/** `override` answers in place of the list, or null to let the list answer. A body that is a string goes as it is. */
export async function fakeKeygen(
  lists: Record<string, unknown[]>,
  override: (request: FakeRequest) => Reply | null = () => null,
): Promise<FakeKeygen> {
  const requests: FakeRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://fake');
    const list = url.pathname.replace(/^\/v1\/(accounts\/[^/]+\/)?/, '');
    const cursor = url.searchParams.get('page[cursor]');
    const request = { list, path: url.pathname, cursor, headers: incoming.headers };
    requests.push(request);
    send(outgoing, override(request) ?? page(lists[list] ?? [], url));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lists,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function page(rows: readonly unknown[], url: URL): Reply {
  const size = Number(url.searchParams.get('page[size]') ?? 10);
  const cursor = url.searchParams.get('page[cursor]');
  if (cursor === null) {
    return {
      body: { data: rows.slice(0, size), links: { self: url.pathname, meta: { pages: 1, count: rows.length } } },
    };
  }
  const at = rows.findIndex((row) => (row as { id?: string } | null)?.id === cursor);
  const from = cursor === '' ? 0 : at + 1;
  const data = cursor !== '' && at < 0 ? [] : rows.slice(from, from + size);
  const more = data.length > 0 && from + size < rows.length;
  return { body: { data, links: { self: url.pathname, next: more ? `${url.pathname}?page[cursor]=next` : null } } };
}

function send(outgoing: ServerResponse, { status = 200, body, headers = {} }: Reply): void {
  outgoing.writeHead(status, {
    'content-type': 'application/vnd.api+json',
    'keygen-version': '1.8',
    'keygen-edition': 'CE',
    'keygen-token': 'id-of-the-token',
    ...headers,
  });
  outgoing.end(typeof body === 'string' ? body : JSON.stringify(body));
}

export const NOW = new Date('2026-06-30T12:00:00.000Z');
const fixedClock: Clock = { now: () => NOW };

/** Reads a server once through the module's own entrance. */
export async function readFrom(url: string, account: string | null = null, clock = fixedClock): Promise<Snapshot> {
  const connection = keygenSource.connect(
    {
      name: 'keygen',
      kind: 'keygen',
      url,
      auth: { token: 'admin-secret-token' },
      tls: {},
      syncIntervalMs: 900_000,
      timeoutMs: 20_000,
      settings: { account, webhookPublicKey: null, webhookUrl: null },
    },
    { clock, logger: silentLogger },
  );
  try {
    return await connection.read(new AbortController().signal);
  } finally {
    await connection.close();
  }
}

/** Reads what a fresh server with these lists says. */
export async function readLists(
  lists: Record<string, unknown[]>,
  override?: (request: FakeRequest) => Reply | null,
): Promise<Snapshot> {
  const server = await fakeKeygen(lists, override);
  try {
    return await readFrom(server.url);
  } finally {
    await server.close();
  }
}
