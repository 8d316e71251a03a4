/** A large estate: thousands of licenses over twenty policies, the same for the same number and day. */

import { DAY_MS } from '../rules.js';
import {
  createKeygenState,
  type Entitlement,
  type Group,
  type KeygenState,
  type License,
  type Machine,
  type Policy,
  type Process,
  type User,
} from '../state.js';
import { compare } from '../table.js';
import { type DaysAgo, makeEntitlements, makeGroups, makePolicies, makeUsers } from './fleet-catalog.js';
import { createRandom, type Random } from './random.js';
import { license, machine, process } from './rows.js';

export const FLEET_LICENSES = 10_000;

const SEED = 20_260_630;
const GIB = 1_073_741_824n;
const PLATFORMS = ['macOS', 'Windows', 'Linux'] as const;

/** Dates hang on the UTC day of `now`, so that a restart on the same day serves the same estate. */
export function fleetState(now: Date, licenses: number = FLEET_LICENSES): KeygenState {
  const state = createKeygenState();
  const random = createRandom(SEED);
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const daysAgo = (days: number): Date => new Date(today - Math.round(days * DAY_MS));
  const founded = daysAgo(3000);

  const entitlements = makeEntitlements(state, random, founded);
  const policies = makePolicies(state, random, founded, entitlements);
  const groups = makeGroups(state, random, licenses, daysAgo);
  const users = makeUsers(state, random, licenses, daysAgo, groups);
  makeLicenses({ state, random, licenses, daysAgo, policies, groups, users, entitlements });
  return state;
}

interface LicenseInput {
  readonly state: KeygenState;
  readonly random: Random;
  readonly licenses: number;
  readonly daysAgo: DaysAgo;
  readonly policies: readonly Policy[];
  readonly groups: readonly Group[];
  readonly users: readonly User[];
  readonly entitlements: readonly Entitlement[];
}

function makeLicenses(input: LicenseInput): void {
  const { state, licenses } = input;
  const machines: Machine[] = [];
  const processes: Process[] = [];
  for (let place = 0; place < licenses; place += 1) {
    // Oldest first, from 2,000 days ago to yesterday: a table takes rows in order fastest.
    const age = 1 + (2000 * (licenses - place)) / licenses;
    const made = makeLicense(input, place, age);
    if (made === null) continue;
    state.licenses.insert(made.license);
    for (const activated of makeMachines(input, made.license, made.policy, age)) {
      machines.push(activated);
      const running = made.policy.maxProcesses !== null && input.random.oneIn(5) ? 1 + input.random.int(3) : 0;
      for (let count = 0; count < running; count += 1) processes.push(makeProcess(input, activated, count));
    }
  }
  for (const row of machines.sort(compare)) state.machines.insert(row);
  for (const row of processes.sort(compare)) state.processes.insert(row);
}

function makeLicense(
  { random, daysAgo, policies, groups, users, entitlements }: LicenseInput,
  place: number,
  age: number,
): { readonly license: License; readonly policy: Policy } | null {
  const chosen = policies[random.int(policies.length)];
  if (chosen === undefined) return null;
  const quiet = random.oneIn(6) ? 91 + random.int(400) : random.int(80);
  // Renewed year by year; a fifth was not renewed the last time.
  const left = random.oneIn(5) ? -random.int(200) - 1 : random.oneIn(30) ? 1 + random.int(2) : 4 + random.int(360);
  const people = users.length < 4 ? 0 : random.int(4);
  const made = license({
    id: random.uuid(),
    created: daysAgo(age),
    key: random.licenseKey(),
    name: random.oneIn(10) ? null : `License ${String(place + 1).padStart(6, '0')}`,
    productId: chosen.productId,
    policyId: chosen.id,
    expiry: chosen.duration === null ? null : daysAgo(-left),
    uses: random.oneIn(500) ? null : chosen.maxUses === null ? random.int(50) : random.int(1100),
    suspended: random.oneIn(50),
    protected: random.oneIn(20) ? true : null,
    version: random.oneIn(3) ? null : `${1 + random.int(4)}.${random.int(10)}.0`,
    lastValidated: random.oneIn(8) ? null : daysAgo(Math.min(quiet, age)),
    lastCheckIn: chosen.requireCheckIn ? daysAgo(Math.min(quiet / 2, age)) : null,
    maxMachines: chosen.floating && random.oneIn(12) ? 1 + random.int(30) : null,
    maxCores: random.oneIn(40) ? 8 : null,
    groupId: random.oneIn(4) ? (groups[random.int(groups.length)]?.id ?? null) : null,
    ownerId: random.oneIn(3) ? null : (users[random.int(users.length)]?.id ?? null),
    userIds: [...new Set(Array.from({ length: people }, () => users[random.int(users.length)]?.id ?? ''))].filter(
      Boolean,
    ),
    entitlementIds: random.oneIn(10) ? [entitlements[random.int(entitlements.length)]?.id ?? ''].filter(Boolean) : [],
    metadata: random.oneIn(4) ? { tenant: `t-${random.int(900)}`, orderNumber: random.int(100_000) } : {},
    updated: daysAgo(Math.min(quiet, age)),
  });
  return { license: made, policy: chosen };
}

function makeMachines(
  { random, daysAgo }: LicenseInput,
  owned: License,
  policy: Policy,
  age: number,
): readonly Machine[] {
  const limit = owned.maxMachines ?? policy.maxMachines ?? 3;
  // Mostly none to three; now and then the limit and a little more.
  const many = random.oneIn(25) ? limit + random.int(3) : Math.min(random.int(4), limit);
  return Array.from({ length: many }, (_, place) =>
    machine({
      id: random.uuid(),
      created: daysAgo((age * (many - place)) / (many + 1)),
      fingerprint: random.uuid().replaceAll('-', ':'),
      name: random.oneIn(3) ? null : `host-${random.int(100_000)}`,
      hostname: `node-${random.int(100_000)}.example.internal`,
      platform: random.pick(PLATFORMS),
      ip: `10.${random.int(256)}.${random.int(256)}.${random.int(256)}`,
      cores: random.oneIn(10) ? null : random.pick([2, 4, 8, 16, 32]),
      memory: random.oneIn(10) ? null : random.pick([8n, 16n, 32n, 64n]) * GIB,
      disk: random.oneIn(10) ? null : random.pick([256n, 512n, 1024n]) * GIB,
      licenseId: owned.id,
      ownerId: random.oneIn(2) ? owned.ownerId : null,
      groupId: owned.groupId,
    }),
  );
}

function makeProcess({ random }: LicenseInput, owner: Machine, place: number): Process {
  return process({
    id: random.uuid(),
    created: new Date(owner.created.getTime() + (place + 1) * 60_000),
    pid: String(1000 + random.int(60_000)),
    licenseId: owner.licenseId,
    machineId: owner.id,
  });
}
