/** Questions for pages of a large store, from places in each order. */
import { nameOf, STORED_AT } from './large-store.mjs';
import { product } from './product.mjs';

const { encodeCursor } = await product('graphql/cursor.js');
const DAY = 86_400_000;
const BY_NAME = { field: 'displayName', direction: 'ASC' };

/** Order fields of the graph: the stored field, and a value in its middle. */
export const orders = {
  NAME: { field: 'displayName', middle: 'License gamma 5' },
  EXPIRES_AT: { field: 'expiresAt', middle: new Date(STORED_AT + 300 * DAY) },
  STATUS: { field: 'statusRank', middle: 0 },
  CREATED_AT: { field: 'createdAt', middle: new Date(STORED_AT - 450 * DAY) },
};

const FIELDS = `displayName status expiresAt source { name } group { name } quotas { dimension used limit ratio state }
  messages(first: 5) { nodes { description } }`;

const CURSORS = `query Cursors($first: Int, $last: Int, $after: String, $orderBy: LicenseOrder, $filter: LicenseFilter) {
  licenses(first: $first, last: $last, after: $after, orderBy: $orderBy, filter: $filter) { edges { cursor } } }`;

export const PAGE = `query Page($first: Int, $last: Int, $after: String, $before: String, $orderBy: LicenseOrder, $filter: LicenseFilter) {
  licenses(first: $first, last: $last, after: $after, before: $before, orderBy: $orderBy, filter: $filter) {
    totalCount nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`;

/**
 * Variables of ever other pages of 100 near the first, in the middle of the order, and near the last: `{ first: (i) => variables, middle, last }`.
 * `ask` answers the data of one operation. Where a filter leaves nothing behind the middle of the order, the second page is its middle.
 */
export async function placesOf(ask, { order, direction, filter }) {
  const common = { orderBy: { field: order, direction }, filter };
  const { field, middle } = orders[order];
  const cursors = async (variables) => {
    const { licenses } = await ask(CURSORS, { ...common, ...variables });
    return licenses.edges.map(({ cursor }) => cursor);
  };
  const onward = (from) => (i) => ({ ...common, first: 100, after: from[i % from.length] });
  const first = await cursors({ first: 100 });
  const last = await cursors({ last: 100 });
  if (first.length === 0) throw new Error(`nothing is there by ${order} with ${JSON.stringify(filter)}`);
  const there = encodeCursor({ field, direction }, { value: middle, id: 'License:bench:l5' });
  const behind = await cursors({ first: 100, after: there });
  const second = behind.length > 0 ? behind : await cursors({ first: 100, after: first.at(-1) });
  return {
    first: onward(first),
    middle: onward(second.length > 0 ? second : first),
    last: (i) => ({ ...common, last: 100, before: last.at(-1 - (i % last.length)) }),
  };
}

/** For the load: all pages in turn, by name. */
export function inTurn(size) {
  const every = Array.from({ length: size }, (_, i) => ({ value: nameOf(i, size), id: `License:bench:l${i}` }));
  every.sort((a, b) => (a.value < b.value ? -1 : 1));
  const cursors = [];
  for (let at = 99; at < size; at += 100) cursors.push(encodeCursor(BY_NAME, every[at]));
  cursors[cursors.length - 1] = null;
  return (i) => ({ query: PAGE, variables: { first: 100, after: cursors[i % cursors.length] } });
}

/** For the load: the first page, again and again. */
export function firstOnly() {
  return () => ({ query: PAGE, variables: { first: 100 } });
}
