/** The contract a vendor's folder fulfils: how its sources are configured, read and shown. */
import type { z } from 'zod';
import type { SourceCommands } from '../domain/commands.js';
import type { EdgeTable } from '../domain/edges.js';
import type { LicenseEvaluator } from '../domain/evaluated.js';
import type { Clock, Logger, Telemetry } from '../domain/ports.js';
import type { LicensesPart, ReadMark, Snapshot, SnapshotChanges } from '../domain/snapshot.js';
import type { Capability } from '../domain/vocabulary.js';
import type { HttpClient, HttpOptions } from './http-request.js';
import type { SourceTls } from './http-tls.js';
import type { ImportFile, OfflineAnswers } from './offline.js';

export type SourceAuth = { readonly username: string; readonly password: string } | { readonly token: string };

export interface SourceOptions<Settings = unknown> {
  readonly name: string;
  readonly kind: string;
  /** Base URL without a trailing slash. */
  readonly url: string;
  readonly auth: SourceAuth;
  readonly tls: SourceTls;
  readonly syncIntervalMs: number;
  /** Its answers are brought in files; nothing is ever asked of its url. */
  readonly isImported?: boolean;
  /** One upstream request. */
  readonly timeoutMs: number;
  readonly settings: Settings;
}

export interface SourceDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where calls of the vendor are counted and timed; absent: nowhere. */
  readonly telemetry?: Telemetry | undefined;
  /** How requests are sent; absent: over the network. */
  readonly http?: (options: HttpOptions) => HttpClient;
}

export interface SourceConnection {
  /** Reads everything once. Throws SourceFailure; one bad row is a finding of the snapshot, never a throw. */
  read(signal: AbortSignal): Promise<Snapshot>;
  /**
   * Reads as much as it takes to tell what has changed since the snapshot, or the changes, with this mark; `doubtful` are
   * licenses, by their vendor ids, of which something else was read since. Null where everything has to be read for that.
   * Throws SourceFailure.
   */
  readChanges?(since: ReadMark, doubtful: readonly string[], signal: AbortSignal): Promise<SnapshotChanges | null>;
  /** Reads some licenses anew, by their vendor ids; absent where only everything can be read. Throws SourceFailure. */
  readLicenses?(vendorIds: readonly string[], signal: AbortSignal): Promise<LicensesPart>;
  /** What it can be asked to change. */
  readonly commands: SourceCommands;
  close(): Promise<void>;
}

/** A webhook as it came: nothing of it is believed before it is verified. */
export interface WebhookRequest {
  readonly method: string;
  /** Path with query, as it came. */
  readonly target: string;
  /** The Host header. */
  readonly host: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** What a verified webhook tells: that something has changed, never what it has become. */
export interface WebhookEvent {
  readonly kind: 'event';
  /** The same for every delivery of the same event. */
  readonly token: string;
  /** The vendor's name of what happened, e.g. `license.suspended`. */
  readonly event: string;
  /** Vendor ids of the licenses to be read anew, or everything; null: nothing that is shown here has changed. */
  readonly refresh: readonly string[] | 'ALL' | null;
}

export interface WebhookRefusal {
  readonly kind: 'refusal';
  /** UNVERIFIED: nobody knows who sent it. UNREADABLE: the vendor did, and it says nothing that can be understood. */
  readonly code: 'UNVERIFIED' | 'UNREADABLE';
  /** What was wrong and what to do, for whoever sent it. */
  readonly message: string;
}

/** Pure: verifies a webhook by the vendor's signature, at the time given, and says what it means. Never throws. */
export type WebhookReader = (request: WebhookRequest, now: Date) => WebhookEvent | WebhookRefusal;

export interface SourceModule<Settings = unknown> {
  readonly kind: string;
  readonly defaultSyncInterval: string;
  /** Which forms of `auth` this vendor takes. */
  readonly authForms: readonly ('password' | 'token')[];
  /** Checks `settings:` of the configuration and fills in its defaults; unknown keys are refused. */
  readonly settings: z.ZodType<Settings>;
  /** What its connections can be asked: one for each of their commands, and reading again. */
  readonly capabilities: readonly Capability[];
  /** Edges of the vendor's own GraphQL types. */
  readonly edges: EdgeTable;
  /** Fields of the vendor's own GraphQL types that are null below a role: type name → field name → role. */
  readonly restricted?: Readonly<Record<string, Readonly<Record<string, 'OPERATOR' | 'ADMIN'>>>>;
  connect(options: SourceOptions<Settings>, deps: SourceDeps): SourceConnection;
  /** How its webhooks are read; null where the settings name no key to verify them by. Absent: the vendor sends none. */
  webhook?(settings: Settings): WebhookReader | null;
  /** Takes files for answers of this vendor; throws ImportRefusedError with all that are none. */
  offline?(files: readonly ImportFile[]): OfflineAnswers;
  readonly evaluateLicense?: LicenseEvaluator;
}
