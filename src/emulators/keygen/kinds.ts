/** The kinds of resource: how each is listed and filtered, found by id, shown, and what a license may see of it. */
import { licensePredicates, metadataPredicates, type Predicate } from './filters.js';
import type { Listing } from './paging.js';
import type { Query } from './query.js';
import { entitlementResource, productResource } from './resources/catalog.js';
import type { Resource, View } from './resources/document.js';
import { licenseResource } from './resources/license.js';
import { machineResource } from './resources/machine.js';
import { groupResource, userResource } from './resources/people.js';
import { policyResource } from './resources/policy.js';
import { processResource } from './resources/process.js';
import { webhookEndpointResource } from './resources/webhook-endpoint.js';
import { licenseOf, policyOf, userStatus } from './rules.js';
import type {
  Entitlement,
  Group,
  KeygenState,
  License,
  Machine,
  Policy,
  Process,
  Product,
  User,
  WebhookEndpoint,
} from './state.js';
import type { Row, Table } from './table.js';

export interface Kind<T extends Row> {
  /** One of them, as an error names it. */
  readonly noun: string;
  list(query: Query, view: View): Listing<T>;
  find(id: string, state: KeygenState): T | undefined;
  show(row: T, view: View): Resource;
  /** What a license that authenticates by its key may see; absent: none of this kind. */
  readonly visibleTo?: (license: License, row: T, state: KeygenState) => boolean;
}

export const licenses: Kind<License> = {
  noun: 'license',
  list(query, view) {
    const { state } = view;
    const owner = query.get('owner');
    const user = query.get('user');
    const machine = query.get('machine');
    const predicates = [...licensePredicates(query, state, view.now)];
    if (machine !== undefined) {
      const ids = new Set(machinesNamed(state, machine).map((found) => found.licenseId));
      predicates.push((license) => ids.has(license.id));
    }
    return select(state.licenses, predicates, [
      ['product', query.get('product')],
      ['policy', query.get('policy')],
      ['group', query.get('group')],
      ['owner', owner === undefined ? undefined : userIdOf(state, owner)],
      ['user', user === undefined ? undefined : userIdOf(state, user)],
    ]);
  },
  find: (id, state) => state.licenses.get(id) ?? state.licenses.by('key', id)[0],
  show: licenseResource,
  visibleTo: (license, row) => row.id === license.id,
};

export const policies: Kind<Policy> = {
  noun: 'policy',
  list: (query, { state }) => select(state.policies, metadataPredicates(query), [['product', query.get('product')]]),
  find: (id, state) => state.policies.get(id),
  show: policyResource,
  visibleTo: (license, row) => row.id === license.policyId,
};

export const machines: Kind<Machine> = {
  noun: 'machine',
  list(query, { state }) {
    const predicates: Predicate<Machine>[] = [...metadataPredicates(query)];
    for (const name of ['ip', 'hostname'] as const) {
      const value = query.get(name);
      if (value !== undefined) predicates.push((machine) => machine[name] === value);
    }
    const ofLicense = (name: string, test: (license: License, value: string) => boolean): void => {
      const value = query.get(name);
      if (value !== undefined) predicates.push((machine) => test(licenseOf(state, machine), value));
    };
    ofLicense('product', (license, value) => license.productId === value);
    ofLicense('policy', (license, value) => license.policyId === value);
    const user = query.get('user');
    if (user !== undefined) predicates.push(usedBy(state, userIdOf(state, user)));
    const owner = query.get('owner');
    const license = query.get('license') ?? query.get('key');
    return select(state.machines, predicates, [
      ['license', license === undefined ? undefined : (licenses.find(license, state)?.id ?? '')],
      ['fingerprint', query.get('fingerprint')],
      ['group', query.get('group')],
      ['owner', owner === undefined ? undefined : userIdOf(state, owner)],
    ]);
  },
  find: (id, state) => state.machines.get(id) ?? state.machines.by('fingerprint', id)[0],
  show: machineResource,
  visibleTo: (license, row) => row.licenseId === license.id,
};

export const processes: Kind<Process> = {
  noun: 'process',
  list(query, { state }) {
    const predicates: Predicate<Process>[] = [...metadataPredicates(query)];
    const product = query.get('product');
    if (product !== undefined) predicates.push((process) => licenseOf(state, process).productId === product);
    const license = query.get('license');
    const machine = query.get('machine');
    return select(state.processes, predicates, [
      ['license', license === undefined ? undefined : (licenses.find(license, state)?.id ?? '')],
      ['machine', machine === undefined ? undefined : (machines.find(machine, state)?.id ?? '')],
    ]);
  },
  find: (id, state) => state.processes.get(id),
  show: processResource,
  visibleTo: (license, row) => row.licenseId === license.id,
};

export const users: Kind<User> = {
  noun: 'user',
  list(query, view) {
    const { state } = view;
    const predicates: Predicate<User>[] = [...metadataPredicates(query)];
    const status = query.get('status')?.toUpperCase();
    if (status !== undefined) predicates.push((user) => userStatus(state, user, view.now) === status);
    const product = query.get('product');
    if (product !== undefined) {
      predicates.push((user) => state.licenses.by('user', user.id).some((license) => license.productId === product));
    }
    const license = query.get('license');
    if (license !== undefined) {
      const found = licenses.find(license, state);
      predicates.push((user) => found !== undefined && state.licenses.holds('user', user.id, found));
    }
    return select(state.users, predicates, [['group', query.get('group')]]);
  },
  find: (id, state) => state.users.get(id) ?? state.users.by('email', id.toLowerCase())[0],
  show: userResource,
};

export const groups: Kind<Group> = {
  noun: 'group',
  list: (query, { state }) => select(state.groups, metadataPredicates(query), []),
  find: (id, state) => state.groups.get(id),
  show: groupResource,
};

export const products: Kind<Product> = {
  noun: 'product',
  list: (query, { state }) => select(state.products, metadataPredicates(query), []),
  find: (id, state) => state.products.get(id),
  show: productResource,
  visibleTo: (license, row) => row.id === license.productId,
};

export const entitlements: Kind<Entitlement> = {
  noun: 'entitlement',
  list: (query, { state }) => select(state.entitlements, metadataPredicates(query), []),
  find: (id, state) => state.entitlements.get(id),
  show: entitlementResource,
  visibleTo: (license, row, state) => entitlementIdsOf(license, state).has(row.id),
};

export const webhookEndpoints: Kind<WebhookEndpoint> = {
  noun: 'webhook endpoint',
  list: (_query, { state }) => select(state.webhookEndpoints, [], []),
  find: (id, state) => state.webhookEndpoints.get(id),
  show: webhookEndpointResource,
};

/** The license's own entitlements and those of its policy. */
export function entitlementIdsOf(license: License, state: KeygenState): ReadonlySet<string> {
  return new Set([...license.entitlementIds, ...policyOf(state, license).entitlementIds]);
}

/** The shortest of the indexed lists that were asked for, and what the rest demands of each row. */
function select<T extends Row, I extends string>(
  table: Table<T, I>,
  predicates: readonly Predicate<T>[],
  indexed: readonly (readonly [index: I, key: string | undefined])[],
): Listing<T> {
  let rows = table.all();
  const tests = [...predicates];
  for (const [index, key] of indexed) {
    if (key === undefined) continue;
    const filed = table.by(index, key);
    if (filed.length < rows.length) rows = filed;
    tests.push((row) => table.holds(index, key, row));
  }
  const keep = tests.length === 0 ? null : (row: T): boolean => tests.every((test) => test(row));
  return { rows, keep, get: (id) => table.get(id) };
}

/** A user is named by id or by email; a name nobody has selects nothing. */
function userIdOf(state: KeygenState, name: string): string {
  return users.find(name, state)?.id ?? '';
}

function machinesNamed(state: KeygenState, name: string): readonly Machine[] {
  const byId = state.machines.get(name);
  return byId === undefined ? state.machines.by('fingerprint', name) : [byId];
}

/** Machines that the user owns, or that belong to one of the user's licenses. */
function usedBy(state: KeygenState, userId: string): Predicate<Machine> {
  return (machine) => machine.ownerId === userId || state.licenses.holds('user', userId, licenseOf(state, machine));
}
