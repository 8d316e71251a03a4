/** What holds of every answer, whatever was asked. */
import { keys } from '../support/gateway.js';
import type { FuzzAnswer } from './send.js';

/** Credentials of the emulators and of the gateway: no request of the fuzz has them in what may be shown back. */
const SECRETS = ['changeme', 'password123', 'admin-demo', ...Object.values(keys)];
/** A line of a stack, a file of ours or of a library, a suggestion. */
const INNER = /\\n\s+at \S|node_modules|file:\/\/|\.[jt]s:\d+|Did you mean/;

/** Far beyond what anything here should take, since machines are busy: what is found is what grows out of all proportion. */
const LONGEST_MS = 10_000;
const LARGEST = 10_000_000;

export interface Verdict {
  /** What is wrong with the answer; null: nothing. */
  readonly problem: string | null;
  /** `data`, the code of its first error, or its status. */
  readonly outcome: string;
}

export function verdictOf({ status, type, text, ms }: FuzzAnswer, urls: readonly string[]): Verdict {
  const shown = [...SECRETS, ...urls].find((secret) => text.includes(secret));
  const told = shown === undefined ? null : `the answer shows ${shown}`;
  if (ms > LONGEST_MS) return { problem: `it took ${Math.round(ms)} ms`, outcome: 'SLOW' };
  if (text.length > LARGEST) return { problem: `the answer has ${text.length} characters`, outcome: 'LARGE' };
  if (status >= 500) return { problem: `status ${status}`, outcome: String(status) };
  if (!/json/.test(type) || text === '') return { problem: told, outcome: String(status) };
  const inner = INNER.exec(text)?.[0];
  if (inner !== undefined) return { problem: `the answer shows ${JSON.stringify(inner)}`, outcome: 'INNER' };
  const codes = codesOf(text);
  if (codes === null) return { problem: 'the answer is no JSON of a GraphQL response', outcome: 'NO_JSON' };
  const fault = codes.find((code) => code === undefined || code === 'INTERNAL_SERVER_ERROR');
  const isFaulty = codes.length > 0 && codes.includes(fault);
  return { problem: isFaulty ? `an error has the code ${fault}` : told, outcome: String(codes[0] ?? 'data') };
}

/** The codes of the answer's errors; null when it is not what a GraphQL client can read. */
function codesOf(text: string): (string | undefined)[] | null {
  try {
    const answer = JSON.parse(text) as { errors?: { message: unknown; extensions?: { code?: string } }[] };
    const errors = answer.errors ?? [];
    if (!errors.every((error) => typeof error.message === 'string')) return null;
    return errors.map((error) => error.extensions?.code);
  } catch {
    return null;
  }
}
