/** The connection of sources: they are few and every operation holds them already, so no store is asked. */

import { searchWords } from '../../domain/words.js';
import { type Connection, type ConnectionArguments, type Edge, limitOf } from '../connection.js';
import { decodeCursor, encodeCursor } from '../cursor.js';
import { namesOf, wordsOf } from '../filters.js';
import type { Reader } from '../reader.js';
import type { SourceView } from '../source-view.js';

export function sourceConnection(reader: Reader, args: ConnectionArguments): Connection<SourceView> {
  const order = { field: 'displayName', direction: args.orderBy?.direction ?? 'ASC' };
  const kind = { concept: 'Source', order, type: 's' } as const;
  const { limit, backward } = limitOf(args);
  const after = args.after == null ? null : decodeCursor('after', kind, args.after).value;
  const before = args.before == null ? null : decodeCursor('before', kind, args.before).value;
  const matching = select(reader, args);
  if (order.direction === 'DESC') matching.reverse();
  const beyond = (name: string, place: unknown) =>
    order.direction === 'ASC' ? name > String(place) : name < String(place);
  const rest = matching.filter(
    ({ name }) =>
      (after === null || beyond(name, after)) && (before === null || (name !== before && !beyond(name, before))),
  );
  const page = backward ? rest.slice(-limit) : rest.slice(0, limit);
  const more = rest.length > page.length;
  const edges = page.map(
    (node): Edge<SourceView> => ({ cursor: encodeCursor(order, { value: node.name, id: node.id }), node }),
  );
  return {
    edges: async () => edges,
    nodes: async () => page,
    totalCount: async () => matching.length,
    pageInfo: async () => ({
      hasNextPage: backward ? before !== null : more,
      hasPreviousPage: backward ? more : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    }),
  };
}

function select(reader: Reader, { filter }: ConnectionArguments): SourceView[] {
  const names = namesOf(filter?.sources, filter?.kinds, reader);
  const words = wordsOf(filter?.search);
  return reader.sources.filter(
    ({ name }) =>
      (names === undefined || names.includes(name)) &&
      (words ?? []).every((word) => searchWords(name).some((own) => own.startsWith(word))),
  );
}
