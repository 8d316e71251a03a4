/** The arguments of a write: a form's fields under today's names, and what splunkd says of those it does not take. */
import type { Attributes } from '../endpoints.js';
import { argumentName } from '../naming.js';
import type { SplunkRequest } from '../request.js';
import type { Generation } from '../state.js';
import { type Refused, refused } from './outcome.js';

export type Arguments = ReadonlyMap<string, string>;

/** What every handler takes beside its own. */
const GENERAL = new Set(['output_mode', 'count', 'offset', 'search', 'sort_key', 'sort_dir', 'sort_mode', 'f']);
/** A query ends up in logs: what must not is taken from the body alone. */
const BODY_ONLY = new Set(['payload']);

/**
 * The form's fields, then the query's; the first of a name counts. A field this handler does not know is refused, so that
 * `peers` sent to an old server does not quietly make a pool without any.
 */
export function readArguments(
  request: SplunkRequest,
  taken: Attributes,
  generation: Generation,
): Refused | { readonly given: Arguments } {
  const names = [...taken.requiredFields, ...taken.optionalFields];
  const given = new Map<string, string>();
  for (const [name, value] of request.form) {
    if (GENERAL.has(name)) continue;
    const current = argumentName(name, names, generation);
    if (current === null) return refused(`Argument "${name}" is not supported by this handler.`);
    if (!given.has(current)) given.set(current, value);
  }
  for (const [name, value] of request.query) {
    const current = argumentName(name, names, generation);
    if (current !== null && !given.has(current) && !BODY_ONLY.has(current)) given.set(current, value);
  }
  return { given };
}

/** The refusal that names those of `required` which are not there or empty, or null. */
export function missingArguments(given: Arguments, required: readonly string[]): Refused | null {
  const missing = required.filter((name) => (given.get(name) ?? '') === '');
  return missing.length === 0 ? null : refused(`The following required arguments are missing: ${missing.join(', ')}.`);
}

/** 1 and true, 0 and false; null for anything else. */
export function readBoolean(text: string): boolean | null {
  if (/^(?:1|true)$/i.test(text)) return true;
  return /^(?:0|false)$/i.test(text) ? false : null;
}
