/** Who asked for which change, and what came of it. */
import type { JsonObject } from './json.js';

export type AuditOutcome = 'APPLIED' | 'REFUSED' | 'FAILED' | 'UNKNOWN';

export interface AuditEntry extends AuditAttempt, AuditResult {
  readonly id: string;
  readonly at: Date;
  readonly typeName: 'AuditEntry';
}

/** What is known before anything is done. */
export interface AuditAttempt {
  /** Name of the API key, or `<identity provider>:<name>` of a token's holder. */
  readonly actor: string;
  readonly role: 'VIEWER' | 'OPERATOR' | 'ADMIN';
  /** The mutation's name. */
  readonly action: string;
  /** Global id, as it was given. */
  readonly subjectId: string | null;
  /** Name of a configured source; null when there is none of that name. */
  readonly source: string | null;
  /** What was asked for. Never a key, credential or license file; so for `before` and `after`. */
  readonly input: JsonObject;
  readonly before: JsonObject | null;
}

export interface AuditResult {
  readonly after: JsonObject | null;
  readonly outcome: AuditOutcome;
  readonly code: string | null;
  readonly upstreamRequestId: string | null;
}
