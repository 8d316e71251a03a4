/** Filter arguments of the graph as filters of the store, concept by concept; ids are checked for what they name. */
import { type Concept, parseGlobalId } from '../domain/ids.js';
import type { QuotaState } from '../domain/vocabulary.js';
import { searchWords } from '../domain/words.js';
import type { Filter, Scalar } from '../store/repo.js';
import { badUserInput } from './errors.js';
import type { Reader, Selection, StoredConcept } from './reader.js';

/** A shorter word would match too much to be of use. */
const SHORTEST_WORD = 2;
const MOST_WORDS = 10;

export type FilterArgument = Readonly<Record<string, unknown>>;

/** What one filter argument demands of the stored documents. */
type Rule = (value: unknown, field: string) => Filter;

const oneOf =
  (stored: string): Rule =>
  (value) => ({ [stored]: { in: value as Scalar[] } });
const equal =
  (stored: string): Rule =>
  (value) => ({ [stored]: value as Scalar });
const idOf =
  (stored: string, ...wanted: Concept[]): Rule =>
  (value, field) => {
    const concept = parseGlobalId(String(value))?.concept;
    if (concept === undefined) throw badUserInput(`filter.${field}`, 'this is no global id; pass the `id` of a thing');
    if (wanted.length > 0 && !wanted.includes(concept)) {
      throw badUserInput(
        `filter.${field}`,
        `this is the id of a ${concept}; the id of a ${wanted.join(' or ')} is wanted`,
      );
    }
    return { [stored]: String(value) };
  };

const rules: Readonly<Record<StoredConcept, Readonly<Record<string, Rule>>>> = {
  License: {
    statuses: oneOf('status'),
    expiresBefore: (value) => ({ expiresAt: { lt: value as Date } }),
    expiresAfter: (value) => ({ expiresAt: { gte: value as Date } }),
    groupId: idOf('groupId', 'Group'),
    stackId: idOf('stackId', 'Stack'),
  },
  Group: {},
  Stack: {},
  Pool: {
    stackId: idOf('stackId', 'Stack'),
    unit: equal('unit'),
    states: (value) => ({ state: { in: value as QuotaState[] } }),
  },
  Peer: { poolId: idOf('poolIds', 'Pool'), orphan: equal('orphan'), searchBlocked: equal('searchBlocked') },
  Target: { poolId: idOf('poolId', 'Pool'), licensed: equal('licensed'), type: equal('type') },
  DataUsage: { poolId: idOf('poolId', 'Pool') },
  Message: {
    severities: oneOf('severity'),
    categories: oneOf('category'),
    origins: oneOf('origin'),
    active: equal('active'),
    acknowledged: (value) => ({ acknowledgedAt: { exists: value as boolean } }),
    subjectId: idOf('about'),
  },
  Quota: {
    states: oneOf('state'),
    dimensions: oneOf('dimension'),
    subjectId: idOf('subjectId', 'License', 'Group', 'Stack', 'Pool', 'Peer'),
  },
  Policy: {},
  AuditEntry: {
    actors: oneOf('actor'),
    actions: oneOf('action'),
    outcomes: oneOf('outcome'),
    subjectId: idOf('subjectId'),
    atBefore: (value) => ({ at: { lt: value as Date } }),
    atAfter: (value) => ({ at: { gte: value as Date } }),
  },
};

/** Throws BAD_USER_INPUT for a search too short or an id of the wrong kind of thing. An unknown source matches nothing. */
export function selectionOf(
  concept: StoredConcept,
  filter: FilterArgument | null | undefined,
  reader: Reader,
): Selection {
  const { sources, kinds, search, ...rest } = filter ?? {};
  let where: Filter = {};
  for (const [field, value] of Object.entries(rest)) {
    const rule = rules[concept][field];
    if (value === null || value === undefined || rule === undefined) continue;
    where = merged(where, rule(value, field));
  }
  const words = wordsOf(search);
  // Audit entries outlive their sources.
  const named = concept === 'AuditEntry' && Array.isArray(sources) && !Array.isArray(kinds);
  const names = named ? (sources as string[]) : namesOf(sources, kinds, reader);
  return { where, sources: names, ...(words === null ? {} : { words }) };
}

/** The lower-cased words of a search; null when there is none. Single letters beside longer words are let go. */
export function wordsOf(search: unknown): string[] | null {
  if (typeof search !== 'string') return null;
  const words = searchWords(search).filter((word) => [...word].length >= SHORTEST_WORD);
  if (words.length === 0) throw badUserInput('filter.search', 'two letters or digits in a row are needed at least');
  if (words.length > MOST_WORDS) throw badUserInput('filter.search', `at most ${MOST_WORDS} words are searched for`);
  return words;
}

/** Source names that both conditions allow; undefined when there is no condition. */
export function namesOf(names: unknown, kinds: unknown, reader: Reader): readonly string[] | undefined {
  if (!Array.isArray(names) && !Array.isArray(kinds)) return undefined;
  return reader.sources
    .filter((source) => !Array.isArray(names) || names.includes(source.name))
    .filter((source) => !Array.isArray(kinds) || kinds.includes(source.kind))
    .map((source) => source.name);
}

/** Two ranges of one field are one range; no other field is demanded twice. */
function merged(a: Filter, b: Filter): Filter {
  const result: Record<string, Filter[string]> = { ...a };
  for (const [field, condition] of Object.entries(b)) {
    const other = result[field];
    const both = other !== undefined && typeof other === 'object' && typeof condition === 'object';
    result[field] = both ? ({ ...other, ...condition } as Filter[string]) : condition;
  }
  return result;
}
