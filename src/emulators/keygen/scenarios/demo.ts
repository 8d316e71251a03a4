/** What demo mode shows: the vendor's sample moved to today, and a small estate with every status and overage around it. */
import { DAY_MS } from '../rules.js';
import { createKeygenState, type KeygenState } from '../state.js';
import { type DemoCatalog, makeCatalog } from './demo-catalog.js';
import { BANNED_USER, type DemoLicense, demoLicenses } from './demo-licenses.js';
import { createRandom, type Random } from './random.js';
import { license, machine, process } from './rows.js';
import { SAMPLE_PRESENT, sampleState } from './sample.js';

/** Dates hang on the UTC day of `now`, so that a restart on the same day changes nothing. */
export function demoState(now: Date): KeygenState {
  const state = createKeygenState();
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const daysAgo = (days: number): Date => new Date(today - days * DAY_MS);
  const random = createRandom(7);
  insertSample(state, today);
  const catalog = makeCatalog({ state, random, daysAgo, bannedUser: BANNED_USER });
  demoLicenses.forEach((spec, place) => {
    insertSpec({ state, random, daysAgo, catalog, spec, place });
  });
  return state;
}

/** The documentation's rows as they are, every date moved by the same distance. */
function insertSample(state: KeygenState, today: number): void {
  const sample = sampleState();
  const distance = today - SAMPLE_PRESENT.getTime();
  const moved = <T extends object>(row: T): T => {
    const entries = Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Date ? new Date(value.getTime() + distance) : value,
    ]);
    return Object.fromEntries(entries) as T;
  };
  for (const row of sample.products.all()) state.products.insert(moved(row));
  for (const row of sample.policies.all()) state.policies.insert(moved(row));
  for (const row of sample.users.all()) state.users.insert(moved(row));
  for (const row of sample.licenses.all()) state.licenses.insert(moved(row));
  for (const row of sample.machines.all()) state.machines.insert(moved(row));
}

interface SpecInput {
  readonly state: KeygenState;
  readonly random: Random;
  readonly daysAgo: (days: number) => Date;
  readonly catalog: DemoCatalog;
  readonly spec: DemoLicense;
  readonly place: number;
}

function insertSpec({ state, random, daysAgo, catalog, spec, place }: SpecInput): void {
  const policy = catalog.policies[spec.policy];
  const { users } = catalog;
  const created = daysAgo(spec.created ?? 400 - place);
  const ownerId = spec.owner === undefined ? null : (users[spec.owner]?.id ?? null);
  const groupId = spec.group === undefined ? null : catalog.groups[spec.group].id;
  const owned = state.licenses.insert(
    license({
      id: random.uuid(),
      created,
      name: spec.name,
      key: random.licenseKey(),
      productId: policy.productId,
      policyId: policy.id,
      expiry: spec.expires === undefined ? null : daysAgo(-spec.expires),
      version: spec.validated === undefined ? null : '4.2.0',
      lastValidated: spec.validated === undefined ? null : daysAgo(spec.validated),
      lastCheckIn: policy.requireCheckIn ? daysAgo(spec.checkedIn ?? 6) : null,
      groupId,
      ownerId,
      userIds: users.slice(0, spec.users ?? 0).map((user) => user.id),
      metadata: spec.group === undefined ? {} : { customer: spec.group, costCenter: 4000 + place },
      ...spec.given,
    }),
  );
  for (let count = 0; count < (spec.machines ?? 0); count += 1) {
    const activated = state.machines.insert(
      machine({
        id: random.uuid(),
        created: new Date(created.getTime() + (count + 1) * 3_600_000),
        fingerprint: random.uuid().replaceAll('-', ':'),
        name: `${spec.name} ${count + 1}`,
        hostname: `${spec.name.toLowerCase().replaceAll(' ', '-')}-${count + 1}.example.internal`,
        platform: random.pick(['macOS', 'Windows', 'Linux']),
        ip: `10.20.${place}.${count + 1}`,
        cores: spec.cores ?? 8,
        memory: BigInt(spec.gib ?? 16) * 1_073_741_824n,
        disk: 512n * 1_073_741_824n,
        licenseId: owned.id,
        ownerId: count % 2 === 0 ? ownerId : null,
        groupId,
      }),
    );
    for (let running = 0; running < (spec.processes ?? 0); running += 1) {
      state.processes.insert(
        process({
          id: random.uuid(),
          created: new Date(activated.created.getTime() + (running + 1) * 60_000),
          pid: String(4000 + place * 100 + count * 10 + running),
          lastHeartbeat: daysAgo(0),
          licenseId: owned.id,
          machineId: activated.id,
        }),
      );
    }
  }
}
