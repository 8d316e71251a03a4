/** Between a gateway and MongoDB: holds back what a gateway sends when it is what a test waits for. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface HoldingProxy {
  /** The connection string, by way of the proxy. */
  readonly uri: string;
  /** Resolves when the gateway sends the next command of this name for this collection, and holds that and all behind it. */
  holdNext(command: string, collection: string): Promise<void>;
  /** Sends what is held. */
  release(): void;
  close(): Promise<void>;
}

export async function startHoldingProxy(mongodb: string): Promise<HoldingProxy> {
  const { hostname, port } = new URL(mongodb);
  const sockets = new Set<Socket>();
  let waiting: { readonly texts: readonly Buffer[]; readonly reached: () => void } | null = null;
  let release = () => {};
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    upstream.pipe(client);
    client.on('data', (chunk) => {
      if (waiting?.texts.every((text) => chunk.includes(text))) {
        const { reached } = waiting;
        waiting = null;
        client.pause();
        release = () => {
          upstream.write(chunk);
          client.resume();
        };
        return reached();
      }
      upstream.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    // Directly: the server would tell of its own address. Uncompressed: what is sent is to be seen.
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/?directConnection=true&compressors=none`,
    holdNext: (command, collection) =>
      new Promise((reached) => {
        waiting = { texts: [Buffer.from(`${command}\0`), Buffer.from(`${collection}\0`)], reached };
      }),
    release: () => release(),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
