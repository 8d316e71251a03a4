/** What can be read, as a table of paths below `/v1` or `/v1/accounts/{account}`, and the handlers behind it. */
import { isRefusal } from './errors.js';
import {
  entitlementIdsOf,
  entitlements,
  groups,
  type Kind,
  licenses,
  machines,
  policies,
  processes,
  products,
  users,
  webhookEndpoints,
} from './kinds.js';
import { type Listing, takePage } from './paging.js';
import { parseQuery } from './query.js';
import { type Answer, type Call, ID, isVisible, type Route, refusedKind, seek, shown } from './routing.js';
import type { KeygenState } from './state.js';
import { compare, type Row } from './table.js';
import { inVersion } from './versions.js';

export const readRoutes: readonly Route[] = [
  list('licenses', licenses),
  single('licenses', licenses),
  list('policies', policies),
  single('policies', policies),
  list('machines', machines),
  single('machines', machines),
  list('processes', processes),
  single('processes', processes),
  list('users', users),
  single('users', users),
  list('groups', groups),
  single('groups', groups),
  list('products', products),
  single('products', products),
  list('entitlements', entitlements),
  single('entitlements', entitlements),
  list('webhook-endpoints', webhookEndpoints),
  single('webhook-endpoints', webhookEndpoints),

  related('licenses', licenses, 'machines', machines, 'license'),
  members('licenses', licenses, 'users', users, (license) => [
    ...(license.ownerId === null ? [] : [license.ownerId]),
    ...license.userIds,
  ]),
  members('licenses', licenses, 'entitlements', entitlements, (license, state) => [
    ...entitlementIdsOf(license, state),
  ]),
  one('licenses', licenses, 'product', products, (license) => license.productId),
  one('licenses', licenses, 'policy', policies, (license) => license.policyId),
  one('licenses', licenses, 'group', groups, (license) => license.groupId),
  one('licenses', licenses, 'owner', users, (license) => license.ownerId),
  one('licenses', licenses, 'user', users, (license) => license.ownerId),

  related('machines', machines, 'processes', processes, 'machine'),
  one('machines', machines, 'license', licenses, (machine) => machine.licenseId),
  one('machines', machines, 'product', products, (machine, state) => state.licenses.get(machine.licenseId)?.productId),
  one('machines', machines, 'group', groups, (machine) => machine.groupId),
  one('machines', machines, 'owner', users, (machine) => machine.ownerId),
  one('machines', machines, 'user', users, (machine) => machine.ownerId),

  one('processes', processes, 'machine', machines, (process) => process.machineId),
  one('processes', processes, 'license', licenses, (process) => process.licenseId),
  one(
    'processes',
    processes,
    'product',
    products,
    (process, state) => state.licenses.get(process.licenseId)?.productId,
  ),

  related('policies', policies, 'licenses', licenses, 'policy'),
  members('policies', policies, 'entitlements', entitlements, (policy) => policy.entitlementIds),
  one('policies', policies, 'product', products, (policy) => policy.productId),

  related('users', users, 'licenses', licenses, 'user'),
  related('users', users, 'machines', machines, 'user'),
  members('users', users, 'products', products, (user, state) => [
    ...new Set(state.licenses.by('user', user.id).map((license) => license.productId)),
  ]),
  one('users', users, 'group', groups, (user) => user.groupId),

  related('groups', groups, 'licenses', licenses, 'group'),
  related('groups', groups, 'machines', machines, 'group'),
  related('groups', groups, 'users', users, 'group'),

  related('products', products, 'policies', policies, 'product'),
  related('products', products, 'licenses', licenses, 'product'),
  related('products', products, 'machines', machines, 'product'),
  related('products', products, 'users', users, 'product'),
];

/** `GET /<type>` */
function list<T extends Row>(type: string, kind: Kind<T>): Route {
  return get([type], (call) => paged(kind, kind.list(call.query, call), call));
}

/** `GET /<type>/{id}` */
function single<T extends Row>(type: string, kind: Kind<T>): Route {
  return get([type, ID], (call) => {
    const row = seek(kind, call);
    return isRefusal(row) ? row : shown(kind, row, call);
  });
}

/** `GET /<type>/{id}/<name>`: the list of the other kind with its filter `filter` set to the owner's id. */
function related<T extends Row, U extends Row>(
  type: string,
  kind: Kind<T>,
  name: string,
  other: Kind<U>,
  filter: string,
): Route {
  return get([type, ID, name], (call) => {
    const owner = seek(kind, call);
    if (isRefusal(owner)) return owner;
    const query = parseQuery(`${filter}=${encodeURIComponent(owner.id)}&${call.query.withPage({})}`);
    return paged(other, other.list(query, call), call);
  });
}

/** `GET /<type>/{id}/<name>`: the rows whose ids the owner lists. */
function members<T extends Row, U extends Row>(
  type: string,
  kind: Kind<T>,
  name: string,
  other: Kind<U>,
  idsOf: (row: T, state: KeygenState) => readonly string[],
): Route {
  return get([type, ID, name], (call) => {
    const owner = seek(kind, call);
    if (isRefusal(owner)) return owner;
    const ids = new Set(idsOf(owner, call.state));
    const rows = [...ids].map((id) => other.find(id, call.state)).filter((row) => row !== undefined);
    const { keep } = other.list(call.query, call);
    return paged(other, { rows: rows.sort(compare), keep, get: (id) => other.find(id, call.state) }, call);
  });
}

/** `GET /<type>/{id}/<name>`: the one row the owner points to; 404 when it points to none. */
function one<T extends Row, U extends Row>(
  type: string,
  kind: Kind<T>,
  name: string,
  other: Kind<U>,
  idOf: (row: T, state: KeygenState) => string | null | undefined,
): Route {
  return get([type, ID, name], (call) => {
    const owner = seek(kind, call);
    if (isRefusal(owner)) return owner;
    const row = seek(other, { ...call, id: idOf(owner, call.state) ?? '' });
    return isRefusal(row) ? row : shown(other, row, call);
  });
}

function get(pattern: readonly string[], handle: Route['handle']): Route {
  return { method: 'GET', pattern, handle };
}

function paged<T extends Row>(kind: Kind<T>, listing: Listing<T>, call: Call): Answer {
  const refused = refusedKind(kind, call);
  if (refused !== null) return refused;
  const page = takePage(onlyVisible(kind, listing, call), call.query, call.path);
  if (isRefusal(page)) return page;
  const data = page.rows.map((row) => inVersion(call.version, kind.show(row, call)));
  return { status: 200, document: page.links === undefined ? { data } : { data, links: page.links } };
}

function onlyVisible<T extends Row>(kind: Kind<T>, listing: Listing<T>, call: Call): Listing<T> {
  if (call.bearer.kind === 'token') return listing;
  return { ...listing, keep: (row) => isVisible(kind, row, call) && (listing.keep === null || listing.keep(row)) };
}
