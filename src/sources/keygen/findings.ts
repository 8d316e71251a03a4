/** What was wrong with the rows of a list, as findings: one for a row, however much of it could not be read. */
import type { Finding, MessageRefs } from '../../domain/entities.js';

interface ReadList {
  readonly rows: readonly { readonly id: string; readonly unreadable: readonly string[] }[];
  readonly dropped: readonly { readonly place: number; readonly why: string }[];
  readonly repeated: readonly string[];
}

/** `about` names the thing a row became; a list that is only counted (processes, users) becomes none. */
export function findingsOf(
  part: string,
  concept: string,
  list: ReadList | null,
  about: (vendorId: string) => MessageRefs = () => ({}),
): Finding[] {
  if (list === null) return [];
  const dropped = list.dropped.map(({ place, why }): Finding => {
    const vendorId = `${part}[${place}]`;
    const description = `Row ${place} of ${part} was left out: ${why}.`;
    return { category: 'BAD_ROW', severity: 'ERROR', concept, vendorId, description, about: {} };
  });
  const unreadable = list.rows
    .filter((row) => row.unreadable.length > 0)
    .map(
      (row): Finding => ({
        category: 'BAD_ROW',
        severity: 'WARN',
        concept,
        vendorId: row.id,
        description: `${row.unreadable.join(', ')} of ${concept} ${row.id} cannot be read and left empty; the rest stands.`,
        about: about(row.id),
      }),
    );
  const repeated = list.repeated.map(
    (vendorId): Finding => ({
      category: 'DUPLICATE_ROW',
      severity: 'WARN',
      concept,
      vendorId,
      description: `${concept} ${vendorId} came more than once in ${part}; the row that came last was taken.`,
      about: about(vendorId),
    }),
  );
  return [...dropped, ...unreadable, ...repeated];
}
