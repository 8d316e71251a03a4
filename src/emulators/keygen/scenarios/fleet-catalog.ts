/** What the fleet's licenses hang on: four products with five policies each, groups with limits, users. */
import type { Entitlement, Group, KeygenState, Policy, User } from '../state.js';
import type { Random } from './random.js';
import { entitlement, group, policy, product, user } from './rows.js';

export type DaysAgo = (days: number) => Date;

const GIB = 1_073_741_824n;
const MAX_INT64 = 9_223_372_036_854_775_807n;
const PRODUCTS = ['Atlas', 'Beacon', 'Cinder', 'Delta'] as const;
const OVERAGES = [
  'NO_OVERAGE',
  'ALWAYS_ALLOW_OVERAGE',
  'ALLOW_1_25X_OVERAGE',
  'ALLOW_1_5X_OVERAGE',
  'ALLOW_2X_OVERAGE',
] as const;
const EXPIRATIONS = ['RESTRICT_ACCESS', 'REVOKE_ACCESS', 'MAINTAIN_ACCESS', 'ALLOW_ACCESS'] as const;

/** Three for each product. */
export function makeEntitlements(state: KeygenState, random: Random, founded: Date): readonly Entitlement[] {
  return PRODUCTS.flatMap((name) =>
    ['EXPORT', 'SSO', 'API'].map((code) =>
      state.entitlements.insert(
        entitlement({
          id: random.uuid(),
          created: founded,
          name: `${name} ${code}`,
          code: `${name.toUpperCase()}_${code}`,
        }),
      ),
    ),
  );
}

export function makePolicies(
  state: KeygenState,
  random: Random,
  founded: Date,
  entitlements: readonly Entitlement[],
): readonly Policy[] {
  return PRODUCTS.flatMap((name, line) => {
    const productId = random.uuid();
    state.products.insert(product({ id: productId, created: founded, name, code: name.toLowerCase() }));
    return OVERAGES.map((overageStrategy, grade) => {
      // The vendor refuses 1.25x and 1.5x on a node-locked policy.
      const floating = line !== 3 || overageStrategy.includes('_1_');
      return state.policies.insert(
        policy({
          id: random.uuid(),
          created: founded,
          name: `${name} ${['Basic', 'Metered', 'Team', 'Studio', 'Enterprise'][grade] ?? ''}`.trim(),
          productId,
          overageStrategy,
          expirationStrategy: EXPIRATIONS[(line + grade) % EXPIRATIONS.length] ?? 'RESTRICT_ACCESS',
          floating,
          strict: grade % 2 === 0,
          duration: grade === 1 ? null : 365 * 86_400,
          maxMachines: floating ? 4 * (grade + 1) : 1,
          maxCores: grade >= 2 ? 64 * grade : null,
          maxMemory: grade >= 3 ? 256n * GIB : null,
          maxDisk: grade === 4 ? MAX_INT64 : null,
          maxProcesses: grade >= 2 ? 8 : null,
          maxUsers: grade >= 2 ? 8 * grade : null,
          maxUses: grade === 1 ? 1000 : null,
          requireCheckIn: grade === 3,
          checkInInterval: grade === 3 ? 'month' : null,
          checkInIntervalCount: grade === 3 ? 1 : null,
          machineLeasingStrategy: line === 2 && grade === 4 ? 'PER_USER' : 'PER_LICENSE',
          processLeasingStrategy: (['PER_MACHINE', 'PER_LICENSE', 'PER_USER'] as const)[grade % 3] ?? 'PER_MACHINE',
          authenticationStrategy: grade === 2 ? 'MIXED' : 'TOKEN',
          entitlementIds:
            grade === 0 ? [] : entitlements.slice(line * 3, line * 3 + Math.min(grade, 3)).map(({ id }) => id),
        }),
      );
    });
  });
}

export function makeGroups(state: KeygenState, random: Random, licenses: number, daysAgo: DaysAgo): readonly Group[] {
  const many = Math.max(1, Math.ceil(licenses / 250));
  return Array.from({ length: many }, (_, place) =>
    state.groups.insert(
      group({
        id: random.uuid(),
        created: daysAgo(2500 - place / 10),
        name: `Team ${String(place + 1).padStart(3, '0')}`,
        maxLicenses: random.oneIn(3) ? null : random.pick([60, 75, 150]),
        maxMachines: random.oneIn(3) ? null : random.pick([90, 120, 250]),
        maxUsers: random.oneIn(3) ? null : random.pick([25, 30, 60]),
      }),
    ),
  );
}

export function makeUsers(
  state: KeygenState,
  random: Random,
  licenses: number,
  daysAgo: DaysAgo,
  groups: readonly Group[],
): readonly User[] {
  const many = Math.max(1, Math.ceil(licenses / 5));
  return Array.from({ length: many }, (_, place) =>
    state.users.insert(
      user({
        id: random.uuid(),
        created: daysAgo(2400 - (2300 * place) / many),
        email: `user${place + 1}@example.com`,
        firstName: 'User',
        lastName: String(place + 1),
        banned: random.oneIn(100),
        groupId: random.oneIn(2) ? (groups[random.int(groups.length)]?.id ?? null) : null,
      }),
    ),
  );
}
