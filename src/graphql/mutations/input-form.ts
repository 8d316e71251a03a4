/** The form of texts, numbers and metadata that go to a vendor, whatever they are of. */
import type { JsonObject } from '../../domain/json.js';
import type { Refusals } from './refusals.js';

export const INT32 = 2n ** 31n - 1n;
export const INT64 = 2n ** 63n - 1n;
/** Bytes of a text that has no bound of its own. */
export const LONGEST_TEXT = 1024;
export const HALF_CHARACTER = 'half a surrogate pair is no character';

/** The vendor's own bound: 16 KB. */
const LARGEST_METADATA = 16 * 1024;

/** At least one character, none of them a control character, at most `most` bytes. */
export function checkText(
  refusals: Refusals,
  text: string | null | undefined,
  most: number,
  ...path: readonly string[]
): void {
  if (text == null) return;
  const problem =
    text.trim() === ''
      ? 'a text with something in it is wanted'
      : Buffer.byteLength(text) > most
        ? `at most ${most} bytes`
        : /\p{Cc}/u.test(text)
          ? 'no control characters, line breaks included'
          : text.isWellFormed()
            ? null
            : HALF_CHARACTER;
  if (problem !== null) refusals.refuse('INVALID_INPUT', problem, ...path);
}

export function checkAmount(
  refusals: Refusals,
  value: bigint | number | null | undefined,
  largest: bigint,
  ...path: readonly string[]
): void {
  if (value == null) return;
  if (BigInt(value) >= 0n && BigInt(value) <= largest) return;
  refusals.refuse('INVALID_INPUT', `a number from 0 to ${largest} is wanted`, ...path);
}

/** Undefined when it is absent, an empty object for null. */
export function metadataOf(refusals: Refusals, metadata: JsonObject | null | undefined): JsonObject | undefined {
  if (metadata === undefined) return undefined;
  const problem = problemOfMetadata(metadata ?? {});
  if (problem !== null) refusals.refuse('INVALID_INPUT', problem, 'metadata');
  return metadata ?? {};
}

function problemOfMetadata(metadata: JsonObject): string | null {
  let isExact = true;
  let size: number;
  try {
    const text = JSON.stringify(metadata, (_name, value: unknown) => {
      if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) isExact = false;
      return value;
    });
    size = Buffer.byteLength(text);
  } catch {
    // Deeper than the call stack.
    return 'it is nested too deeply';
  }
  if (size > LARGEST_METADATA) return `${size} bytes are too many; ${LARGEST_METADATA} are the most`;
  return isExact ? null : 'integers beyond 2^53 lose digits on their way; write them as texts';
}
