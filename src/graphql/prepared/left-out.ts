/** Large parts of stored documents that an operation cannot show: to decode them would take most of the time of reading a page. */
import { type DocumentNode, visit } from 'graphql';

/** Stored field → what else than a field of that name shows it. */
const LARGE: Readonly<Record<string, readonly string[]>> = {
  vendorFields: [],
  verdictFacts: [],
  standing: [],
  meter: ['usage', 'forecast'],
  words: [],
  hash: [],
};

/** Of what is stored, what a query of this document reads for nothing; a what-if reads everything of its source by itself. */
export function leftOut(document: DocumentNode): ReadonlySet<string> {
  const named = new Set<string>();
  visit(document, {
    Field({ name }) {
      named.add(name.value);
    },
  });
  const isLeftOut = ([field, others]: [string, readonly string[]]) =>
    ![field, ...others].some((name) => named.has(name));
  return new Set(Object.entries(LARGE).flatMap((entry) => (isLeftOut(entry) ? [entry[0]] : [])));
}
