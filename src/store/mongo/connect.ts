/** A connection to MongoDB that works: waited for while the server is away, refused at once for what waiting does not cure. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type MongoClient,
  MongoCompatibilityError,
  MongoNetworkTimeoutError,
  type ServerHeartbeatFailedEvent,
} from 'mongodb';
import { StoreUnavailableError } from '../repo.js';
import { causesOf, hasCode, isAway, reasonOf } from './failures.js';
import { createClient, hostsOf, risksOf } from './options.js';
import { readTopology, type Topology } from './topology.js';

export interface ConnectOptions {
  readonly uri: string;
  readonly database: string;
  /** How long to go on trying; 0: one try, as long as the connection string's serverSelectionTimeoutMS. */
  readonly startTimeoutMs?: number | undefined;
  /** Takes lines for a person. */
  readonly onProgress?: ((line: string) => void) | undefined;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
  /** Told of every command that is sent; for tests of what is sent. */
  readonly onCommand?: ((command: Readonly<Record<string, unknown>>) => void) | undefined;
}

export interface Connected {
  readonly client: MongoClient;
  readonly topology: Topology;
  /** What the connection string asks for that puts something at risk. */
  readonly risks: readonly string[];
}

/** How often a person who waits is told. */
const TOLD_EVERY_MS = 5_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** Of certificates, and of what is no TLS at all. */
const TLS_CODE =
  /^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|ERR_TLS_|ERR_SSL_|HOSTNAME_)/;

/** Throws StoreUnavailableError. No message holds the connection string, which may hold a password. */
export async function connect(options: ConnectOptions): Promise<Connected> {
  const { signal } = options;
  const waiting = startWaiting(options);
  try {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      signal?.throwIfAborted();
      const client = createClient(options.uri, { monitorCommands: options.onCommand !== undefined });
      if (options.onCommand !== undefined) client.on('commandStarted', ({ command }) => options.onCommand?.(command));
      const unwatch = waiting.watch(client);
      try {
        const topology = await Promise.race([open(client, options.database), waiting.hopeless]);
        return { client, topology, risks: risksOf(client) };
      } catch (error) {
        await client.close();
        signal?.throwIfAborted();
        if (!isAway(error) || isIncurable(error) || waiting.left() <= 0) throw unavailable(client, error);
      } finally {
        unwatch();
      }
      await sleep(Math.min(pause, waiting.left()), undefined, signal && { signal });
    }
  } finally {
    waiting.end();
  }
}

async function open(client: MongoClient, database: string): Promise<Topology> {
  await client.connect();
  await client.db(database).command({ ping: 1 });
  return readTopology(client);
}

/** Says what is waited for; `hopeless` rejects for what waiting does not cure, and when the waiting is over or to end. */
function startWaiting({ startTimeoutMs = 0, onProgress = () => {}, signal }: ConnectOptions) {
  const started = Date.now();
  const left = () => startTimeoutMs - (Date.now() - started);
  let failed: { readonly hosts: string; readonly reason: string } | null = null;
  const tell = () => {
    if (failed === null || startTimeoutMs === 0) return;
    const so = `${seconds(Date.now() - started)} of ${span(startTimeoutMs)}`;
    onProgress(`waiting for MongoDB at ${failed.hosts} (${failed.reason}), ${so}`);
  };
  const timer = setInterval(tell, TOLD_EVERY_MS);
  let giveUp: (error: unknown) => void = () => {};
  const hopeless = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  hopeless.catch(() => {});
  const onAbort = () => giveUp(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  // By itself the driver goes on for as long as it may look for a server, whatever is left.
  const onTimeOver = () => giveUp(new MongoNetworkTimeoutError(failed?.reason ?? 'it does not answer'));
  const timeOver = startTimeoutMs === 0 ? undefined : setTimeout(onTimeOver, startTimeoutMs);
  return {
    left,
    hopeless,
    /** Looks for what goes wrong with this client, until it is told to stop. */
    watch(client: MongoClient) {
      const onFailure = ({ failure }: ServerHeartbeatFailedEvent) => {
        const isFirst = failed === null;
        failed = { hosts: hostsOf(client), reason: reasonOf(failure) };
        if (isFirst) tell();
        if (isIncurable(failure)) giveUp(failure);
      };
      client.on('serverHeartbeatFailed', onFailure);
      // Of a server that goes away later, nobody waits for a start.
      return () => void client.off('serverHeartbeatFailed', onFailure);
    },
    end() {
      clearInterval(timer);
      clearTimeout(timeOver);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}

function isIncurable(error: unknown): boolean {
  return causesOf(error).some((at) => {
    if (at instanceof MongoCompatibilityError) return true;
    if (hasCode(at, 'authenticationFailed') || hasCode(at, 'unauthorized')) return true;
    const code = at instanceof Error && 'code' in at ? at.code : null;
    return typeof code === 'string' && TLS_CODE.test(code);
  });
}

function unavailable(client: MongoClient, error: unknown): StoreUnavailableError {
  const hosts = hostsOf(client);
  if (hasCode(error, 'authenticationFailed')) {
    return new StoreUnavailableError(`MongoDB at ${hosts} refused the user name or password: check MONGODB_URI`);
  }
  if (hasCode(error, 'unauthorized')) {
    return new StoreUnavailableError(
      `MongoDB at ${hosts} wants a user name and password, or one that may do more: check MONGODB_URI and the user's roles`,
    );
  }
  const reason = reasonOf(error);
  const advice = /wire version/.test(reason)
    ? 'run a MongoDB that this gateway can use'
    : isIncurable(error)
      ? 'check the certificates, and the tls options in MONGODB_URI'
      : isAway(error)
        ? 'is it running and reachable from here?'
        : 'check MONGODB_URI';
  return new StoreUnavailableError(`MongoDB at ${hosts} cannot be reached (${reason}): ${advice}`);
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

function span(ms: number): string {
  return ms >= 60_000 && ms % 60_000 === 0 ? `${ms / 60_000} min` : seconds(ms);
}
