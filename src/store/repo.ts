/** The narrow interface to a document store. Filters are data in a closed language; anything else throws. */

/**
 * A stored document: plain values, Dates, bigints of any size, arrays and objects of them; a number stays a number and
 * a bigint a bigint. A field that is filtered or indexed holds scalars of one type, or is declared an array of them.
 */
export interface Doc {
  readonly _id: string;
  readonly [field: string]: unknown;
}

export type Scalar = string | number | bigint | boolean | Date | null;

export type Condition =
  | Scalar
  | { readonly in: readonly Scalar[] }
  | { readonly gt?: Scalar; readonly gte?: Scalar; readonly lt?: Scalar; readonly lte?: Scalar }
  | { readonly exists: boolean };

/**
 * Every condition holds. A field that is an array satisfies a condition when one of its elements does. null equals a
 * missing field too, and `exists` is true of anything else; a range holds only within one type (numbers and bigints are one).
 */
export type Filter = Readonly<Record<string, Condition>>;

/** A document that satisfies at least one of these; the branches never overlap. */
export type AnyOf = readonly Filter[];

export interface Order {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/** A place in an ordered set: the order field's value (null: among those without one) and the tie-breaking id. */
export interface Position {
  readonly value: Scalar;
  readonly id: string;
}

export interface PageQuery {
  readonly anyOf: AnyOf;
  /** Each is a prefix of at least one element of the collection's `words` field. */
  readonly words?: readonly string[];
  /** Nulls and missing values last in either direction; `tieBreaker`, ascending or descending with it, breaks ties. */
  readonly order: Order;
  /** The field that breaks ties and that positions name; unique among the visible. */
  readonly tieBreaker: string;
  readonly after?: Position;
  readonly before?: Position;
  /** At most this many: the first after `after`, or (`fromEnd`) the last before `before`. Always answered in order. */
  readonly limit: number;
  readonly fromEnd?: boolean;
  /** Only these fields (and `_id`). */
  readonly fields?: readonly string[];
  /** All fields but these, large ones above all, which then need not be decoded; none that anything is ordered or searched by. */
  readonly without?: ReadonlySet<string>;
}

export interface CountQuery {
  readonly anyOf: AnyOf;
  readonly words?: readonly string[];
}

/**
 * Lets a write happen only while a document satisfies a filter: who lost the right to write is refused, however late it
 * comes. On MongoDB the check and the write are one transaction where the topology has them; a standalone server has none,
 * and is asked just before.
 */
export interface Guard {
  readonly collection: string;
  readonly id: string;
  readonly expected: Filter;
}

/** Who is told of documents written to a collection, by this process or another. */
export interface Watcher {
  /** As it was written. Of one document in order; where a server is polled, only the latest of several. */
  changed(doc: Doc): void;
  /** Some may have been missed: read what matters again. */
  missed(): void;
}

export interface Repo {
  /** Whether other processes may be writing to it. */
  readonly isShared: boolean;
  /**
   * A number that is another after each write to the collection, whoever made it: what was read between two equal answers
   * still stands. null while that cannot be told: a write is on its way, or other processes may write.
   */
  written(collection: string): number | null;
  /** Rejects with StoreUnavailableError while it cannot be used. */
  ping(): Promise<void>;
  /** Tells of writes from when it resolves until the answer is called; only for collections of few documents. */
  watch(collection: string, watcher: Watcher): Promise<() => Promise<void>>;
  get(collection: string, id: string): Promise<Doc | null>;
  /** Same length and order as `ids`. */
  getMany(collection: string, ids: readonly string[]): Promise<(Doc | null)[]>;
  /** Every document that satisfies the filter, unordered, in chunks: for the few jobs that need them all. */
  scan(collection: string, filter: Filter, fields?: readonly string[]): AsyncIterable<readonly Doc[]>;
  page(collection: string, query: PageQuery): Promise<Doc[]>;
  /** One call for many parents; same length and order as `queries`. */
  pageEach(collection: string, queries: readonly PageQuery[]): Promise<Doc[][]>;
  count(collection: string, query: CountQuery): Promise<number>;
  countEach(collection: string, queries: readonly CountQuery[]): Promise<number[]>;
  /** Throws DuplicateKeyError when an `_id` is there already. Durable when it resolves. */
  insertMany(collection: string, docs: readonly Doc[], guard?: Guard): Promise<void>;
  /** Inserts or overwrites by `_id`. */
  replaceMany(collection: string, docs: readonly Doc[], guard?: Guard): Promise<void>;
  /** Sets fields of existing documents; ids that are not there are passed over. */
  patchMany(
    collection: string,
    ids: readonly string[],
    fields: Readonly<Record<string, unknown>>,
    guard?: Guard,
  ): Promise<void>;
  /**
   * Replaces the document when it satisfies `expected`; inserts it when `expected` is null and no such `_id` exists.
   * False: somebody else was first, nothing was written.
   */
  compareAndSet(collection: string, expected: Filter | null, next: Doc): Promise<boolean>;
  /** Adds to numeric fields, and answers the document as it then is; a missing one is created with `_id` and these fields. */
  bump(collection: string, id: string, increments: Readonly<Record<string, number | bigint>>): Promise<Doc>;
  /** Answers how many were deleted. */
  deleteWhere(collection: string, filter: Filter, guard?: Guard): Promise<number>;
  /**
   * The name of the session in which this process makes the writes that this document guards, one after another; null where
   * a process that dies leaves nothing begun.
   */
  sessionOf(guard: Pick<Guard, 'collection' | 'id'>): string | null;
  /**
   * Undoes what was begun in that session, by whichever process, and has not come to its end; until then it would hold up
   * whoever writes the same documents. A process that lives begins it again, and meets its guard.
   */
  undo(session: string): Promise<void>;
  close(): Promise<void>;
}

export class DuplicateKeyError extends Error {
  constructor(collection: string, id: string) {
    super(`a document "${id}" is already in ${collection}`);
    this.name = 'DuplicateKeyError';
  }
}

/** The guard of a write does not hold any more; nothing of this call is written, though parts of earlier ones may be. */
export class FencedError extends Error {
  constructor({ collection, id }: Guard) {
    super(`${collection} "${id}" was taken over by another writer`);
    this.name = 'FencedError';
  }
}

/** The caller passed something outside the closed language: a bug or an attack, never data. */
export class InvalidQueryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidQueryError';
  }
}

/** The store cannot be opened; the message says which, why and what to do, and never holds credentials. */
export class StoreUnavailableError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreUnavailableError';
  }
}
