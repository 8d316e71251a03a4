/** The subscriptions: which changes each tells of, and what of them it shows. */
import type { Message } from '../../domain/entities.js';
import type { Quota } from '../../domain/evaluated.js';
import { parseGlobalId } from '../../domain/ids.js';
import { matchesFilter, matchesWords } from '../../store/match.js';
import { parseFilter } from '../../store/query.js';
import type { Doc } from '../../store/repo.js';
import type { Change, EntityChange, SourceSynced } from '../../sync/changes.js';
import type { GraphqlContext } from '../context.js';
import { badUserInput } from '../errors.js';
import { type FilterArgument, selectionOf } from '../filters.js';
import type { StoredConcept } from '../reader.js';
import { changeStream } from '../subscriptions/change-stream.js';

interface FilterArguments {
  readonly filter?: FilterArgument | null;
}

/** Sources that are not visible have no changes here, as they have no things. */
const visible = ({ reader }: GraphqlContext, { source }: Change) => reader.source(source) !== null;

const ofThings = (kind: EntityChange['kind'], concept: StoredConcept) => ({
  subscribe(_root: unknown, { filter }: FilterArguments, context: GraphqlContext) {
    const { where, sources, words = [] } = selectionOf(concept, filter, context.reader);
    const demanded = parseFilter(where);
    return changeStream<EntityChange>(
      context.changes,
      kind,
      (change) =>
        visible(context, change) &&
        (sources?.includes(change.source) ?? true) &&
        matchesFilter(demanded, change.doc) &&
        matchesWords(words, change.doc),
    );
  },
});

export const subscription = {
  messageRaised: {
    ...ofThings('MESSAGE_RAISED', 'Message'),
    resolve: ({ doc }: EntityChange) => doc as Doc & Message,
  },
  quotaChanged: {
    ...ofThings('QUOTA_CHANGED', 'Quota'),
    resolve: ({ doc }: EntityChange) => doc as Doc & Quota,
  },
  sourceSynced: {
    subscribe(_root: unknown, { sourceId }: { readonly sourceId?: string | null }, context: GraphqlContext) {
      const wanted = sourceId == null ? null : sourceNamed(sourceId);
      return changeStream<SourceSynced>(
        context.changes,
        'SOURCE_SYNCED',
        (change) => visible(context, change) && (wanted === null || change.source === wanted),
      );
    },
    resolve: ({ state }: SourceSynced, _args: unknown, { reader }: GraphqlContext) => reader.sourceAs(state),
  },
};

function sourceNamed(id: string): string {
  const parsed = parseGlobalId(id);
  if (parsed?.concept === 'Source') return parsed.source;
  throw badUserInput('sourceId', 'this is no id of a source; pass the `id` of one');
}
