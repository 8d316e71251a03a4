/**
 * The wire check: JSON:API documents and rows as Keygen sends them, leniently read. An attribute that cannot be read is
 * null and told; one that is not known is kept; a row without an id is dropped and told; words of enums stay as they came.
 */
import { z } from 'zod';
import { toJsonValue } from '../json.js';

const INT32_MAX = 2_147_483_647;

const digits = z.string().regex(/^\d{1,40}$/);
export const text = z.union([z.string(), z.number().transform(String), z.bigint().transform(String)]);
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
/** A count or a number of bytes: an integer from 0 on, exact at any size. */
export const count = z.union([z.int().min(0).transform(BigInt), z.bigint().min(0n), digits.transform(BigInt)]);
/** A count that fits the vendor's 4-byte column and GraphQL's Int. */
export const small = count.refine((value) => value <= INT32_MAX).transform(Number);
export const instant = z.iso.datetime({ offset: true }).transform((iso) => new Date(iso));
export const object = z
  .record(z.string(), z.unknown())
  .transform((value) => Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJsonValue(item)])));

/** Which attributes and counts of relationships the schema names; `secret` ones never leave but under their name. */
export interface Shape {
  readonly attributes: Readonly<Record<string, z.ZodType>>;
  /** `relationship.name` of a number in a relationship's `meta`. */
  readonly counts?: readonly string[];
  readonly secret?: readonly string[];
  /** Read for our own use; the schema does not name them, so they stay among the vendor's fields, too. */
  readonly kept?: readonly string[];
  /** Nothing is kept of what is not in `values`. */
  readonly isBare?: true;
}

export interface Row<S extends Shape> {
  readonly id: string;
  readonly values: { readonly [K in keyof S['attributes']]: z.output<S['attributes'][K]> | null };
  /** By `relationship.name`; null when the vendor does not say. */
  readonly counts: Readonly<Record<string, bigint | null>>;
  /** Relationship → id of the one thing it links to. */
  readonly linked: Readonly<Record<string, string>>;
  /** Attributes and counts that were sent and cannot be read. */
  readonly unreadable: readonly string[];
  /** What was sent and is not in `values`, secrets left out; relationships and links as they came. An object as JSON. */
  readonly others: string;
}

export interface Rows<S extends Shape> {
  readonly rows: readonly Row<S>[];
  readonly dropped: readonly { readonly place: number; readonly why: string }[];
  /** Ids that came more than once; the row that came last was taken. */
  readonly repeated: readonly string[];
}

export const listDocument = z.looseObject({
  data: z.array(z.unknown()),
  links: z
    .looseObject({ next: z.unknown() })
    .nullish()
    .transform((links) => links ?? undefined),
});
export const countDocument = z.looseObject({
  links: z.looseObject({ meta: z.looseObject({ count: z.int().min(0) }) }),
});
export const errorDocument = z.looseObject({
  errors: z.array(
    z.looseObject({
      title: z.string().optional().catch(undefined),
      detail: z.string().optional().catch(undefined),
      code: z.string().optional().catch(undefined),
      source: z
        .looseObject({ pointer: z.string().optional().catch(undefined) })
        .optional()
        .catch(undefined),
    }),
  ),
});
/** One resource, and what is said beside it. */
export const oneDocument = z.looseObject({ data: z.unknown(), meta: z.unknown().optional() });

/** The id of a row, or of what a relationship links to; null when it has none. */
export function rowId(raw: unknown): string | null {
  const id = asObject(raw)?.id;
  if (typeof id === 'string') return id === '' ? null : id;
  return typeof id === 'number' || typeof id === 'bigint' ? String(id) : null;
}

/** The id of the one thing that a row's relationship links to; null when there is none. */
export function linkOf(raw: unknown, relationship: string): string | null {
  return rowId(asObject(asObject(asObject(raw)?.relationships)?.[relationship])?.data);
}

/** An attribute as it came. */
export function attributeOf(raw: unknown, name: string): unknown {
  return asObject(asObject(raw)?.attributes)?.[name] ?? null;
}

/** Reads a list's rows; a bad one is told and left out, the others stand. */
export function readRows<S extends Shape>(of: S, raws: readonly unknown[]): Rows<S> {
  const reader = rowReader(of);
  for (const raw of raws) reader.add(raw);
  return reader.done();
}

export interface RowReader<S extends Shape> {
  add(raw: unknown): void;
  done(): Rows<S>;
}

/** Reads a list's rows as they come, so that a long list never holds up everything else while it is read at once. */
export function rowReader<S extends Shape>(of: S): RowReader<S> {
  const rows = new Map<string, Row<S>>();
  const dropped: { place: number; why: string }[] = [];
  const repeated = new Set<string>();
  let place = 0;
  return {
    add(raw) {
      const id = rowId(raw);
      const resource = asObject(raw);
      const attributes = asObject(resource?.attributes);
      if (id === null || resource === null) dropped.push({ place, why: 'it has no id' });
      else if (attributes === null) dropped.push({ place, why: 'it has no attributes' });
      else {
        if (rows.has(id)) repeated.add(id);
        rows.set(id, readRow(of, id, resource, attributes));
      }
      place++;
    },
    done: () => ({ rows: [...rows.values()], dropped, repeated: [...repeated] }),
  };
}

function readRow<S extends Shape>(of: S, id: string, resource: Loose, attributes: Loose): Row<S> {
  const relationships = asObject(resource.relationships) ?? {};
  const values: Record<string, unknown> = {};
  const unreadable: string[] = [];
  const known = new Set<string>();

  for (const [name, schema] of Object.entries(of.attributes)) {
    const read = readValue(schema, attributes[name]);
    values[name] = read.value;
    if (!read.good) unreadable.push(name);
    const isKept = of.kept?.includes(name) ?? false;
    if (of.secret?.includes(name) || (read.good && !isKept)) known.add(name);
  }
  const counts: Record<string, bigint | null> = {};
  for (const path of of.counts ?? []) {
    const [relationship = '', name = ''] = path.split('.');
    const read = readValue(count, asObject(asObject(relationships[relationship])?.meta)?.[name]);
    counts[path] = read.value;
    if (!read.good) unreadable.push(path);
  }
  const linked: Record<string, string> = {};
  for (const [name, relationship] of Object.entries(relationships)) {
    const one = rowId(asObject(relationship)?.data);
    if (one !== null) linked[name] = one;
  }
  return {
    id,
    // Each value was read by the schema of the same name just above.
    values: values as Row<S>['values'],
    counts,
    linked,
    unreadable,
    others: of.isBare ? '{}' : JSON.stringify(toJsonValue(othersOf(resource, attributes, known))),
  };
}

function othersOf(
  { id: _, attributes: __, ...envelope }: Loose,
  attributes: Loose,
  known: ReadonlySet<string>,
): Record<string, unknown> {
  const unknown = Object.entries(attributes).filter(([name]) => !known.has(name));
  return { ...Object.fromEntries(unknown), ...envelope };
}

function readValue<T>(schema: z.ZodType<T>, value: unknown): { value: T | null; good: boolean } {
  if (value === null || value === undefined) return { value: null, good: true };
  const read = schema.safeParse(value);
  return read.success ? { value: read.data, good: true } : { value: null, good: false };
}

type Loose = Readonly<Record<string, unknown>>;

/** A plain check, not a schema: it runs some twenty times a row, and most relationships are not what it asks for. */
function asObject(value: unknown): Loose | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : null;
}
