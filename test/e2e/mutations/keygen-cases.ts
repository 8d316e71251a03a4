/** Every mutation of a Keygen license and its machines: what it takes, and where its effect shows. */
import type { KeygenState } from '../../../src/emulators/keygen/index.js';
import { at, type Given, KEY, LICENSE_ID, NOW, TWO_WEEKS_MS } from '../../emulators/keygen/world.js';
import { LICENSE, MOST, NEW_KEY, POLICY } from './keygen-account.js';

export interface Case {
  readonly name: string;
  readonly given?: Given;
  readonly input: object;
  /** Of the payload. */
  readonly fields: string;
  readonly payload: object;
  readonly write: readonly [method: string, path: string];
  /** The effect as the graph shows it. */
  readonly query: string;
  /** The same of the vendor's state. */
  readonly look: (state: KeygenState) => unknown;
  readonly before: unknown;
  readonly after: unknown;
  /** Whether a look afterwards tells if it was done; true unless said. `undone`: only that it was not. */
  readonly isTellable?: false | 'undone';
  readonly missing: { readonly code: string; readonly path: readonly string[] };
  /** Which the vendor may repeat in a refusal. */
  readonly key?: string;
}

const LICENSE_MISSING = { code: 'LICENSE_NOT_FOUND', path: ['licenseId'] };
const PATH = `/v1/accounts/demo/licenses/${LICENSE_ID}`;
const COUNT = '{ licenses { totalCount } }';
const countOf = (state: KeygenState) => ({ licenses: { totalCount: state.licenses.size } });
const counted = (totalCount: number) => ({ licenses: { totalCount } });

type Fields = Readonly<Record<string, unknown>>;

/** What is asked of one license, and shows in fields of it. */
function onLicense(
  name: string,
  more: {
    readonly given?: Given;
    readonly input?: object;
    readonly write?: Case['write'];
    readonly before: Fields;
    readonly after: Fields;
    readonly look: (license: NonNullable<ReturnType<KeygenState['licenses']['get']>>) => Fields;
    readonly isTellable?: Case['isTellable'];
  },
): Case {
  const fields = `... on KeygenLicense { ${Object.keys(more.after).join(' ')} }`;
  const { given, isTellable, look } = more;
  return {
    name,
    ...(given && { given }),
    ...(isTellable !== undefined && { isTellable }),
    input: { licenseId: LICENSE, ...more.input },
    fields: `license { ${fields} }`,
    payload: { license: more.after },
    write: more.write ?? ['POST', `${PATH}/actions/${ACTIONS[name]}`],
    query: `{ node(id: "${LICENSE}") { ${fields} } }`,
    look(state) {
      const license = state.licenses.get(LICENSE_ID);
      return { node: license === undefined ? null : look(license) };
    },
    before: { node: more.before },
    after: { node: more.after },
    missing: LICENSE_MISSING,
    key: KEY,
  };
}

const ACTIONS: Readonly<Record<string, string>> = {
  suspendLicense: 'suspend',
  reinstateLicense: 'reinstate',
  renewLicense: 'renew',
  checkInLicense: 'check-in',
  incrementUsage: 'increment-usage',
  decrementUsage: 'decrement-usage',
  resetUsage: 'reset-usage',
};

function removal(name: string, path: string): Case {
  return {
    name,
    input: { licenseId: LICENSE },
    fields: 'deletedId',
    payload: { deletedId: LICENSE },
    write: ['DELETE', path],
    query: COUNT,
    look: countOf,
    before: counted(1),
    after: counted(0),
    missing: LICENSE_MISSING,
    key: KEY,
  };
}

const usesOf = ({ uses }: { readonly uses: number | null }) => ({ uses: String(uses) });

export const cases: readonly Case[] = [
  {
    name: 'createLicense',
    input: { sourceId: 'Source:keygen', policyId: POLICY, key: NEW_KEY, name: 'Acme' },
    fields: 'license { name ... on KeygenLicense { policy { id } } }',
    payload: { license: { name: 'Acme', policy: { id: POLICY } } },
    write: ['POST', '/v1/accounts/demo/licenses'],
    query: COUNT,
    look: countOf,
    before: counted(1),
    after: counted(2),
    missing: { code: 'POLICY_NOT_FOUND', path: ['policyId'] },
    key: NEW_KEY,
  },
  onLicense('updateLicense', {
    given: { license: { maxMachines: 3 }, policy: { maxMachines: 9 } },
    input: { name: 'Renamed', limits: { maxMachines: null, maxMemory: MOST } },
    write: ['PATCH', PATH],
    // What is null on the license shows as its policy's.
    look: (license) => ({
      name: license.name,
      maxMachines: license.maxMachines ?? 9,
      maxMemory: license.maxMemory === null ? null : String(license.maxMemory),
    }),
    before: { name: null, maxMachines: 3, maxMemory: null },
    after: { name: 'Renamed', maxMachines: 9, maxMemory: MOST },
  }),
  removal('deleteLicense', PATH),
  removal('revokeLicense', `${PATH}/actions/revoke`),
  onLicense('suspendLicense', {
    look: ({ suspended }) => ({ suspended, status: suspended ? 'SUSPENDED' : 'ACTIVE' }),
    before: { suspended: false, status: 'ACTIVE' },
    after: { suspended: true, status: 'SUSPENDED' },
  }),
  onLicense('reinstateLicense', {
    given: { license: { suspended: true } },
    look: ({ suspended }) => ({ suspended, status: suspended ? 'SUSPENDED' : 'ACTIVE' }),
    before: { suspended: true, status: 'SUSPENDED' },
    after: { suspended: false, status: 'ACTIVE' },
  }),
  onLicense('renewLicense', {
    look: ({ expiry }) => ({ expiresAt: expiry?.toISOString() }),
    before: { expiresAt: at(TWO_WEEKS_MS).toISOString() },
    after: { expiresAt: at(2 * TWO_WEEKS_MS).toISOString() },
    isTellable: 'undone',
  }),
  onLicense('checkInLicense', {
    given: { policy: { requireCheckIn: true, checkInInterval: 'day', checkInIntervalCount: 1 } },
    look: ({ lastCheckIn }) => ({ lastCheckInAt: lastCheckIn?.toISOString() ?? null }),
    before: { lastCheckInAt: null },
    after: { lastCheckInAt: NOW.toISOString() },
  }),
  {
    ...onLicense('validateLicense', {
      write: ['GET', `${PATH}/actions/validate`],
      look: ({ lastValidated }) => ({ lastValidatedAt: lastValidated?.toISOString() ?? null }),
      before: { lastValidatedAt: null },
      after: { lastValidatedAt: NOW.toISOString() },
      isTellable: false,
    }),
    fields: 'verdict { valid code determinate } license { ... on KeygenLicense { lastValidatedAt } }',
    payload: {
      verdict: { valid: true, code: 'VALID', determinate: true },
      license: { lastValidatedAt: NOW.toISOString() },
    },
  },
  onLicense('incrementUsage', {
    given: { license: { uses: 3, maxUses: 10 } },
    input: { by: 2 },
    look: usesOf,
    before: { uses: '3' },
    after: { uses: '5' },
    isTellable: false,
  }),
  onLicense('decrementUsage', {
    given: { license: { uses: 3 } },
    input: { by: 2 },
    look: usesOf,
    before: { uses: '3' },
    after: { uses: '1' },
    isTellable: false,
  }),
  onLicense('resetUsage', {
    given: { license: { uses: 3 } },
    look: usesOf,
    before: { uses: '3' },
    after: { uses: '0' },
  }),
  {
    name: 'activateMachine',
    given: { machines: 1 },
    input: { licenseId: LICENSE, fingerprint: 'print/neu 1%2f', hostname: 'h', cores: 4, memory: MOST, disk: '0' },
    fields: 'target { ... on KeygenMachine { fingerprint hostname cores memory disk license { id } } }',
    payload: {
      target: {
        ...{ fingerprint: 'print/neu 1%2f', hostname: 'h', cores: 4, memory: MOST, disk: '0' },
        license: { id: LICENSE },
      },
    },
    write: ['POST', '/v1/accounts/demo/machines'],
    query: `{ node(id: "${LICENSE}") { ... on KeygenLicense { machineCount machines { totalCount } } } }`,
    look: machineCountOf,
    before: { node: { machineCount: 1, machines: { totalCount: 1 } } },
    after: { node: { machineCount: 2, machines: { totalCount: 2 } } },
    missing: LICENSE_MISSING,
    key: KEY,
  },
  {
    name: 'deactivateMachine',
    given: { machines: 2 },
    input: { targetId: 'Target:keygen:machine-1' },
    fields: 'deletedId',
    payload: { deletedId: 'Target:keygen:machine-1' },
    write: ['DELETE', '/v1/accounts/demo/machines/machine-1'],
    query: `{ node(id: "${LICENSE}") { ... on KeygenLicense { machineCount machines { totalCount } } } }`,
    look: machineCountOf,
    before: { node: { machineCount: 2, machines: { totalCount: 2 } } },
    after: { node: { machineCount: 1, machines: { totalCount: 1 } } },
    missing: { code: 'TARGET_NOT_FOUND', path: ['targetId'] },
  },
];

function machineCountOf(state: KeygenState) {
  const count = state.machines.by('license', LICENSE_ID).length;
  return { node: { machineCount: count, machines: { totalCount: count } } };
}
