/** What the three lists of an answer share: reading rows one by one, and ids for rows that come twice. */
import type { z } from 'zod';
import type { MessageRefs } from '../../domain/entities.js';
import type { Concept } from '../../domain/ids.js';
import type { JsonObject } from '../../domain/json.js';
import { toJsonValue } from '../json.js';
import type { Findings } from './findings.js';

export interface RowContext {
  /** Name of the source. */
  readonly source: string;
  readonly licenseId: string;
  readonly findings: Findings;
}

/** The rows that can be read; each of the others costs itself and a BAD_ROW finding named by its place. */
export function readRows<T>(
  list: readonly unknown[] | null,
  spec: { readonly name: string; readonly concept: Concept; readonly schema: z.ZodType<T> },
  { licenseId, findings }: RowContext,
): T[] {
  const kept: T[] = [];
  (list ?? []).forEach((row, index) => {
    const checked = spec.schema.safeParse(row);
    if (checked.success) {
      kept.push(checked.data);
      return;
    }
    const missing = [...new Set(checked.error.issues.map((issue) => issue.path.join('.')))].filter((at) => at !== '');
    findings.add({
      category: 'BAD_ROW',
      severity: 'WARN',
      concept: spec.concept,
      vendorId: `${spec.name}[${index}]`,
      description: `Row ${index + 1} of "${spec.name}" ${
        missing.length === 0 ? 'is no object' : `has no readable ${missing.join(' and no readable ')}`
      }; it was left out.`,
      about: { subjectId: licenseId, licenseId },
    });
  });
  return kept;
}

/**
 * Gives every row its own vendor id: a row whose id was taken gets `#2`, `#3` … behind it and a DUPLICATE_ROW finding,
 * whether it repeats the first or differs from it, so that neither is lost. What refers to the id means the first.
 */
export function withUniqueIds<T extends object>(
  rows: readonly T[],
  concept: Concept,
  idOf: (row: T) => string,
  aboutOf: (vendorId: string) => MessageRefs,
  findings: Findings,
): { vendorId: string; isFirst: boolean; row: T }[] {
  const firsts = new Map<string, { row: T; count: number }>();
  const taken = new Set(rows.map(idOf));
  return rows.map((row) => {
    const id = idOf(row);
    const first = firsts.get(id);
    if (first === undefined) {
      firsts.set(id, { row, count: 1 });
      return { vendorId: id, isFirst: true, row };
    }
    do first.count++;
    while (taken.has(`${id}#${first.count}`));
    const vendorId = `${id}#${first.count}`;
    taken.add(vendorId);
    findings.add({
      category: 'DUPLICATE_ROW',
      severity: 'WARN',
      concept,
      vendorId: id,
      description: `The ${concept} ${id} comes more than once, ${
        sameContent(first.row, row) ? 'with the same content' : 'with different content'
      }; the further row is kept as ${vendorId}.`,
      about: aboutOf(id),
    });
    return { vendorId, isFirst: false, row };
  });
}

const SENSITIVE = /passw|secret|token|credential|private|api_?key/i;

/** The fields of a row that no named field shows, for `vendorFields`. */
export function otherFields(row: Readonly<Record<string, unknown>>, named: readonly string[]): JsonObject {
  const entries = Object.entries(row).filter(
    ([name, value]) => value !== undefined && !named.includes(name) && !SENSITIVE.test(name),
  );
  return toJsonValue(Object.fromEntries(entries)) as JsonObject;
}

function sameContent(a: object, b: object): boolean {
  const canonical = (row: object) => JSON.stringify(Object.entries(toJsonValue(row) as JsonObject).sort());
  return canonical(a) === canonical(b);
}
