/** Adding and deleting licenses, and the stacks that come and go with them. */
import { type LicenseFields, readLicenseFile } from '../license-file.js';
import { licenseStatus } from '../rules.js';
import { license, pool, stack } from '../scenarios/build.js';
import type { GroupState, LicenseState, SplunkState } from '../state.js';
import { type Arguments, missingArguments } from './arguments.js';
import { followLicenses, followPools } from './consequences.js';
import { DONE, notFound, type Outcome, refused } from './outcome.js';

/** The licenses every server has built in have hashes that are no digests; they cannot go, as far as is known. */
const BUILT_IN = /^F{63}[DF]$/;
const BUILT_IN_STACKS = new Set(['forwarder', 'free']);

/**
 * A license of a group that is not active is stored and counts for nothing until the group is. The text of the file is
 * read here and kept nowhere.
 */
export function addLicense(state: SplunkState, given: Arguments, now: Date): Outcome {
  const text = given.get('payload');
  // With a payload the name is ignored; alone it is a path on the server, which here has no files.
  if (text === undefined) {
    return (
      missingArguments(given, ['name']) ?? refused(`Could not read license file: ${given.get('name')}: no such file`)
    );
  }
  const file = readLicenseFile(text);
  if (typeof file === 'string') return refused(file);
  const { hash, fields } = file;
  if (state.licenses.some((other) => other.hash === hash)) {
    return refused('stack already has this license, cannot add again');
  }
  const group = state.groups.find((each) => each.name === fields.groupId);
  if (group === undefined) return refused(`Invalid license: unknown group_id=${fields.groupId}`);
  const owner = state.groups.find((each) => each.stackIds.includes(fields.type));
  if (owner !== undefined && owner !== group) {
    return refused(`Invalid license: stack=${fields.type} belongs to group=${owner.name}, not to group=${group.name}`);
  }
  const added = licenseOf(hash, fields, now);
  if (licenseStatus(added, now) === 'EXPIRED') return refused('Invalid license: it has expired');
  state.licenses.push(added);
  openStack(state, group, added);
  followLicenses(state, added.stackId, now);
  return { shown: hash };
}

/** The last license of a stack takes the stack and its pools along: a server without one lists no such stack. */
export function deleteLicense(state: SplunkState, hash: string, now: Date): Outcome {
  const gone = state.licenses.find((candidate) => candidate.hash === hash);
  if (gone === undefined) return notFound(hash);
  if (BUILT_IN.test(hash)) return refused('This license is built in and cannot be deleted');
  const group = state.groups.find((each) => each.name === gone.groupId);
  const rest = state.licenses.filter((other) => other !== gone);
  if (group?.isActive === true && !rest.some((other) => other.groupId === gone.groupId)) {
    return refused(
      'You cannot delete the last license out of an active group. First, deactivate the group (by switching to another group) and then perform the delete.',
    );
  }
  state.licenses.splice(state.licenses.indexOf(gone), 1);
  const isLast = !rest.some((other) => other.stackId === gone.stackId);
  if (isLast && !BUILT_IN_STACKS.has(gone.stackId)) closeStack(state, gone.stackId);
  followLicenses(state, gone.stackId, now);
  return DONE;
}

/** A relative term begins the moment the license is added; what ends first is its expiration. */
function licenseOf(hash: string, fields: LicenseFields, now: Date): LicenseState {
  const { absoluteExpirationTime: absolute, relativeExpirationInterval: interval } = fields;
  const start = interval > 0 ? Math.floor(now.getTime() / 1000) : 0;
  return license({
    hash,
    label: fields.label,
    type: fields.type,
    groupId: fields.groupId,
    // A file names no stack: licenses of one type stack up.
    stackId: fields.type,
    quota: fields.quota,
    creationTime: fields.creationTime,
    expirationTime: interval > 0 ? Math.min(absolute, start + interval) : absolute,
    relativeExpirationStart: start,
    relativeExpirationInterval: interval,
    maxViolations: fields.maxViolations,
    windowPeriod: fields.windowPeriod,
    features: [...fields.features],
    sourcetypes: [...fields.sourcetypes],
    guid: fields.guid,
  });
}

/** The first license of a stack makes it, with the pool Splunk generates: everything for everybody. */
function openStack(state: SplunkState, group: GroupState, first: LicenseState): void {
  const name = first.stackId;
  if (!group.stackIds.includes(name)) group.stackIds.push(name);
  if (state.stacks.some((each) => each.name === name)) return;
  const { label, type, maxViolations, windowPeriod } = first;
  state.stacks.push(stack({ name, label, type, maxViolations, windowPeriod }));
  const generated = `auto_generated_pool_${name}`;
  if (!state.pools.some((each) => each.name === generated)) state.pools.push(pool({ name: generated, stackId: name }));
  followPools(state, name);
}

function closeStack(state: SplunkState, name: string): void {
  state.stacks = state.stacks.filter((each) => each.name !== name);
  state.pools = state.pools.filter((each) => each.stackId !== name);
  for (const group of state.groups) group.stackIds = group.stackIds.filter((id) => id !== name);
  state.usage.peersUsageBytes = null;
  followPools(state, name);
}
