/** How something that was measured ended, in one word of few. */
import { boundedWords } from './bounded-words.js';

const CODE = /^[A-Z][A-Z0-9_]{0,60}$/;
const word = boundedWords(100, ['ok', '2xx', '3xx', '4xx', '5xx']);
const FINE = /^(ok|[123]xx)$/;

/** The code of what was thrown, else the name of its kind: `TIMEOUT`, `STORE_UNAVAILABLE`, `TYPE`. */
export function outcomeOfError(error: unknown): string {
  if (!(error instanceof Error)) return 'FAULT';
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string' && CODE.test(code)) return boundedOutcome(code);
  const kind = error.name
    .replace(/Error$/, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase();
  return CODE.test(kind) ? boundedOutcome(kind) : 'FAULT';
}

/** Codes are ours, but a library may bring its own. All is well in one word only, whatever was measured. */
export function boundedOutcome(outcome: string): string {
  return outcome === 'OK' ? 'ok' : word(outcome);
}

export function isFine(outcome: string): boolean {
  return FINE.test(outcome);
}
