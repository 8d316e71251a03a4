/** A gateway's HTTP server around a schema of a few fields, for the tests of everything but the real schema. */
import { Writable } from 'node:stream';
import { ApolloServer } from '@apollo/server';
import { pino } from 'pino';
import type { ApiKey } from '../../src/auth/api-key.js';
import { hashKey } from '../../src/auth/api-key.js';
import { createKeyHolder } from '../../src/auth/keys.js';
import type { Viewer } from '../../src/auth/viewer.js';
import { systemClock } from '../../src/domain/ports.js';
import type { ServerOptions, TrafficLimits } from '../../src/http/options.js';
import { createHttpServer, type HttpServerDeps } from '../../src/http/server.js';
import { createTelemetry } from '../../src/telemetry/telemetry.js';
import { trafficLimits } from './limits.js';

export const KEY = 'tiny-key-0123456789';
/** Of another caller. */
export const OTHER_KEY = 'other-key-0123456789';

const typeDefs = `
  type Query {
    "Says hello."
    hello: String!
    echo(n: Int!): Int!
    viewer: String!
    requestId: String!
    wait: String!
    fail: String!
  }
  type Mutation { touch: String! }
`;

interface TinyContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

type OwnDeps =
  | 'calendar'
  | 'exports'
  | 'readiness'
  | 'closeWithinMs'
  | 'webhooks'
  | 'graphiql'
  | 'waits'
  | 'beforeListening'
  | 'eventLoopDelay'
  | 'authenticate'
  | 'telemetry'
  | 'scrape';

export interface TinyDeps extends Partial<Pick<HttpServerDeps<TinyContext>, OwnDeps>> {
  readonly limits?: Partial<TrafficLimits>;
  readonly introspection?: boolean;
}

export interface TinyServer {
  readonly url: string;
  /** Lines of the log, parsed. */
  readonly log: readonly Record<string, unknown>[];
  readonly logText: () => string;
  /** Resolves when a request has reached the field `wait`. */
  readonly reached: Promise<void>;
  /** Resolves when nobody waits any more for one that has. */
  readonly left: Promise<void>;
  /** Lets the field `wait` answer. */
  release(): void;
  /** Knows the key no more, and tells so. */
  revoke(key: string): void;
  close(): Promise<void>;
}

export async function startTinyServer(
  options: Partial<ServerOptions> = {},
  { limits, introspection = true, ...deps }: TinyDeps = {},
): Promise<TinyServer> {
  const reached = deferred();
  const left = deferred();
  const released = deferred();
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const apollo = new ApolloServer<TinyContext>({
    typeDefs,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    introspection,
    resolvers: {
      Query: {
        hello: () => 'there',
        echo: (_parent, { n }) => n,
        viewer: (_parent, _args, { viewer }) => viewer.name,
        requestId: (_parent, _args, { requestId }) => requestId,
        wait: async (_parent, _args, { signal }) => {
          signal.addEventListener('abort', left.resolve);
          reached.resolve();
          await released.promise;
          return 'done';
        },
        fail: () => {
          throw new Error('inner');
        },
      },
      Mutation: { touch: () => 'touched' },
    },
  });
  let keys: readonly ApiKey[] = [
    { name: 'ops', role: 'ADMIN', sha256: hashKey(KEY), sources: null },
    { name: 'other', role: 'VIEWER', sha256: hashKey(OTHER_KEY), sources: null },
  ];
  const listeners = new Set<() => void>();
  const server = await createHttpServer<TinyContext>({
    server: { host: '127.0.0.1', port: 0, tls: null, trustProxy: false, cors: [], dashboard: false, ...options },
    logger: pino({ level: 'debug' }, stream),
    authenticate: async (bearer) => (bearer === undefined ? null : createKeyHolder(keys)(bearer)),
    graphql: {
      apollo,
      contextOf: async ({ viewer, requestId, signal }) => ({ viewer, requestId, signal }),
      eventsOf: () => null,
    },
    graphiql: true,
    dashboard: null,
    calendar: { expiries: async () => [], leadDays: () => [], clock: systemClock },
    exports: { begin: async () => ({ fileName: 'none.csv', pieces: pieces() }), manual: () => '# Exports' },
    webhooks: { takes: () => false, receive: () => ({ kind: 'taken' }) },
    limits: { ...trafficLimits, ...limits },
    onReload(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    telemetry: createTelemetry({ tracing: null }),
    scrape: async () => '',
    readiness: () => ({ missing: [] }),
    publicSdl: typeDefs,
    introspection: 'VIEWER',
    ...deps,
  });
  return {
    url: server.url,
    get log() {
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    logText: () => lines.join(''),
    reached: reached.promise,
    left: left.promise,
    release: released.resolve,
    revoke(key) {
      keys = keys.filter(({ sha256 }) => sha256 !== hashKey(key));
      for (const listener of listeners) listener();
    },
    close: () => server.close(),
  };
}

/** Of a file. */
async function* pieces() {
  yield 'id\r\n';
}

/** A promise that the test resolves. */
export function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
