/** A stub of Splunk's management port that serves what a test says, and shortcuts to snapshots of it. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Finding, Meter } from '../../../src/domain/entities.js';
import type { Quota, QuotaPolicy } from '../../../src/domain/evaluated.js';
import { silentLogger } from '../../../src/domain/ports.js';
import type { Snapshot } from '../../../src/domain/snapshot.js';
import { evaluate } from '../../../src/quota/evaluate.js';
import type { SourceAuth, SourceConnection } from '../../../src/sources/source.js';
import type { SplunkSettings } from '../../../src/sources/splunk/config.js';
import { type Feed, readAnswer } from '../../../src/sources/splunk/feed.js';
import { splunkSource } from '../../../src/sources/splunk/index.js';
import type { Part } from '../../../src/sources/splunk/licenser.js';
import { normalize } from '../../../src/sources/splunk/normalize.js';

export const NOW = new Date('2026-10-09T06:15:30Z');
export const PASSWORD: SourceAuth = { username: 'admin', password: 'changeme' };

const FIXTURES = resolve(import.meta.dirname, '../../../src/sources/splunk/fixtures');

export function fixture(path: string): string {
  return readFileSync(resolve(FIXTURES, path), 'utf8');
}

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
}
export type Route = Answer | string | ((request: StubRequest) => Answer | string | Promise<Answer | string>);

export interface StubRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  readonly body: string;
}

export interface Stub {
  readonly url: string;
  readonly requests: readonly StubRequest[];
  /** The most requests that were open at once. */
  readonly mostAtOnce: () => number;
  paths(): string[];
  close(): Promise<void>;
}

export const LOGIN = '/services/auth/login';
export const at = (part: string): string => `/services/licenser/${part}`;
export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});
export const said = (status: number, text: string): Answer => json({ messages: [{ type: 'ERROR', text }] }, status);

/** Serves `routes` by path; what is not there is 404 as Splunk words it. */
export async function startStub(routes: Readonly<Record<string, Route>>): Promise<Stub> {
  const requests: StubRequest[] = [];
  let open = 0;
  let most = 0;
  const server = createServer(async (incoming, outgoing) => {
    most = Math.max(most, ++open);
    const request = await read(incoming);
    requests.push(request);
    const route = routes[request.path] ?? routes['*'] ?? said(404, 'Not Found');
    const answer = typeof route === 'function' ? await route(request) : route;
    const { status = 200, type, body } = typeof answer === 'string' ? { body: answer } : answer;
    open--;
    outgoing.writeHead(status, { 'content-type': type ?? (body.startsWith('<') ? 'text/xml' : 'application/json') });
    outgoing.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    mostAtOnce: () => most,
    paths: () => requests.map(({ path }) => path),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function read(incoming: IncomingMessage): Promise<StubRequest> {
  let body = '';
  for await (const chunk of incoming) body += String(chunk);
  const url = new URL(incoming.url ?? '/', 'http://stub');
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    authorization: incoming.headers.authorization ?? '',
    body,
  };
}

export const defaults: SplunkSettings = splunkSource.settings.parse(undefined);

export interface ConnectOptions {
  readonly auth?: SourceAuth;
  readonly settings?: Partial<SplunkSettings>;
  readonly timeoutMs?: number;
  readonly now?: Date;
}

export function connectTo(url: string, options: ConnectOptions = {}): SourceConnection {
  return splunkSource.connect(
    {
      name: 'splunk',
      kind: 'splunk',
      url,
      auth: options.auth ?? { token: 'a-token' },
      tls: {},
      syncIntervalMs: 60_000,
      timeoutMs: options.timeoutMs ?? 10_000,
      settings: { ...defaults, ...options.settings },
    },
    { clock: { now: () => options.now ?? NOW }, logger: silentLogger },
  );
}

export async function readOnce(url: string, options: ConnectOptions = {}): Promise<Snapshot> {
  const connection = connectTo(url, options);
  try {
    return await connection.read(new AbortController().signal);
  } finally {
    await connection.close();
  }
}

/** Reads a stub with these routes once; the stub is gone afterwards. */
export async function readRoutes(routes: Readonly<Record<string, Route>>, options: ConnectOptions = {}) {
  const stub = await startStub(routes);
  try {
    return await readOnce(stub.url, options);
  } finally {
    await stub.close();
  }
}

export type Fields = Readonly<Record<string, unknown>>;
/** Rows by entry name, or entries as they are. */
export type Rows = Readonly<Record<string, Fields>> | readonly unknown[];

export function feed(rows: Rows, more: Fields = {}): Fields {
  const entry = Array.isArray(rows) ? rows : Object.entries(rows).map(([name, content]) => ({ name, content }));
  return { updated: '2026-10-09T06:15:00+00:00', generator: { version: '10.6.0' }, entry, messages: [], ...more };
}

/** A whole small state: group Enterprise with one stack of 10,000 bytes; each part can be replaced, null is a gap. */
export const small: Readonly<Record<Part, Rows>> = {
  groups: {
    Enterprise: { is_active: true, stack_ids: ['enterprise'] },
    Free: { is_active: false, stack_ids: ['free'] },
  },
  stacks: {
    enterprise: { label: 'Enterprise stack', type: 'enterprise', quota: 10_000, max_violations: 5, window_period: 30 },
    free: { label: 'Free', type: 'free', quota: 500, max_violations: 3, window_period: 30 },
  },
  licenses: {},
  pools: { main: { stack_id: 'enterprise', quota: 'MAX', effective_quota: 10_000, used_bytes: 0, peers: ['*'] } },
  peers: {},
  localpeer: { license: { peer_id: 'LOCAL', peer_label: 'here', manager_uri: 'self', features: {} } },
  messages: {},
  usage: { license_usage: { quota: 10_000, peers_usage_bytes: 0 } },
};

export type Parts = Readonly<Partial<Record<Part, Rows | null>>>;

/** The snapshot of a state given as JSON rows; what the client would do to reach it is left out. */
export function snapshotOf(parts: Parts, settings: Partial<SplunkSettings> = {}, now = NOW): Snapshot {
  const feedOf = (part: Part): Feed | null => {
    const rows = parts[part] === undefined ? small[part] : parts[part];
    return rows === null ? null : feedFrom(JSON.stringify(feed(rows)));
  };
  return normalize({
    state: {
      feeds: {
        groups: feedOf('groups'),
        stacks: feedOf('stacks'),
        licenses: feedOf('licenses'),
        pools: feedOf('pools'),
        peers: feedOf('peers'),
        localpeer: feedOf('localpeer'),
        messages: feedOf('messages'),
        usage: feedOf('usage'),
      },
      serverInfo: null,
      attributes: {},
      gaps: [],
    },
    source: 'splunk',
    settings: { ...defaults, ...settings },
    observedAt: now,
  });
}

export function feedFrom(body: string, contentType = ''): Feed {
  return readAnswer({ status: 200, headers: {}, contentType, body }, '/services/licenser/test');
}

export function the<T extends { readonly vendorId: string | null }>(things: readonly T[], vendorId: string): T {
  const found = things.find((thing) => thing.vendorId === vendorId);
  if (found === undefined) throw new Error(`nothing is called ${vendorId}`);
  return found;
}

export function meterOf(
  snapshot: Snapshot,
  subjectId: string,
  dimension: Meter['dimension'] = 'INDEXED_BYTES_PER_DAY',
): Meter {
  const found = snapshot.meters.find((meter) => meter.subjectId === subjectId && meter.dimension === dimension);
  if (found === undefined) throw new Error(`${subjectId} has no meter of ${dimension}`);
  return found;
}

export function findingsOf(snapshot: Snapshot): [category: Finding['category'], concept: string, vendorId: string][] {
  return snapshot.findings.map(({ category, concept, vendorId }) => [category, concept, vendorId]);
}

/** A snapshot with what evaluation makes of it; `later` is another moment than that of the read. */
export function evaluatedOf(parts: Parts, settings: Partial<SplunkSettings> = {}, now = NOW, later = now) {
  const snapshot = snapshotOf(parts, settings, now);
  const evaluation = evaluate(snapshot, POLICY, later);
  const quota = (subject: string, dimension: Meter['dimension'] = 'INDEXED_BYTES_PER_DAY'): Quota => {
    const subjectId = subject.replace(':', ':splunk:');
    const found = evaluation.quotas.find((each) => each.subjectId === subjectId && each.dimension === dimension);
    if (found === undefined) throw new Error(`${subjectId} has no quota of ${dimension}`);
    return found;
  };
  return {
    ...evaluation,
    snapshot,
    /** By `<Concept>:<vendor id>`. */
    quota,
    warnings: (subject: string): Quota => quota(subject, 'WARNINGS'),
    peer: (vendorId: string) => the(snapshot.peers, vendorId),
    license: (vendorId: string) => the(evaluation.licenses, vendorId),
  };
}

const POLICY: QuotaPolicy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] };

export const seconds = (iso: string): number => Date.parse(iso) / 1000;
