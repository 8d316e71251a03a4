/** Values as bytes that sort as the values do: the parts of an index key. */
import { typeRank } from '../query.js';
import type { Scalar } from '../repo.js';

/**
 * The bytes of one value in an index key, a longer string is cut there. Three of these, the index number and the
 * document number stay under LMDB's 1,978 bytes for a key.
 */
export const PART_LIMIT = 640;

/** First byte of each type's values, in BSON's order of types; nulls last. */
const tags = { 1: 0x10, 2: 0x20, 3: 0x30, 4: 0x40 } as const;
export const NULL_TAG = 0xf0;
/** More than any first byte of a part that follows: `above(key)` ends everything that starts with `key`. */
const ABOVE = Buffer.of(0xff);
/** Ends a string that was cut. No UTF-8 text holds this byte; it sorts behind the end of the string cut exactly there. */
const CUT = 0xff;

const nullPart = Buffer.of(NULL_TAG);
const scratch = Buffer.alloc(16);

/** The sortable bytes of a value, strings cut at `limit`. No value's bytes are the beginning of another's. */
export function part(value: Scalar, limit = PART_LIMIT): Buffer {
  if (value === null) return nullPart;
  switch (typeof value) {
    case 'string':
      return textPart(value, limit);
    case 'boolean':
      return Buffer.of(tags[3], value ? 1 : 0);
    case 'bigint':
      return bigintPart(value);
    case 'number':
      return numberPart(tags[1], value, 1);
    default:
      return numberPart(tags[4], value.getTime(), 0);
  }
}

/** The beginning that all strings which start with `text` share, and whether it says all of `text`. */
export function textPrefix(text: string): { bytes: Buffer; whole: boolean } {
  const bytes = textPart(text, PART_LIMIT);
  return { bytes: bytes.subarray(0, -1), whole: bytes.at(-1) !== CUT };
}

/** Whether the last part of these bytes is a string that was cut. */
export function endsCut(bytes: Buffer): boolean {
  return bytes[0] === tags[2] && bytes.at(-1) === CUT;
}

/** The end (exclusive) of all keys that start with these bytes. */
export function above(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, ABOVE]);
}

/** The first bytes of all values of the same type, and the end of them. */
export function typeBounds(value: Exclude<Scalar, null>): { low: Buffer; high: Buffer } {
  const tag = tags[typeRank(value)];
  return { low: Buffer.of(tag), high: Buffer.of(tag + 1) };
}

/** The length of a run of parts up to and including its first cut string, or null when none was cut. */
export function cutAt(parts: Buffer): number | null {
  let at = 0;
  while (at < parts.length) {
    const tag = parts[at];
    if (tag === tags[2]) {
      do at += 1;
      while (at < parts.length && parts[at] !== 0 && parts[at] !== CUT);
      at += 1;
      if (parts[at - 1] === CUT) return at;
    } else if (tag === tags[1]) at += parts[at + 9] === 1 ? 18 : 10;
    else if (tag === tags[3]) at += 2;
    else at += tag === NULL_TAG ? 1 : 9;
  }
  return null;
}

/** UTF-8, which sorts by code point; bytes 0 and 1 are escaped so that 0 can end the string. */
function textPart(text: string, limit: number): Buffer {
  let size = Buffer.byteLength(text);
  let bytes = Buffer.allocUnsafe(size + 2);
  bytes[0] = tags[2];
  bytes.write(text, 1);
  if (text.includes('\0') || text.includes('\u0001')) {
    const escaped: number[] = [tags[2]];
    for (const byte of bytes.subarray(1, size + 1)) {
      if (byte <= 1) escaped.push(1, byte + 1);
      else escaped.push(byte);
    }
    bytes = Buffer.from([...escaped, 0]);
    size = bytes.length - 2;
  }
  const whole = size <= limit;
  const length = whole ? size : limit;
  bytes[length + 1] = whole ? 0 : CUT;
  return bytes.subarray(0, length + 2);
}

/** Tag, sortable double, and for numbers a byte that says whether a remainder follows. */
function numberPart(tag: number, value: number, ends: 0 | 1): Buffer {
  const bytes = Buffer.allocUnsafe(9 + ends);
  bytes[0] = tag;
  // Adding 0 turns −0 into 0, which equals it.
  bytes.writeDoubleBE(value + 0, 1);
  // Bytes sort as doubles do when the sign of what is not negative is set, and all bits of what is are turned.
  const first = bytes[1] ?? 0;
  if (first < 0x80) bytes[1] = first | 0x80;
  else for (let at = 1; at < 9; at += 1) bytes[at] = ~(bytes[at] ?? 0);
  if (ends === 1) bytes[9] = 0;
  return bytes;
}

/** The largest double that is not above the bigint, and what remains: under 2^64 for the 34 digits that are allowed. */
function bigintPart(value: bigint): Buffer {
  let floor = Number(value);
  if (BigInt(floor) > value) floor = nextBelow(floor);
  const remainder = value - BigInt(floor);
  if (remainder === 0n) return numberPart(tags[1], floor, 1);
  const bytes = Buffer.alloc(18);
  numberPart(tags[1], floor, 1).copy(bytes);
  bytes[9] = 1;
  bytes.writeBigUInt64BE(remainder, 10);
  return bytes;
}

function nextBelow(value: number): number {
  scratch.writeDoubleBE(value);
  scratch.writeBigUInt64BE(scratch.readBigUInt64BE() + (value > 0 ? -1n : 1n));
  return scratch.readDoubleBE();
}
