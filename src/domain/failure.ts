/** Why a source could not be read. Thrown by sources, turned into the source's status by sync. */
import type { SourceStatus } from './vocabulary.js';

export type FailureStatus = Exclude<SourceStatus, 'PENDING' | 'OK'>;

export class SourceFailure extends Error {
  readonly status: FailureStatus;
  /** A short constant-case code for machines, e.g. `HTTP_503`, `UNSUPPORTED_EDITION`. */
  readonly code: string;
  /** When the vendor asked to be left alone until then (429, 503). */
  readonly retryAfterMs: number | null;

  /** `message` says what was wrong and what to do; it never holds a URL with credentials, a header or a body. */
  constructor(status: FailureStatus, code: string, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'SourceFailure';
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
