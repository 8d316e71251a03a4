/** What an audit entry says of how it came out, by the code of the refusal or failure. */
import type { AuditOutcome, AuditResult } from '../../domain/audit.js';

/** The code of a fault of the gateway's own. */
export const FAULT = 'INTERNAL_SERVER_ERROR';

/** Every other code is a refusal: nothing was changed. A dry run is one of them. */
const outcomes: Readonly<Record<string, AuditOutcome>> = {
  UPSTREAM_UNAVAILABLE: 'FAILED',
  OUTCOME_UNKNOWN: 'UNKNOWN',
  [FAULT]: 'UNKNOWN',
};

/** Null: it was refused without a code. */
export function resultOf(code: string | null): AuditResult {
  return { after: null, outcome: outcomes[code ?? ''] ?? 'REFUSED', code, upstreamRequestId: null };
}
