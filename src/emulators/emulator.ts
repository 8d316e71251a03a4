/** What the three emulators share: how one is started, listened on and looked at. Knows no vendor. */
import { X509Certificate } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import type { Clock } from '../domain/ports.js';

export interface EmulatorOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  readonly scenario?: string;
  /** Serve HTTPS with a self-signed certificate made at start, as the vendors' servers do. */
  readonly tls?: boolean;
  /** What the emulated server believes the time to be. */
  readonly clock?: Clock;
}

export interface EmulatorRequest {
  readonly method: string;
  /** Path with query, as it came. */
  readonly url: string;
  readonly status: number;
}

export interface RunningEmulator {
  readonly url: string;
  /** SHA-256 of the certificate, `AA:BB:…`; null without TLS. */
  readonly fingerprint256: string | null;
  /** PEM of the certificate; null without TLS. */
  readonly certificate: string | null;
  /** Every request answered so far, oldest first; the latest 10,000 are kept. */
  readonly requests: readonly EmulatorRequest[];
  close(): Promise<void>;
}

export interface EmulatorModule {
  readonly kind: string;
  readonly defaultPort: number;
  /** The first one is the default: the vendor documentation's own sample. */
  readonly scenarios: readonly string[];
  /** What a person needs to talk to it, for the CLI to print. */
  readonly credentials: string;
  start(options: EmulatorOptions): Promise<RunningEmulator>;
}

const KEPT_REQUESTS = 10_000;

/** Starts a Fastify server with `routes` on it. */
export async function serveEmulator(
  options: EmulatorOptions,
  routes: (app: FastifyInstance) => void | Promise<void>,
): Promise<RunningEmulator> {
  const pair = options.tls === true ? await selfSigned() : null;
  const app = (pair === null
    ? fastify({ logger: false })
    : fastify({ logger: false, https: { key: pair.private, cert: pair.cert } })) as unknown as FastifyInstance;
  const requests: EmulatorRequest[] = [];
  app.addHook('onResponse', async (request, reply) => {
    requests.push({ method: request.method, url: request.url, status: reply.statusCode });
    if (requests.length > KEPT_REQUESTS) requests.shift();
  });
  await routes(app);
  const host = options.host ?? '127.0.0.1';
  await app.listen({ host, port: options.port ?? 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `${pair === null ? 'http' : 'https'}://${host}:${port}`,
    fingerprint256: pair === null ? null : fingerprintOf(pair.cert),
    certificate: pair?.cert ?? null,
    requests,
    async close() {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

async function selfSigned() {
  // Only who emulates TLS waits for all that makes a certificate to be loaded.
  const { generate } = await import('selfsigned');
  return generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
}

function fingerprintOf(pem: string): string {
  return new X509Certificate(pem).fingerprint256;
}
