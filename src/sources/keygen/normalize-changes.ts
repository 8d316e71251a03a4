/** From what has changed of an account to our own words. Pure. */
import { globalId } from '../../domain/ids.js';
import type { JsonObject } from '../../domain/json.js';
import type { LicensesPart, Snapshot, SnapshotChanges } from '../../domain/snapshot.js';
import { groupMeters } from './meters.js';
import { emptyAccount } from './normalize.js';
import { normalizeGroup } from './normalize-parts.js';
import { type AccountChanges, membersOf } from './read-changes.js';
import type { GroupRow } from './shapes.js';

export interface ChangesInput {
  readonly source: string;
  readonly observedAt: Date;
  readonly changes: AccountChanges;
  /** The licenses as they were read anew, each by itself. */
  readonly read: readonly Snapshot[];
  /** What the answers' headers told of the server. */
  readonly server: JsonObject;
}

export function normalizeChanges({ source, observedAt, changes, read, server }: ChangesInput): SnapshotChanges {
  const { memory, licenses, groups } = changes;
  const { clockSkewMs, version, timeZone, details, vendorFields } = emptyAccount(observedAt, server);
  return {
    ...{ observedAt, clockSkewMs, version, timeZone, details, vendorFields },
    gaps: memory.gaps,
    part: partRead(source, licenses, read),
    groups: groups.map((row) => normalizeGroup(row, source)),
    groupMeters: groups.flatMap(metersOf),
    mark: memory,
  };

  function metersOf(row: GroupRow) {
    const counted = (name: string) => {
      const members = membersOf(memory, name, row.id);
      return members === null ? null : new Map([[row.id, BigInt(members)]]);
    };
    const census = {
      licenses: counted('licenses') ?? new Map(),
      machines: counted('machines'),
      users: counted('users'),
    };
    return groupMeters(globalId('Group', source, row.id), row, census);
  }
}

/** Licenses read one by one; of those that were not found nothing is left. */
export function partRead(source: string, vendorIds: readonly string[], read: readonly Snapshot[]): LicensesPart {
  return {
    licenseIds: vendorIds.map((id) => globalId('License', source, id)),
    licenses: read.flatMap(({ licenses }) => licenses),
    targets: read.flatMap(({ targets }) => targets),
    meters: read.flatMap(({ meters }) => meters),
  };
}
