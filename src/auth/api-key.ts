/** An API key as the gateway knows it: by its hash, never by its text. */
import { createHash } from 'node:crypto';
import type { Role } from './roles.js';

export interface ApiKey {
  /** Unique; what logs and the audit trail call its holder. */
  readonly name: string;
  readonly role: Role;
  /** SHA-256 of the key, lower-case hex. */
  readonly sha256: string;
  /** Patterns of source names (`*` stands for any run of characters); null: all sources. */
  readonly sources: readonly string[] | null;
}

/** A key shorter than this could be guessed. */
export const shortestKey = 16;

/** A longer text is no key: hashing it would only be work for whoever sends it. */
export const longestKey = 4096;

/** What a key may consist of: it travels in a header. */
export const keyCharacters = /^[\x21-\x7e]+$/;

/** SHA-256 of a key's text, lower-case hex. A key is long and random, so a slow password hash would add nothing. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}
