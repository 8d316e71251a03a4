/** The columns of every export, in their order: what files are read by, so names here are as fixed as those of the schema. */
import type { SourceView } from '../../graphql/source-view.js';
import type { Cell } from './csv.js';

/** What a line is made from. */
export interface Row {
  /** By the names of the schema, which are those it is stored by. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly source: SourceView | null;
  /** What the thing is called that has this id; null when it is not there. */
  nameOf(id: unknown): string | null;
}

export interface Column {
  readonly name: string;
  /** For a person, in a few words. */
  readonly tells: string;
  readonly of: (row: Row) => Cell;
  /** The field with the id of the thing that is named by it. */
  readonly names?: string;
}

const field = (name: string, tells: string): Column => ({ name, tells, of: ({ fields }) => fields[name] as Cell });
const nameOf = (name: string, names: string, tells: string): Column => ({
  name,
  tells,
  names,
  of: (row) => row.nameOf(row.fields[names]),
});

const place = [
  field('source', 'name of the source it was read from'),
  { name: 'sourceKind', tells: 'its kind, e.g. `splunk`', of: ({ source }: Row) => source?.kind },
];
const identity = [
  field('id', 'global id, as `node` takes it'),
  ...place,
  field('vendorId', "id in the vendor's own system"),
  field('displayName', 'what a person calls it'),
];
const age = [
  { name: 'observedAt', tells: "the source's last complete sync", of: ({ source }: Row) => source?.lastSyncedAt },
  { name: 'stale', tells: 'whether that may be out of date', of: ({ source }: Row) => source?.stale },
];
const group = [field('groupId', 'id of its group'), nameOf('group', 'groupId', 'its name')];
const stack = [field('stackId', 'Splunk: id of its stack'), nameOf('stack', 'stackId', 'its name')];
const license = [field('licenseId', 'id of its license'), nameOf('license', 'licenseId', 'its name')];
const pool = [field('poolId', 'Enterprise Recon: id of its pool'), nameOf('pool', 'poolId', 'its name')];
const subject = [field('subjectId', 'id of what it is about'), nameOf('subject', 'subjectId', 'its name')];

/** No license key is among them, whoever asks: files are handed on. */
const licenses: readonly Column[] = [
  ...identity,
  { name: 'type', tells: 'type in the schema, e.g. `SplunkLicense`', of: ({ fields }) => fields.typeName as string },
  field('name', 'its own name'),
  field('status', 'the worse of what the vendor says and what follows from its data'),
  field('reportedStatus', "the vendor's own word"),
  field('derivedStatus', 'what follows from its data'),
  field('conflicts', 'where the two do not agree'),
  field('createdAt', 'when it was created'),
  field('expiresAt', 'when it expires'),
  field('features', 'features it turns on'),
  ...group,
  ...stack,
  field('label', 'Splunk: its label'),
  field('subgroupId', 'Splunk: its subgroup, e.g. `Production`'),
  field('quotaBytes', "Splunk: bytes a day that it adds to its stack's quota"),
  field('isUnlimited', 'Splunk: whether that is unlimited'),
  field('maxViolations', 'Splunk: warnings at which search is blocked'),
  field('windowPeriod', 'Splunk: in how many days these are counted'),
  field('model', 'Enterprise Recon: how the installation is licensed'),
  field('edition', 'Enterprise Recon: its edition'),
  field('company', 'Enterprise Recon: to whom it is registered'),
  field('policyId', 'Keygen: id of its policy'),
  nameOf('policy', 'policyId', 'its name'),
  field('uses', 'Keygen: uses counted'),
  field('maxUses', 'Keygen: the most uses'),
  field('machineCount', 'Keygen: machines'),
  field('maxMachines', 'Keygen: the most machines'),
  field('userCount', 'Keygen: users'),
  field('maxUsers', 'Keygen: the most users'),
  field('maxProcesses', 'Keygen: the most processes'),
  field('maxCores', 'Keygen: the most CPU cores'),
  field('maxMemory', 'Keygen: the most memory, in bytes'),
  field('maxDisk', 'Keygen: the most disk, in bytes'),
  field('suspended', 'Keygen: whether it is suspended'),
  field('lastValidatedAt', 'Keygen: when it was last validated'),
  field('nextCheckInAt', 'Keygen: when it must check in next'),
  ...age,
];

const pools: readonly Column[] = [
  ...identity,
  field('name', 'Splunk: its name; Enterprise Recon: its comment, else its type'),
  field('description', "Splunk's description"),
  field('unit', '`BYTES` or `COUNT`'),
  field('limit', 'how much may be used; empty when unlimited or unreadable'),
  field('used', 'how much is used'),
  field('ratio', 'used divided by limit, of its worst quota'),
  field('state', 'state of its worst quota'),
  field('isMax', 'Splunk: sized `MAX`'),
  field('fixed', 'whether it can neither be changed nor deleted'),
  ...stack,
  ...license,
  field('peerVendorIds', 'Splunk: GUIDs of its members as configured, `*` included'),
  field('acceptsAllPeers', 'Splunk: whether every peer may use it'),
  ...age,
];

const peers: readonly Column[] = [
  ...identity,
  field('label', 'its label'),
  field('usedBytes', 'bytes used today'),
  field('warningCount', 'warnings in the window'),
  field('searchBlocked', 'whether its search is blocked; empty when that cannot be known'),
  field('orphan', 'whether it is in no pool of the active group'),
  field('isLocal', 'whether it is the server that was asked'),
  field('poolIds', 'ids of its pools'),
  field('activePoolIds', 'ids of those in active stacks'),
  field('stackIds', 'ids of its stacks'),
  ...age,
];

const targets: readonly Column[] = [
  ...identity,
  field('name', 'its own name'),
  field('type', 'the pool type it is licensed from; a Keygen machine: `machine`'),
  field('licensed', 'whether it holds a license'),
  ...license,
  ...pool,
  field('fingerprint', 'Keygen: its fingerprint'),
  field('hostname', 'Keygen: its host name'),
  field('platform', 'Keygen: its platform'),
  field('ip', 'Keygen: its address'),
  field('cores', 'Keygen: its CPU cores'),
  field('memory', 'Keygen: its memory, in bytes'),
  field('disk', 'Keygen: its disk, in bytes'),
  field('lastHeartbeatAt', 'Keygen: its last heartbeat'),
  field('createdAt', 'Keygen: when it was activated'),
  ...age,
];

const dataUsages: readonly Column[] = [
  ...identity,
  field('location', 'target, location or scan root'),
  field('type', "the vendor's type, e.g. `file`"),
  field('bytes', 'the largest volume scanned there'),
  field('attribution', 'the allowance it counts against'),
  ...pool,
  field('targetId', 'id of its target'),
  nameOf('target', 'targetId', 'its name'),
  ...age,
];

const messages: readonly Column[] = [
  ...identity,
  field('origin', '`VENDOR` or `GATEWAY`'),
  field('category', 'its category'),
  field('severity', '`INFO`, `WARN` or `ERROR`'),
  field('description', 'what happened and what to do'),
  field('createdAt', 'when it was raised'),
  field('active', 'whether it still holds'),
  ...subject,
  field('quotaId', 'id of the quota it is about'),
  field('licenseId', 'of the license'),
  field('poolId', 'of the pool'),
  field('stackId', 'of the stack'),
  field('peerId', 'of the peer'),
  field('targetId', 'of the target'),
  field('acknowledgedAt', 'when someone acknowledged it'),
  field('acknowledgedBy', 'who did'),
];

const quotas: readonly Column[] = [
  field('id', 'global id, as `node` takes it'),
  ...place,
  ...subject,
  field('dimension', 'what is measured'),
  field('measure', 'how the number moves'),
  field('limit', 'the limit; empty when there is none or it is unreadable'),
  field('used', 'how much is used'),
  field('remaining', 'limit less used'),
  field('ratio', 'used divided by limit'),
  field('state', 'how much that is to worry about'),
  field('enforcement', 'what happens above the limit'),
  field('overageLimit', 'the largest use that the vendor still allows'),
  field('resetsAt', 'when the counter starts again'),
  field('reasons', "the vendor's rule, and its numbers"),
  ...age,
];

const usage: readonly Column[] = [
  field('quotaId', 'id of the quota'),
  ...place,
  ...subject,
  field('dimension', 'what is measured'),
  field('start', 'first instant of the hour or day'),
  field('peak', 'the largest use seen in it'),
  field('last', 'the use last seen in it'),
  field('limit', 'the limit last seen in it'),
  field('samples', 'how many reads it stands for'),
];

export const columns = { licenses, pools, peers, targets, dataUsages, messages, quotas, usage };
