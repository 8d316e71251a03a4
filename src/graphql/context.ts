/** What every resolver gets: who asks, when, and the one way to read. Made anew for each operation. */
import type { Alerts } from '../alerts/index.js';
import type { ApiKeyView } from '../auth/authenticate.js';
import type { Viewer } from '../auth/viewer.js';
import type { SourceCommands } from '../domain/commands.js';
import type { Message } from '../domain/entities.js';
import type { QuotaPolicy } from '../domain/evaluated.js';
import type { Logger } from '../domain/ports.js';
import type { SourceState } from '../domain/source-state.js';
import type { AuditLog } from '../sync/audit-log.js';
import type { Changes } from '../sync/changes.js';
import type { Pay } from './limits/caller-rates.js';
import type { Reader } from './reader.js';
import type { Subscribing } from './subscriptions/begun.js';

/** What a request asks to be run, before anything of it is checked. */
export interface AskedOperation {
  /** The document's text. */
  readonly query?: unknown;
  /** Names a persisted document, as `extensions.persistedQuery` does. */
  readonly documentId?: unknown;
  readonly extensions?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

export interface OperationRequest {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly asked: AskedOperation;
  /** Aborts when nobody waits for the answer any more: the time is up, or the caller has gone. */
  readonly signal: AbortSignal;
  /** Whether its caller can be told of one event after the other. */
  readonly takesEvents?: boolean;
}

export interface GraphqlContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The document's text as it was admitted, a persisted one's included: this runs. Null: the request brings and names none. */
  readonly document: string | null;
  /** Pays for the operation, in place of what was taken for its document; rejects with RATE_LIMITED when its caller cannot. */
  readonly pay: Pay;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  readonly now: Date;
  readonly policy: QuotaPolicy;
  /** Whether whatever was read so far stands for everybody of this role and scope while the sources' states do. */
  isLasting(): boolean;
  /**
   * At the revisions of when the operation began; reads only while somebody waits. A mutation puts in that of `readNow` when
   * it has changed something.
   */
  reader: Reader;
  /**
   * For what was changed: reads at the revisions of this moment, though nobody should wait any more. After that the same
   * reader reads only while somebody waits.
   */
  readNow<T>(read: (reader: Reader) => Promise<T>): Promise<T>;
  /** Pays for what the operation goes on to cost when it has been paid for; any number of times. */
  readonly payLater: Pay;
  /** The same caller's at a later moment, for one event of what it began; read until this signal aborts. */
  later(signal: AbortSignal): Promise<GraphqlContext>;
  /** Where a subscription is put that has passed every check; null: its caller takes no events. */
  readonly subscribing: Subscribing | null;
  readonly changes: Pick<Changes, 'listen'>;
  readonly commands: Commands;
  readonly audit: AuditLog;
  readonly alerts: AlertTester;
  /** Those that are configured now. */
  apiKeys(): Promise<ApiKeyView[]>;
  readonly logger: Logger;
  /** Whether a source of this name is configured, visible to the viewer or not. */
  isSource(name: string): boolean;
}

/** The channels that alerts are sent to. */
export type AlertTester = Pick<Alerts, 'channels' | 'test'>;
export type Sent = Awaited<ReturnType<Alerts['test']>>;

/** What a mutation can have done; everything is checked by then. Each rejects for a source that is not configured. */
export interface Commands {
  /** Notes who has seen a message; null when it is not there any more. */
  acknowledge(source: string, messageId: string, by: string): Promise<Message | null>;
  /** Reads a source in a run that begins after this call. */
  readAfresh(source: string): Promise<SourceState>;
  /** Reads some licenses of a source afresh, by their vendor ids, or all of it where it has no other way. */
  readLicenses(source: string, vendorIds: readonly string[]): Promise<SourceState>;
  /** Has the source do something, one thing at a time. */
  perform<T>(source: string, job: (commands: SourceCommands, signal: AbortSignal) => Promise<T>): Promise<T>;
}
