/** The index entries of a document: what has to be in an index so that a query finds it there. */
import { isScalar, valuesAt } from '../match.js';
import { comparable } from '../query.js';
import { type Doc, InvalidQueryError, type Scalar } from '../repo.js';
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

/** Bytes to be written to. */
export type Take = (size: number) => Buffer;

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
): (doc: Doc, number: number, take?: Take) => Entry[] {
  const fields = [...new Set(indexes.flatMap((index) => index.fields))].map((name) => ({
    name,
    isArray: arrays.includes(name),
    partOf: remembering(),
  }));
  const plans = indexes.map((index) => ({
    slot: index.slot,
    /** Of its fields, the places in `fields`. */
    places: index.fields.map((field) => fields.findIndex(({ name }) => name === field)),
  }));
  return (doc, number, take = Buffer.allocUnsafe) => {
    const suffix = numberBytes(number);
    const parts = fields.map(({ name, isArray, partOf }) => partsOf(doc, name, isArray, partOf));
    const values = covered.map((field) => coveredValue(doc, field));
    const whole = coveredBytes(0, values);
    // Hardly any document has a part that was cut.
    const cut = parts.some((each) => each.some(endsCut)) ? coveredBytes(1, values) : null;
    const entries: Entry[] = [];
    for (const { slot, places } of plans) {
      for (const chosen of combinations(places.map((place) => parts[place] ?? []))) {
        const value = cut !== null && chosen.some(endsCut) ? cut : whole;
        entries.push({ key: keyOf(slot, chosen, suffix, take), value });
      }
    }
    return entries;
  };
}

function keyOf(slot: number, parts: readonly Buffer[], suffix: Buffer, take: Take): Buffer {
  let size = 1 + suffix.length;
  for (const part of parts) size += part.length;
  const key = take(size);
  key[0] = slot;
  let at = 1;
  for (const part of parts) {
    key.set(part, at);
    at += part.length;
  }
  key.set(suffix, at);
  return key;
}

function partsOf(doc: Doc, field: string, isArray: boolean, partOf: PartOf): readonly Buffer[] {
  const values = valuesAt(doc, field);
  if (!isArray && Array.isArray(doc[field])) {
    throw new InvalidQueryError(`${field} is indexed and holds an array, but is not declared to`);
  }
  return values.map((value) => {
    if (!isScalar(value)) throw new InvalidQueryError(`${field} is indexed and must hold scalars`);
    return partOf(value);
  });
}

type PartOf = (value: Scalar) => Buffer;

/** Many documents that are written one after the other have the same source, revision or state. */
function remembering(): PartOf {
  let last: Scalar = null;
  let bytes = part(null);
  return (value) => {
    if (value !== last || typeof value === 'object') bytes = part(comparable(value));
    last = value;
    return bytes;
  };
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
