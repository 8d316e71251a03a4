/** Which of the driver's errors mean that the database is away, in one place; the rest are faults, and stay what they are. */
import {
  MongoClientClosedError,
  MongoError,
  MongoErrorLabel,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';
import { StoreUnavailableError } from '../repo.js';

const codes = {
  unauthorized: 13,
  authenticationFailed: 18,
  indexOptionsConflict: 85,
  indexKeySpecsConflict: 86,
  outOfDiskSpace: 14_031,
  duplicateKey: 11_000,
} as const;

/** Not the primary, shutting down, stepping down, a majority that did not confirm in time, a shard without a primary. */
const AWAY_CODES: ReadonlySet<unknown> = new Set([
  ...[6, 7, 89, 91, 189, 262, 9001, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436],
  ...[64, 100, 133, 134],
]);

/** Causes that are looked at, lest one that comes of itself is looked at forever. */
const DEEPEST = 11;

/** Of a socket that breaks just as it is written to, which the driver passes on as it comes. */
const SOCKET_CODES: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ECONNREFUSED']);

export function isDuplicate(error: unknown): boolean {
  return hasCode(error, 'duplicateKey');
}

export function hasCode(error: unknown, name: keyof typeof codes): boolean {
  return error instanceof MongoServerError && error.code === codes[name];
}

/** Whether it may work again by itself. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof MongoError)) return error instanceof Error && 'code' in error && SOCKET_CODES.has(error.code);
  if (error instanceof MongoServerError) {
    if (AWAY_CODES.has(error.code) || error.hasErrorLabel(MongoErrorLabel.RetryableWriteError)) return true;
    // Of many writes at once: what broke them is what the server is said to have answered.
    const broke: unknown = error.errorResponse;
    return broke instanceof Error && isAway(broke);
  }
  return (
    // Broken and hung connections, and pools that were cleared for them.
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoTopologyClosedError ||
    error instanceof MongoNotConnectedError ||
    error instanceof MongoClientClosedError ||
    // Not exported by the driver.
    error.name === 'MongoWaitQueueTimeoutError' ||
    // A transaction that could not be ended in time carries what it failed of.
    isAway(error.cause)
  );
}

/** A StoreUnavailableError for what says that the database is away; anything else as it is. */
export function translated(error: unknown, hosts: string): unknown {
  if (!isAway(error)) return error;
  return new StoreUnavailableError(`MongoDB at ${hosts} does not answer (${reasonOf(error)})`, error);
}

/** In few words, by the innermost cause. */
export function reasonOf(error: unknown): string {
  const innermost = causesOf(error).at(-1);
  const code = (innermost as { readonly code?: unknown } | null)?.code;
  if (code === 'ECONNREFUSED') return 'connection refused';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name cannot be resolved';
  if (code === 'ECONNRESET') return 'connection reset';
  if (code === 'ETIMEDOUT') return 'connection timed out';
  return innermost instanceof Error ? innermost.message : String(innermost);
}

/** The error and what it came of, the innermost last. */
export function causesOf(error: unknown): readonly unknown[] {
  const all = [error];
  for (let inner = innerOf(error); inner !== null && all.length < DEEPEST; inner = innerOf(inner)) all.push(inner);
  return all;
}

function innerOf(error: unknown): unknown {
  if (error instanceof MongoServerSelectionError && error.reason !== undefined) {
    const failed = [...error.reason.servers.values()].find((server) => server.error !== null);
    if (failed?.error != null) return failed.error;
  }
  // A refused connection to a name of several addresses is one error of each.
  if (error instanceof AggregateError) return error.errors[0] ?? null;
  return error instanceof Error && error.cause instanceof Error ? error.cause : null;
}
