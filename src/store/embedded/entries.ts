/** The index entries of a document: what has to be in an index so that a query finds it there. */
import { isScalar, valuesAt } from '../match.js';
import { comparable } from '../query.js';
import { type Doc, InvalidQueryError } from '../repo.js';
import { coveredBytes } from './covered.js';
import { endsCut, part } from './keys.js';

export interface Index {
  /** First byte of its keys. */
  readonly slot: number;
  readonly fields: readonly string[];
}

export interface Entry {
  /** Slot, the parts of the fields, document number. */
  readonly key: Buffer;
  /** 1 when a part was cut, else 0; then the covered values. */
  readonly value: Buffer;
}

export const NUMBER_BYTES = 6;

/** A document's number as the last bytes of a key; under 2^40, so that its first byte is 0. */
export function numberBytes(number: number): Buffer {
  const bytes = Buffer.alloc(NUMBER_BYTES);
  bytes.writeUIntBE(number, 0, NUMBER_BYTES);
  return bytes;
}

export function numberIn(key: Buffer): number {
  return key.readUIntBE(key.length - NUMBER_BYTES, NUMBER_BYTES);
}

/** Builds the entries of one collection's documents; an indexed value that cannot be indexed is an InvalidQueryError. */
export function entryBuilder(
  indexes: readonly Index[],
  { arrays, covered }: { arrays: readonly string[]; covered: readonly string[] },
): (doc: Doc, number: number) => Entry[] {
  const fields = [...new Set(indexes.flatMap((index) => index.fields))];
  const arrayFields = fields.filter((field) => arrays.includes(field));
  return (doc, number) => {
    const suffix = numberBytes(number);
    const parts = new Map(fields.map((field) => [field, partsOf(doc, field, arrayFields.includes(field))]));
    const values = covered.map((field) => coveredValue(doc, field));
    const whole = coveredBytes(0, values);
    let cut: Buffer | null = null;
    const entries: Entry[] = [];
    for (const { slot, fields: indexed } of indexes) {
      for (const chosen of combinations(indexed.map((field) => parts.get(field) ?? []))) {
        const isCut = chosen.some(endsCut);
        if (isCut) cut ??= coveredBytes(1, values);
        entries.push({ key: keyOf(slot, chosen, suffix), value: isCut && cut !== null ? cut : whole });
      }
    }
    return entries;
  };
}

function keyOf(slot: number, parts: readonly Buffer[], suffix: Buffer): Buffer {
  let size = 1 + suffix.length;
  for (const part of parts) size += part.length;
  const key = Buffer.allocUnsafe(size);
  key[0] = slot;
  let at = 1;
  for (const part of parts) {
    key.set(part, at);
    at += part.length;
  }
  key.set(suffix, at);
  return key;
}

function partsOf(doc: Doc, field: string, isArray: boolean): readonly Buffer[] {
  const values = valuesAt(doc, field);
  if (!isArray && Array.isArray(doc[field])) {
    throw new InvalidQueryError(`${field} is indexed and holds an array, but is not declared to`);
  }
  return values.map((value) => {
    if (!isScalar(value)) throw new InvalidQueryError(`${field} is indexed and must hold scalars`);
    return part(comparable(value));
  });
}

function coveredValue(doc: Doc, field: string): unknown {
  const values = valuesAt(doc, field);
  // An array, empty or not, is for the document to tell.
  return values.length === 1 ? values[0] : values;
}

/** One of each: an entry for every element of the one array. */
function combinations(lists: readonly (readonly Buffer[])[]): Buffer[][] {
  let chosen: Buffer[][] = [[]];
  for (const list of lists) {
    const [only] = list;
    if (list.length === 1 && only !== undefined) for (const one of chosen) one.push(only);
    else chosen = chosen.flatMap((one) => list.map((next) => [...one, next]));
  }
  return chosen;
}
