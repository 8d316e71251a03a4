/** How much one operation, and one caller, may ask for, as the configuration states it. */

export interface OperationLimits {
  /** Levels of fields, the root's included. */
  readonly depth: number;
  /** Aliases in a document. */
  readonly aliases: number;
  /** Fields of one operation's root, those of fragments in it included. */
  readonly rootFields: number;
  /** How often fields of one selection are repeated in it, summed over a document. */
  readonly repeatedFields: number;
  /** Words and marks of a document; more are not even parsed. */
  readonly tokens: number;
  /** Directives in a document. */
  readonly directives: number;
  /** Static cost of one operation: what it could make the gateway read. */
  readonly cost: number;
  /** Cost that one caller may spend in a minute. */
  readonly costPerMinute: number;
  /** Mutations that one caller may ask for in a minute. */
  readonly changesPerMinute: number;
  /** Things that one operation may ask of vendors: each change, and each read of a source. */
  readonly upstreamCalls: number;
}
