/** The small fields that every index entry carries beside its key, so that filtering by them reads no document. */
import { matchesCondition } from '../match.js';
import type { ParsedCondition, ParsedFilter } from '../query.js';

/** Of a condition on an index entry: it holds, it fails, or only the document can tell. */
export type Verdict = 'yes' | 'no' | 'look';

const MAX_TEXT_BYTES = 64;
const UINT32_MAX = 2 ** 32 - 1;
const kinds = { null: 0, false: 1, true: 2, number: 3, text: 4, elsewhere: 5, uint32: 6, largest: 7, date: 8 } as const;

/** The entry's value: a byte of the caller's, then one value after the other, in the order of the `covered` fields. */
export function coveredBytes(first: number, values: readonly unknown[]): Buffer {
  return Buffer.concat([Buffer.of(first), ...values.map(valueBytes)]);
}

/** Judges entries by the conditions on covered fields; what it cannot judge it leaves to the document. */
export function coveredJudge(covered: readonly string[], filter: ParsedFilter): (entry: Buffer) => Verdict {
  const checks = covered.map((field) => filter.filter((condition) => condition.field === field));
  const last = checks.findLastIndex((conditions) => conditions.length > 0);
  const leftOver = filter.some((condition) => !covered.includes(condition.field));
  const relevant = checks.slice(0, last + 1);
  return (entry) => {
    let look = leftOver;
    let at = 1;
    for (const conditions of relevant) {
      const kind = entry[at];
      const size = sizeOf(entry, at);
      if (conditions.length > 0) {
        if (kind === kinds.elsewhere) look = true;
        else if (!holds(conditions, valueAt(entry, at))) return 'no';
      }
      at += size;
    }
    return look ? 'look' : 'yes';
  };
}

function holds(conditions: readonly ParsedCondition[], value: unknown): boolean {
  for (const condition of conditions) {
    // Visibility is asked of every entry of every page: numbers go a short way.
    if (typeof value === 'number' && condition.op === 'range') {
      if (!numberWithin(condition, value)) return false;
    } else if (!matchesCondition(condition, [value])) return false;
  }
  return true;
}

function numberWithin({ lower, upper }: Extract<ParsedCondition, { op: 'range' }>, value: number): boolean {
  if (lower !== null) {
    const bound = lower.value;
    if (typeof bound !== 'number' && typeof bound !== 'bigint') return false;
    if (lower.inclusive ? value < bound : value <= bound) return false;
  }
  if (upper !== null) {
    const bound = upper.value;
    if (typeof bound !== 'number' && typeof bound !== 'bigint') return false;
    if (upper.inclusive ? value > bound : value >= bound) return false;
  }
  return true;
}

function valueBytes(value: unknown): Buffer {
  if (value === null || value === undefined) return Buffer.of(kinds.null);
  if (typeof value === 'boolean') return Buffer.of(value ? kinds.true : kinds.false);
  if (typeof value === 'number') return numberBytes(value);
  if (value instanceof Date) return eightBytes(kinds.date, value.getTime());
  if (typeof value === 'string' && Buffer.byteLength(value) <= MAX_TEXT_BYTES) {
    const text = Buffer.from(value);
    return Buffer.concat([Buffer.of(kinds.text, text.length), text]);
  }
  return Buffer.of(kinds.elsewhere);
}

/** Revisions are small, or the largest integer there is (of what is current): entries are many, so these are short. */
function numberBytes(value: number): Buffer {
  if (value === Number.MAX_SAFE_INTEGER) return Buffer.of(kinds.largest);
  if (Number.isInteger(value) && value >= 0 && value <= UINT32_MAX) {
    const bytes = Buffer.alloc(5, kinds.uint32);
    bytes.writeUInt32LE(value, 1);
    return bytes;
  }
  return eightBytes(kinds.number, value);
}

function eightBytes(kind: number, value: number): Buffer {
  const bytes = Buffer.alloc(9, kind);
  bytes.writeDoubleLE(value, 1);
  return bytes;
}

function sizeOf(entry: Buffer, at: number): number {
  const kind = entry[at];
  if (kind === kinds.number || kind === kinds.date) return 9;
  if (kind === kinds.uint32) return 5;
  return kind === kinds.text ? 2 + entry.readUInt8(at + 1) : 1;
}

function valueAt(entry: Buffer, at: number): unknown {
  switch (entry[at]) {
    case kinds.null:
      return null;
    case kinds.false:
      return false;
    case kinds.true:
      return true;
    case kinds.number:
      return entry.readDoubleLE(at + 1);
    case kinds.date:
      return new Date(entry.readDoubleLE(at + 1));
    case kinds.uint32:
      return entry.readUInt32LE(at + 1);
    case kinds.largest:
      return Number.MAX_SAFE_INTEGER;
    default:
      return entry.toString('utf8', at + 2, at + 2 + entry.readUInt8(at + 1));
  }
}
