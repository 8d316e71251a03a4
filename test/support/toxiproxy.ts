/** A real proxy that hurts connections on purpose, between the gateway and what it talks to; where TOXIPROXY_SERVER names one. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type ICreateToxicBody, Toxiproxy } from 'toxiproxy-node-client';

export const toxiproxyServer = process.env.TOXIPROXY_SERVER;

export interface HurtProxy {
  readonly host: string;
  readonly port: number;
  /**
   * Does to every connection, also those that are open, what the type says, until the answer is called. `downstream`: to
   * what the upstream says (the default); `upstream`: to what it is told.
   */
  toxic(
    type: ICreateToxicBody<unknown>['type'],
    attributes: Readonly<Record<string, number>>,
    stream?: 'upstream' | 'downstream',
  ): Promise<() => Promise<void>>;
  /** Ends every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Takes connections again, and away every toxic. */
  restore(): Promise<void>;
}

export interface RunningToxiproxy {
  /** `upstream`: `host:port`. */
  proxy(options: { readonly upstream: string }): Promise<HurtProxy>;
  close(): Promise<void>;
}

export async function startToxiproxy(): Promise<RunningToxiproxy> {
  if (toxiproxyServer === undefined) throw new Error('TOXIPROXY_SERVER names no toxiproxy server');
  const port = await freePort();
  const server = spawn(toxiproxyServer, ['-host', '127.0.0.1', '-port', String(port)], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const client = new Toxiproxy(`http://127.0.0.1:${port}`);
  await answering(client, () => server.exitCode !== null);
  return {
    async proxy({ upstream }) {
      const proxy = await client.createProxy({ name: randomUUID(), listen: '127.0.0.1:0', upstream });
      const { hostname, port: listening } = new URL(`tcp://${proxy.listen}`);
      const settings = { listen: proxy.listen, upstream };
      const toxics = new Set<() => Promise<void>>();
      return {
        host: hostname,
        port: Number(listening),
        async toxic(type, attributes, stream = 'downstream') {
          const toxic = await proxy.addToxic({ name: randomUUID(), type, stream, toxicity: 1, attributes });
          const remove = async () => {
            if (toxics.delete(remove)) await toxic.remove();
          };
          toxics.add(remove);
          return remove;
        },
        async cut() {
          await proxy.update({ ...settings, enabled: false });
        },
        async restore() {
          for (const remove of toxics) await remove();
          await proxy.update({ ...settings, enabled: true });
        },
      };
    },
    async close() {
      server.kill();
      await ended;
    },
  };
}

async function answering(client: Toxiproxy, hasEnded: () => boolean): Promise<void> {
  for (;;) {
    try {
      await client.getVersion();
      return;
    } catch (error) {
      if (hasEnded()) throw new Error('toxiproxy ended before it answered', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Toxiproxy does not tell which port it took when it may choose. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
