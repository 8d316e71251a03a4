/** A wire between a source and its upstream that keeps every byte that the source sends, and reads them as a server would. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface WireTap {
  readonly url: string;
  /** The requests that the bytes amount to, of each connection in their order. */
  requests(): readonly WireRequest[];
  forget(): void;
  close(): Promise<void>;
}

export interface WireRequest {
  /** `GET /path HTTP/1.1` */
  readonly line: string;
  /** Names in lower case. */
  readonly headerNames: readonly string[];
}

export async function startWireTap(upstream: string): Promise<WireTap> {
  const { hostname, port } = new URL(upstream);
  let streams: Buffer[][] = [];
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    let own: Buffer[] = [];
    let kept: Buffer[][] = [];
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.once('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    near.on('data', (chunk) => {
      // A connection goes on after what was sent over it is forgotten.
      if (kept !== streams) {
        own = [];
        kept = streams;
        streams.push(own);
      }
      own.push(chunk);
      far.write(chunk);
    });
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => streams.flatMap((chunks) => requestsIn(Buffer.concat(chunks).toString('latin1'))),
    forget() {
      streams = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function requestsIn(text: string): readonly WireRequest[] {
  const requests: WireRequest[] = [];
  for (let rest = text; rest !== ''; ) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) throw new Error('what was sent ends within the head of a request');
    const [line = '', ...headers] = rest.slice(0, end).split('\r\n');
    const length = headers.map((header) => /^content-length: (\d+)$/i.exec(header)?.[1]).find(Boolean);
    requests.push({ line, headerNames: headers.map((header) => (header.split(':', 1)[0] ?? '').toLowerCase()) });
    rest = rest.slice(end + 4 + Number(length ?? 0));
  }
  return requests;
}
