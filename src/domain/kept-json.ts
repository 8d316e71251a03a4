/**
 * The vendor's own fields of a thing, kept as text until they are asked for: a read may bring hundreds of thousands of
 * things, of each of which these are by far the most objects, and all of them stand until the last one is stored.
 */
import type { JsonObject } from './json.js';

const TEXT = Symbol('text');

interface Kept {
  readonly [TEXT]: string;
}

/** The thing, with `vendorFields` parsed whenever they are asked for; a copy of it holds them as any other field. */
export function withVendorFields<T extends object>(
  thing: T,
  /** As JSON.stringify makes it. */
  text: string,
): T & { readonly vendorFields: JsonObject } {
  // One function for all of them, so that they stay objects of one form.
  Object.defineProperty(thing, TEXT, { value: text });
  return Object.defineProperty(thing, 'vendorFields', { get: parsed, enumerable: true }) as T & {
    readonly vendorFields: JsonObject;
  };
}

/** The text of its vendor fields as JSON. */
export function vendorText(thing: { readonly vendorFields?: unknown }): string {
  return (thing as Partial<Kept>)[TEXT] ?? JSON.stringify(thing.vendorFields);
}

function parsed(this: Kept): JsonObject {
  return JSON.parse(this[TEXT]) as JsonObject;
}
