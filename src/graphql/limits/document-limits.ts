/** What a document may hold, counted before it is validated: validation is the first thing that a hostile one makes slow. */
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { operationTooComplex } from '../errors.js';
import type { OperationLimits } from './options.js';

/** Validation compares every two fragments that can meet in one place. */
const MOST_FRAGMENTS = 60;
/** And every two fields of one response name, whatever types they are on: more than the things with an id have types. */
const MOST_TYPES_OF_FIELD = 25;
/** Each that is unknown, misplaced or repeated is an error of its own. */
const MOST_DIRECTIVES_IN_PLACE = 5;

/** Sums grow no further, so that they stay numbers that can be shown. */
const LARGEST_COUNT = Number.MAX_SAFE_INTEGER;

export type DocumentLimits = Pick<
  OperationLimits,
  'depth' | 'aliases' | 'rootFields' | 'repeatedFields' | 'directives'
>;

/** Throws QUERY_TOO_COMPLEX (which limit, what was found, and what to do), or GRAPHQL_VALIDATION_FAILED for what never ends. */
export function checkDocument(document: DocumentNode, limits: DocumentLimits): void {
  const fragments = fragmentsOf(document);
  const count = countsOf(document);
  const extentOf = extents(fragments);
  refuseOver(MOST_FRAGMENTS, fragments.size, 'fragments', 'send several documents');
  refuseOver(limits.aliases, count.aliases, 'aliases', 'send several operations, or pass lists of ids to `nodes`');
  refuseOver(limits.directives, count.directives, 'directives', 'leave some out');
  refuseOver(MOST_DIRECTIVES_IN_PLACE, count.directivesInPlace, 'directives in one place', 'leave some out');
  refuseOver(limits.repeatedFields, count.repeatedFields, 'repeated fields', 'ask for each field once');
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION && node.kind !== Kind.FRAGMENT_DEFINITION) continue;
    // Of fragments that nothing uses, too: validation goes through them all the same.
    const { fields, depth } = extentOf(node.selectionSet);
    refuseOver(limits.depth, depth, 'levels of fields', 'ask for what lies deeper by its id');
    if (node.kind === Kind.FRAGMENT_DEFINITION) continue;
    refuseOver(limits.rootFields, fields, 'fields at its root', 'send several operations');
  }
}

/** How many fields a selection has, those of fragments in it included. */
export function countFields(set: SelectionSetNode, document: DocumentNode): number {
  return extents(fragmentsOf(document))(set).fields;
}

export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  return fragments;
}

function refuseOver(limit: number, found: number, what: string, remedy: string): void {
  if (found > limit)
    throw operationTooComplex(`this document has ${found} ${what}, and ${limit} are the limit; ${remedy}`);
}

interface Counts {
  readonly aliases: number;
  readonly directives: number;
  /** The most that stand in one place. */
  readonly directivesInPlace: number;
  /** Fields that are merged with an earlier one of the same selection, type condition and response name. */
  readonly repeatedFields: number;
}

/** Response names of one selection, with the type conditions they stand under. */
type Seen = Map<string, Set<string>>;

/** Of the document as it is written: what a fragment holds counts once, however often it is spread. */
function countsOf(document: DocumentNode): Counts {
  const counts = { aliases: 0, directives: 0, directivesInPlace: 0, repeatedFields: 0 };

  function place({ directives = [] }: { readonly directives?: readonly DirectiveNode[] | undefined }) {
    counts.directives += directives.length;
    counts.directivesInPlace = Math.max(counts.directivesInPlace, directives.length);
  }
  function field(node: FieldNode, condition: string, seen: Seen) {
    const key = node.alias?.value ?? node.name.value;
    const conditions = seen.get(key) ?? new Set();
    seen.set(key, conditions);
    if (node.alias !== undefined) counts.aliases++;
    if (conditions.has(condition) || conditions.size >= MOST_TYPES_OF_FIELD) counts.repeatedFields++;
    conditions.add(condition);
    if (node.selectionSet !== undefined) selection(node.selectionSet, '', new Map());
  }
  /** Inline fragments belong to the selection around them. */
  function selection(set: SelectionSetNode, condition: string, seen: Seen) {
    for (const node of set.selections) {
      place(node);
      if (node.kind === Kind.FIELD) field(node, condition, seen);
      if (node.kind === Kind.INLINE_FRAGMENT) {
        selection(node.selectionSet, node.typeCondition?.name.value ?? condition, seen);
      }
    }
  }
  for (const node of document.definitions) {
    place(node);
    if (node.kind === Kind.OPERATION_DEFINITION) for (const variable of node.variableDefinitions ?? []) place(variable);
    if (node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION) {
      selection(node.selectionSet, '', new Map());
    }
  }
  return counts;
}

interface Extent {
  readonly fields: number;
  readonly depth: number;
}

/** Through fragments, each of which is measured once. Throws for one within itself: validation can lose itself in it. */
function extents(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (set: SelectionSetNode) => Extent {
  const known = new Map<string, Extent | 'being measured'>();

  function ofFragment(name: string): Extent {
    const before = known.get(name);
    if (before === 'being measured') throw endless(name);
    if (before !== undefined) return before;
    known.set(name, 'being measured');
    const fragment = fragments.get(name);
    const extent = fragment === undefined ? { fields: 0, depth: 0 } : ofSelection(fragment.selectionSet);
    known.set(name, extent);
    return extent;
  }
  function ofSelection(set: SelectionSetNode): Extent {
    let [fields, depth] = [0, 0];
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        fields++;
        depth = Math.max(depth, 1 + (node.selectionSet === undefined ? 0 : ofSelection(node.selectionSet).depth));
      } else {
        const inner = node.kind === Kind.FRAGMENT_SPREAD ? ofFragment(node.name.value) : ofSelection(node.selectionSet);
        fields += inner.fields;
        depth = Math.max(depth, inner.depth);
      }
    }
    return { fields: Math.min(fields, LARGEST_COUNT), depth };
  }
  return ofSelection;
}

function endless(name: string): GraphQLError {
  return new GraphQLError(`the fragment ${name} is spread within itself, so that it never ends; take it out there`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });
}
