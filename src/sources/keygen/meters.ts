/** Meters of licenses and groups: what is used of which limit, whether it is enforced, and by which rule. */
import type { Limit, Meter } from '../../domain/entities.js';
import type { QuotaDimension } from '../../domain/vocabulary.js';
import { limitOf, type Quantity } from './quantities.js';
import { groupReasons, usesReasons } from './reasons.js';
import type { GroupRow, LicenseRow } from './shapes.js';

/** Shown even where nothing limits them: what a license is counted by. The others mean nothing without a limit. */
const ALWAYS_SHOWN: readonly QuotaDimension[] = ['USERS', 'MACHINES'];

export function licenseMeters(subjectId: string, license: LicenseRow, quantities: readonly Quantity[]): Meter[] {
  const gauges = quantities
    .filter(({ dimension, limit }) => limit.kind !== 'unlimited' || ALWAYS_SHOWN.includes(dimension))
    .map(
      ({ dimension, fullest, overage, reasons }): Meter => ({
        subjectId,
        dimension,
        measure: 'GAUGE',
        limit: fullest.limit,
        used: fullest.used,
        enforcement: overage === null || overage.kind === 'none' ? 'HARD' : 'SOFT',
        overage: overage ?? { kind: 'none' },
        resetsAt: null,
        reasons,
      }),
    );
  return [...gauges, usesMeter(subjectId, license)];
}

function usesMeter(subjectId: string, license: LicenseRow): Meter {
  const used = license.unreadable.includes('uses') ? null : (license.values.uses ?? 0n);
  const limit = limitOf(license, 'maxUses');
  return {
    subjectId,
    dimension: 'USES',
    measure: 'CUMULATIVE',
    limit,
    used,
    enforcement: 'HARD',
    overage: { kind: 'none' },
    resetsAt: null,
    reasons: usesReasons(used, limit),
  };
}

/** What belongs to a group, by its list; null where that list was not read. */
export interface GroupCensus {
  readonly licenses: ReadonlyMap<string, bigint>;
  readonly machines: ReadonlyMap<string, bigint> | null;
  readonly users: ReadonlyMap<string, bigint> | null;
}

export function groupMeters(subjectId: string, group: GroupRow, census: GroupCensus): Meter[] {
  return [
    meter('LICENSES', 'licenses', limitOf(group, 'maxLicenses'), census.licenses),
    meter('MACHINES', 'machines', limitOf(group, 'maxMachines'), census.machines),
    meter('USERS', 'users', limitOf(group, 'maxUsers'), census.users),
  ];

  function meter(
    dimension: QuotaDimension,
    noun: string,
    limit: Limit,
    members: ReadonlyMap<string, bigint> | null,
  ): Meter {
    const used = members && (members.get(group.id) ?? 0n);
    return {
      subjectId,
      dimension,
      measure: 'GAUGE',
      limit,
      used,
      enforcement: 'HARD',
      overage: { kind: 'none' },
      resetsAt: null,
      reasons: groupReasons(used, limit, noun),
    };
  }
}

/** How many rows link to each group. */
export function byGroup(
  rows: readonly { readonly linked: Readonly<Record<string, string>> }[],
): ReadonlyMap<string, bigint> {
  const counts = new Map<string, bigint>();
  for (const { linked } of rows) {
    if (linked.group !== undefined) counts.set(linked.group, (counts.get(linked.group) ?? 0n) + 1n);
  }
  return counts;
}
