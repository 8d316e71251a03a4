/** What the demo's licenses hang on: products, policies with each overage strategy, groups with limits, people. */
import type { Group, KeygenState, Policy, User } from '../state.js';
import type { Random } from './random.js';
import { entitlement, group, policy, product, user } from './rows.js';

export type DemoPolicy =
  | 'Atlas Desktop'
  | 'Atlas Trial'
  | 'Atlas Team'
  | 'Atlas Studio'
  | 'Atlas Enterprise'
  | 'Beacon Render'
  | 'Beacon Metered';

export interface DemoCatalog {
  readonly policies: Readonly<Record<DemoPolicy, Policy>>;
  readonly groups: Readonly<Record<'Acme' | 'Globex' | 'Initech', Group>>;
  readonly users: readonly User[];
}

export interface CatalogInput {
  readonly state: KeygenState;
  readonly random: Random;
  readonly daysAgo: (days: number) => Date;
  /** Index of the user who is banned. */
  readonly bannedUser: number;
}

const GIB = 1_073_741_824n;
const YEAR_SECONDS = 365 * 86_400;

export function makeCatalog({ state, random, daysAgo, bannedUser }: CatalogInput): DemoCatalog {
  const created = daysAgo(900);
  const atlas = state.products.insert(
    product({ id: random.uuid(), created, name: 'Atlas', code: 'atlas', platforms: ['macOS', 'Windows'] }),
  );
  const beacon = state.products.insert(
    product({ id: random.uuid(), created, name: 'Beacon', code: 'beacon', platforms: ['Linux'] }),
  );
  const [sso, exporting] = [
    state.entitlements.insert(entitlement({ id: random.uuid(), created, name: 'Single sign-on', code: 'SSO' })),
    state.entitlements.insert(entitlement({ id: random.uuid(), created, name: 'Bulk export', code: 'EXPORT' })),
  ];
  const add = (name: DemoPolicy, productId: string, given: Partial<Policy>): Policy =>
    state.policies.insert(policy({ id: random.uuid(), created, name, productId, ...given }));

  const policies: DemoCatalog['policies'] = {
    'Atlas Desktop': add('Atlas Desktop', atlas.id, { strict: true, maxMachines: 1, authenticationStrategy: 'MIXED' }),
    'Atlas Trial': add('Atlas Trial', atlas.id, {
      duration: 14 * 86_400,
      maxMachines: 1,
      protected: true,
      expirationStrategy: 'REVOKE_ACCESS',
    }),
    'Atlas Team': add('Atlas Team', atlas.id, {
      duration: YEAR_SECONDS,
      floating: true,
      strict: true,
      maxMachines: 5,
      maxUsers: 5,
      expirationStrategy: 'RESTRICT_ACCESS',
    }),
    'Atlas Studio': add('Atlas Studio', atlas.id, {
      duration: YEAR_SECONDS,
      floating: true,
      strict: true,
      maxMachines: 8,
      maxCores: 16,
      overageStrategy: 'ALLOW_1_25X_OVERAGE',
      expirationStrategy: 'MAINTAIN_ACCESS',
      entitlementIds: [exporting.id],
    }),
    'Atlas Enterprise': add('Atlas Enterprise', atlas.id, {
      duration: YEAR_SECONDS,
      floating: true,
      strict: true,
      maxMachines: 10,
      maxUsers: 10,
      maxCores: 256,
      maxMemory: 512n * GIB,
      machineLeasingStrategy: 'PER_USER',
      overageStrategy: 'ALLOW_1_5X_OVERAGE',
      requireCheckIn: true,
      checkInInterval: 'month',
      checkInIntervalCount: 1,
      entitlementIds: [sso.id, exporting.id],
    }),
    'Beacon Render': add('Beacon Render', beacon.id, {
      duration: YEAR_SECONDS,
      floating: true,
      strict: true,
      maxMachines: 2,
      maxProcesses: 8,
      maxMemory: 128n * GIB,
      processLeasingStrategy: 'PER_LICENSE',
      overageStrategy: 'ALLOW_2X_OVERAGE',
      expirationStrategy: 'ALLOW_ACCESS',
      heartbeatDuration: 86_400,
    }),
    'Beacon Metered': add('Beacon Metered', beacon.id, {
      floating: true,
      maxMachines: 4,
      maxUses: 10_000,
      overageStrategy: 'ALWAYS_ALLOW_OVERAGE',
    }),
  };

  const addGroup = (name: string, limits: Partial<Group>): Group =>
    state.groups.insert(group({ id: random.uuid(), created, name, ...limits }));
  const groups = {
    Acme: addGroup('Acme', { maxLicenses: 5, maxMachines: 20, maxUsers: 6 }),
    Globex: addGroup('Globex', { maxLicenses: 12, maxMachines: 20 }),
    Initech: addGroup('Initech', { maxUsers: 4 }),
  };
  return { policies, groups, users: makeUsers({ state, random, daysAgo, bannedUser }, groups) };
}

function makeUsers(
  { state, random, daysAgo, bannedUser }: CatalogInput,
  groups: DemoCatalog['groups'],
): readonly User[] {
  const names = [
    ['Ada', 'Ames'],
    ['Bo', 'Berg'],
    ['Cleo', 'Cole'],
    ['Dov', 'Dahl'],
    ['Eve', 'Ek'],
    ['Finn', 'Frost'],
    ['Gia', 'Gray'],
    ['Hal', 'Holt'],
    ['Ivy', 'Iles'],
    ['Jon', 'Jarl'],
    ['Kay', 'Kerr'],
    ['Leo', 'Lund'],
  ] as const;
  return names.map(([firstName, lastName], place) => {
    const home = place < 4 ? groups.Acme : place < 7 ? groups.Globex : place === 9 ? groups.Initech : null;
    return state.users.insert(
      user({
        id: random.uuid(),
        created: daysAgo(800 - place),
        email: `${firstName}.${lastName}@example.com`.toLowerCase(),
        firstName,
        lastName,
        banned: place === bannedUser,
        groupId: home?.id ?? null,
      }),
    );
  });
}
