/** A part's entries as checked rows: what cannot be read, or comes twice, becomes a finding. */
import type { Finding, MessageRefs } from '../../domain/entities.js';
import { sourceId } from '../../domain/ids.js';
import type { Feed, FeedEntry } from './feed.js';
import type { Part } from './licenser.js';
import type { WireMap } from './value.js';
import { type Fields, type RowOf, type RowSpec, readFields } from './wire.js';

export interface Row<T> {
  /** The entry's name: the vendor id. */
  readonly name: string;
  readonly values: T;
  /** What the server sent and no field of ours shows. */
  readonly rest: WireMap;
  /** Every field as sent, to tell an absent one from an empty one. */
  readonly sent: WireMap;
}

export interface RowContext {
  /** The source's name. */
  readonly source: string;
  readonly part: Part;
  /** What a row is, in findings: `Pool`, `License` … */
  readonly concept: string;
  readonly about: (name: string) => MessageRefs;
  /** A field that names the row when the entry itself has no name. */
  readonly nameField?: string;
}

export interface Rows<T> {
  readonly rows: readonly Row<T>[];
  /** False when the part was refused, or a row of it was left out: sums over the rows are then not known. */
  readonly complete: boolean;
  readonly findings: readonly Finding[];
}

export function readRows<R extends Fields, O extends Fields>(
  feed: Feed | null,
  spec: RowSpec<R, O>,
  context: RowContext,
): Rows<RowOf<R, O>> {
  if (feed === null) return { rows: [], complete: false, findings: [] };
  const { part, concept, about } = context;
  const aboutSource = { subjectId: sourceId(context.source) };
  const findings: Finding[] = [];
  const kept = new Map<string, Row<RowOf<R, O>>>();
  let complete = true;
  const take = (entry: FeedEntry, index: number): void => {
    const place = `${part}[${index}]`;
    const name = nameOf(entry, context.nameField);
    const drop = (why: string): void => {
      complete = false;
      findings.push(
        badRow(concept, name ?? place, `${part}: the row ${named(name, place)} was left out: ${why}`, aboutSource),
      );
    };
    if (entry.fields === null || name === null) {
      drop(name === null ? 'it has no name' : 'it holds no fields');
      return;
    }
    const first = kept.get(name);
    if (first !== undefined) {
      const differs = differences(first.sent, entry.fields);
      const how = differs.length === 0 ? 'with the same content' : `with another ${differs.join(', ')}`;
      findings.push({
        category: 'DUPLICATE_ROW',
        severity: 'WARN',
        concept,
        vendorId: name,
        description: `${part}: "${name}" came more than once, at ${place} ${how}; the first one is shown`,
        about: about(name),
      });
      return;
    }
    const read = readFields(entry.fields, spec);
    if (!read.ok) {
      drop(read.problems.join(', '));
      return;
    }
    kept.set(name, { name, values: read.values, rest: read.rest, sent: entry.fields });
    if (read.problems.length > 0) {
      const what = `${part}: of "${name}", ${read.problems.join(', ')}; shown as unknown`;
      findings.push(badRow(concept, name, what, about(name)));
    }
  };
  feed.entries.forEach(take);
  if (feed.total !== null && feed.entries.length < feed.total) {
    const had = feed.entries.length;
    complete = false;
    findings.push(
      badRow(
        concept,
        `${part}[${had}]`,
        `${part}: the server counts ${feed.total} rows and gave ${had}; the others are missing here`,
        aboutSource,
      ),
    );
  }
  return { rows: [...kept.values()], complete, findings };
}

export function badRow(concept: string, vendorId: string, description: string, about: MessageRefs): Finding {
  return { category: 'BAD_ROW', severity: 'WARN', concept, vendorId, description, about };
}

/** One finding per category and thing: a message is named by them. */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.category, finding.concept, finding.vendorId]);
    const before = merged.get(key);
    const description = before === undefined ? finding.description : `${before.description}; ${finding.description}`;
    merged.set(key, { ...(before ?? finding), description });
  }
  return [...merged.values()];
}

function nameOf(entry: FeedEntry, nameField: string | undefined): string | null {
  if (entry.name !== null) return entry.name;
  const other = nameField === undefined ? undefined : entry.fields?.[nameField];
  return typeof other === 'string' ? other : null;
}

function named(name: string | null, place: string): string {
  return name === null ? place : `"${name}"`;
}

function differences(a: WireMap, b: WireMap): string[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].filter((key) => canonical(a[key]) !== canonical(b[key])).sort();
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, item: unknown) =>
      typeof item === 'object' && item !== null && !Array.isArray(item)
        ? Object.fromEntries(Object.entries(item).sort(([x], [y]) => (x < y ? -1 : 1)))
        : item,
    ) ?? ''
  );
}
