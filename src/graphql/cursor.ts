/** Cursors: a place in one order, opaque to clients. A cursor of another order, or none of ours, is refused. */
import type { GraphQLError } from 'graphql';
import { type Concept, parseGlobalId } from '../domain/ids.js';
import type { Order, Position, Scalar } from '../store/repo.js';
import { badUserInput } from './errors.js';

/** Types of ordered fields: string, number, bigint, date. */
export type Tag = 's' | 'n' | 'b' | 'd';

/** The order's field and direction, the value there (tagged with its type; `z` is null), the id. */
type Parts = [field: string, direction: string, tag: Tag | 'z', value: string | number, id: string];

export function encodeCursor(order: Order, position: Position): string {
  const parts: Parts = [order.field, order.direction, ...tagged(position.value), position.id];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

export interface CursorKind {
  /** Of what the connection holds. */
  readonly concept: Concept;
  readonly order: Order;
  /** Of the ordered field. */
  readonly type: Tag;
}

/** Throws BAD_USER_INPUT that names `argument`. */
export function decodeCursor(
  argument: 'after' | 'before',
  { concept, order, type }: CursorKind,
  cursor: string,
): Position {
  const parts = parse(cursor);
  if (parts === null) throw foreign(argument);
  const [field, direction, tag, value, id] = parts;
  if (parseGlobalId(id)?.concept !== concept) {
    throw badUserInput(argument, `this cursor is not one of ${concept} things; pass one that this field gave you`);
  }
  if (field !== order.field || direction !== order.direction) {
    throw badUserInput(argument, 'this cursor belongs to another order; start again without it when orderBy changes');
  }
  if (tag !== type && tag !== 'z') throw foreign(argument);
  return { value: untagged(tag, value), id };
}

function foreign(argument: string): GraphQLError {
  return badUserInput(argument, 'this is no cursor of this API; pass an endCursor or startCursor it gave you');
}

function parse(cursor: string): Parts | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return isParts(parts) ? parts : null;
  } catch {
    return null;
  }
}

function isParts(parts: unknown): parts is Parts {
  if (!Array.isArray(parts) || parts.length !== 5) return false;
  const [field, direction, tag, value, id] = parts as unknown[];
  if (typeof field !== 'string' || typeof direction !== 'string') return false;
  if (typeof id !== 'string' || parseGlobalId(id) === null) return false;
  switch (tag) {
    case 's':
      return typeof value === 'string';
    case 'n':
      return typeof value === 'number';
    case 'd':
      return typeof value === 'number' && Math.abs(value) <= 8.64e15;
    case 'b':
      return typeof value === 'string' && /^-?\d{1,34}$/.test(value);
    default:
      return tag === 'z' && value === 0;
  }
}

function tagged(value: Scalar): [Parts[2], Parts[3]] {
  if (value === null) return ['z', 0];
  if (typeof value === 'bigint') return ['b', value.toString()];
  if (value instanceof Date) return ['d', value.getTime()];
  if (typeof value === 'number') return ['n', value];
  return ['s', String(value)];
}

function untagged(tag: Parts[2], value: Parts[3]): Scalar {
  if (tag === 'z') return null;
  if (tag === 'b') return BigInt(value);
  return tag === 'd' ? new Date(value) : value;
}
