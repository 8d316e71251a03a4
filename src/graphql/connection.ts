/** Relay connections over the store: arguments checked, one store call for a page and one for a count, each only when asked for. */
import type { Entity } from '../domain/entities.js';
import { type Soon, whenThere } from '../domain/soon.js';
import type { Doc, Filter, Order, Position, Scalar } from '../store/repo.js';
import { decodeCursor, encodeCursor, type Tag } from './cursor.js';
import { badUserInput } from './errors.js';
import { type FilterArgument, selectionOf } from './filters.js';
import type { NodeModel, Reader, Selection, StoredConcept } from './reader.js';

export const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 500;

export interface ConnectionArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly filter?: FilterArgument | null;
  readonly orderBy?: { readonly field: string; readonly direction?: 'ASC' | 'DESC' } | null;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** Fields are functions: what an operation does not select is never read. */
export interface Connection<T = NodeModel> {
  edges(): Soon<readonly Edge<T>[]>;
  nodes(): Soon<readonly T[]>;
  pageInfo(): Soon<PageInfo>;
  totalCount(): Soon<number>;
}

/** Said for every type of connections: compiled operations call no functions of a parent. */
export const connectionFields = {
  edges: (connection: Connection) => connection.edges(),
  nodes: (connection: Connection) => connection.nodes(),
  pageInfo: (connection: Connection) => connection.pageInfo(),
  totalCount: (connection: Connection) => connection.totalCount(),
};

/** What limits a connection to one parent; `sources` narrows it to the parent's own. */
export interface Scope {
  readonly where: Filter;
  readonly sources?: readonly string[];
}

/** GraphQL order field → stored field. */
const orderFields: Readonly<Record<StoredConcept, Readonly<Record<string, string>>>> = {
  License: { NAME: 'displayName', EXPIRES_AT: 'expiresAt', STATUS: 'statusRank', CREATED_AT: 'createdAt' },
  Group: { NAME: 'displayName' },
  Stack: { NAME: 'displayName' },
  Pool: { NAME: 'displayName', USED: 'used', RATIO: 'ratio' },
  Peer: { NAME: 'displayName' },
  Target: { NAME: 'displayName' },
  DataUsage: { NAME: 'displayName' },
  Message: { CREATED_AT: 'createdAt', SEVERITY: 'severityRank' },
  Quota: { RATIO: 'ratio', STATE: 'stateRank' },
  Policy: { NAME: 'displayName' },
  AuditEntry: { AT: 'at' },
};

/** What is stored in an ordered field, where it is no text. */
const orderTypes: Readonly<Record<string, Tag>> = {
  expiresAt: 'd',
  createdAt: 'd',
  at: 'd',
  statusRank: 'n',
  severityRank: 'n',
  stateRank: 'n',
  ratio: 'n',
  used: 'b',
};

/** Fields that hold several ids: two demands on one do not exclude each other, and the store takes only one. */
const MEMBERSHIPS = new Set(['poolIds', 'about']);

const defaultOrders: Partial<Record<StoredConcept, Order>> = {
  Message: { field: 'createdAt', direction: 'DESC' },
  Quota: { field: 'ratio', direction: 'DESC' },
  AuditEntry: { field: 'at', direction: 'DESC' },
};

/** Throws BAD_USER_INPUT at once for arguments that cannot be used; reads nothing yet. */
export function connection(
  reader: Reader,
  concept: StoredConcept,
  args: ConnectionArguments,
  scope?: Scope,
): Connection<Entity> {
  const order = orderOf(concept, args.orderBy);
  const kind = { concept, order, type: orderTypes[order.field] ?? 's' };
  const { limit, backward } = limitOf(args);
  const after = args.after == null ? undefined : decodeCursor('after', kind, args.after);
  const before = args.before == null ? undefined : decodeCursor('before', kind, args.before);
  const selection = scoped(selectionOf(concept, args.filter, reader), scope);

  let page: Soon<Page> | undefined;
  const load = () => {
    page ??= selection === null ? NOTHING : whenThere(read(selection), cut);
    return page;
  };
  function read(selected: Selection) {
    // One more than asked for tells whether there is more.
    return reader.page(concept, {
      ...selected,
      order,
      limit: limit + 1,
      ...(after === undefined ? {} : { after }),
      ...(before === undefined ? {} : { before }),
      ...(backward ? { fromEnd: true } : {}),
    });
  }
  function cut(docs: readonly Doc[]): Page {
    const more = docs.length > limit;
    return { docs: more ? (backward ? docs.slice(1) : docs.slice(0, limit)) : docs, more };
  }

  return {
    edges: () =>
      whenThere(load(), ({ docs }) =>
        docs.map((doc) => ({ cursor: encodeCursor(order, positionOf(doc, order)), node: doc as Doc & Entity })),
      ),
    nodes: () => whenThere(load(), ({ docs }) => docs as readonly (Doc & Entity)[]),
    pageInfo: () =>
      whenThere(load(), ({ docs, more }) => {
        const [first, last] = [docs[0], docs.at(-1)];
        return {
          hasNextPage: backward ? before !== undefined : more,
          hasPreviousPage: backward ? more : after !== undefined,
          startCursor: first === undefined ? null : encodeCursor(order, positionOf(first, order)),
          endCursor: last === undefined ? null : encodeCursor(order, positionOf(last, order)),
        };
      }),
    totalCount: () => (selection === null ? 0 : reader.count(concept, selection)),
  };
}

interface Page {
  readonly docs: readonly Doc[];
  /** Beyond them, in the direction in which is read. */
  readonly more: boolean;
}

const NOTHING: Page = { docs: [], more: false };

export function limitOf(args: ConnectionArguments): { limit: number; backward: boolean } {
  const backward = args.last != null || args.before != null;
  if (backward && (args.first != null || args.after != null)) {
    throw badUserInput(
      args.last != null ? 'last' : 'before',
      'go in one direction: either first and after, or last and before',
    );
  }
  const name = backward ? 'last' : 'first';
  return { limit: sizeOf(name, args[name] ?? DEFAULT_PAGE), backward };
}

/** A page size between 1 and 500. */
export function sizeOf(argument: string, size: number): number {
  if (size >= 1 && size <= LARGEST_PAGE) return size;
  throw badUserInput(argument, `${size} is not possible; ask for 1 to ${LARGEST_PAGE}`);
}

function orderOf(concept: StoredConcept, orderBy: ConnectionArguments['orderBy']): Order {
  if (orderBy == null) return defaultOrders[concept] ?? { field: 'displayName', direction: 'ASC' };
  return { field: orderFields[concept][orderBy.field] ?? 'displayName', direction: orderBy.direction ?? 'ASC' };
}

/** The parent's condition with the argument's; null when the two exclude each other. */
function scoped(selection: Selection, scope: Scope | undefined): Selection | null {
  if (scope === undefined) return selection;
  for (const [field, condition] of Object.entries(scope.where)) {
    const asked = selection.where[field];
    if (asked === undefined || JSON.stringify(asked) === JSON.stringify(condition)) continue;
    if (MEMBERSHIPS.has(field))
      throw badUserInput('filter', 'what it belongs to is already set by the field it is asked on');
    return null;
  }
  const own = scope.sources;
  const asked = selection.sources;
  const sources = own === undefined ? asked : asked === undefined ? own : own.filter((name) => asked.includes(name));
  return { ...selection, where: { ...selection.where, ...scope.where }, sources };
}

function positionOf(doc: Doc, order: Order): Position {
  return { value: (doc[order.field] ?? null) as Scalar, id: String(doc.id) };
}
