/** From what an account answered to a snapshot in our own words. Pure. */
import type { License, MessageRefs, Meter, Target } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import type { JsonObject } from '../../domain/json.js';
import { createPace } from '../../domain/pace.js';
import { emptySnapshot, type Snapshot } from '../../domain/snapshot.js';
import { findingsOf } from './findings.js';
import { takeCensus } from './leasing.js';
import { byGroup, type GroupCensus, groupMeters } from './meters.js';
import { normalizeLicense } from './normalize-license.js';
import { normalizeGroup, normalizeMachine, normalizePolicy } from './normalize-parts.js';
import type { KeygenAnswers } from './read.js';

export interface NormalizeInput {
  readonly source: string;
  readonly observedAt: Date;
  readonly answers: KeygenAnswers;
  /** What the answers' headers told of the server. */
  readonly server: JsonObject;
}

/** A snapshot with what is told of the account itself, to build on. */
export function emptyAccount(observedAt: Date, server: JsonObject): Snapshot {
  const version = server['Keygen-Version'];
  return {
    ...emptySnapshot(observedAt),
    version: typeof version === 'string' ? version : null,
    vendorFields: server,
  };
}

export function normalizeAccount(input: NormalizeInput): Snapshot {
  for (const steps = inSteps(input); ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, with others served in between: there may be hundreds of thousands of rows. */
export async function normalizePatiently(input: NormalizeInput): Promise<Snapshot> {
  const pace = createPace();
  for (const steps = inSteps(input); ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pace();
  }
}

/** A step for each row. */
function* inSteps({ source, observedAt, answers, server }: NormalizeInput): Generator<void, Snapshot> {
  const { licenses, policies, groups, machines, processes, users, entitlements, gaps } = answers;
  const policyById = new Map(policies?.rows.map((row) => [row.id, row]));
  const census = takeCensus(machines?.rows ?? null, processes?.rows ?? null);
  const groupCensus: GroupCensus = {
    licenses: byGroup(licenses.rows),
    machines: machines && byGroup(machines.rows),
    users: users && byGroup(users.rows),
  };
  const read: License[] = [];
  const meters: Meter[] = [];
  for (const row of licenses.rows) {
    const normalized = normalizeLicense(row, {
      source,
      observedAt,
      policy: policyById.get(row.linked.policy ?? '') ?? null,
      entitlements: entitlements.get(row.id)?.rows ?? [],
      census,
    });
    read.push(normalized.license);
    meters.push(...normalized.meters);
    yield;
  }
  for (const row of groups?.rows ?? []) {
    meters.push(...groupMeters(globalId('Group', source, row.id), row, groupCensus));
  }
  const targets: Target[] = [];
  for (const row of machines?.rows ?? []) {
    targets.push(normalizeMachine(row, source));
    yield;
  }
  return {
    ...emptyAccount(observedAt, server),
    licenses: read,
    policies: (policies?.rows ?? []).map((row) => normalizePolicy(row, source)),
    groups: (groups?.rows ?? []).map((row) => normalizeGroup(row, source)),
    targets,
    meters,
    findings: [
      ...findingsOf('licenses', 'License', licenses, about('License', 'licenseId')),
      ...findingsOf('policies', 'Policy', policies, about('Policy')),
      ...findingsOf('groups', 'Group', groups, about('Group')),
      ...findingsOf('machines', 'Target', machines, about('Target', 'targetId')),
      ...findingsOf('processes', 'Process', processes),
      ...findingsOf('users', 'User', users),
    ],
    gaps,
  };

  function about(concept: 'License' | 'Policy' | 'Group' | 'Target', field?: 'licenseId' | 'targetId') {
    return (vendorId: string): MessageRefs => {
      const subjectId = globalId(concept, source, vendorId);
      return field === undefined ? { subjectId } : { subjectId, [field]: subjectId };
    };
  }
}
