/** Edges between things, as data: the graph builds its resolvers from them, one batched store call per field. */
import type { Concept } from './ids.js';

export type Edge =
  /** The thing whose global id the own field holds, or null. */
  | { readonly kind: 'one'; readonly idField: string }
  /** A connection of the things whose `field` holds (or contains) the own id. */
  | { readonly kind: 'many'; readonly to: Concept; readonly field: string }
  /** A connection of the things whose global ids the own field lists. */
  | { readonly kind: 'listed'; readonly to: Concept; readonly idsField: string };

/** GraphQL type name → field name → edge. */
export type EdgeTable = Readonly<Record<string, Readonly<Record<string, Edge>>>>;

export const one = (idField: string): Edge => ({ kind: 'one', idField });
export const many = (to: Concept, field: string): Edge => ({ kind: 'many', to, field });
export const listed = (to: Concept, idsField: string): Edge => ({ kind: 'listed', to, idsField });
