/**
 * Splunk's values in one form, whichever format they came in: scalars are text as Atom spells them, booleans `1` and
 * `0`, and what is empty is null. That the JSON and the XML of one state give one snapshot rests on this.
 */

export type WireValue = string | null | readonly WireValue[] | WireMap;
export interface WireMap {
  readonly [key: string]: WireValue;
}

/** Any JSON value of a feed. An empty map and an empty text are null, because Atom writes both as an empty element. */
export function wireValue(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return wireText(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : String(value);
  if (Array.isArray(value)) return value.map(wireValue);
  if (typeof value === 'object') {
    return wireMap(Object.entries(value).map(([key, item]) => [key, wireValue(item)] as const));
  }
  return String(value);
}

export function wireText(text: string): string | null {
  return text.trim() === '' ? null : text;
}

export function wireMap(entries: readonly (readonly [string, WireValue])[]): WireMap | null {
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

export function isMap(value: WireValue | undefined): value is WireMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What must never be kept: license payloads and their signatures, passwords, session keys, tokens. */
const SECRET_KEY = /^payload$|signature$|passw|pass4symm|secret|session_?key|private_?key|^token$|_token$/i;

export function withoutSecrets(value: WireValue): WireValue {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isMap(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !SECRET_KEY.test(key));
  return wireMap(kept.map(([key, item]) => [key, withoutSecrets(item)] as const));
}
