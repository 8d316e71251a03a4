/** JSON values as vendors send them, after the wire check: integers beyond 2^53 are decimal strings, never rounded. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
