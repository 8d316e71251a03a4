/** Turns what was evaluated into the documents that are stored, and back: the thing itself, plus what it is indexed by. */
import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Message } from '../domain/entities.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { SourceState, Tally } from '../domain/source-state.js';
import { licenseStatuses, messageSeverities, quotaStates } from '../domain/vocabulary.js';
import { searchWords } from '../domain/words.js';
import { concern, type Evaluation, type Facts } from '../quota/evaluate.js';
import type { Doc } from '../store/repo.js';

/** A document before it is given a version. */
export interface Draft {
  readonly id: string;
  readonly hash: string;
  readonly [field: string]: unknown;
}

/** Collection name → everything that collection holds of the source, each id once. A collection left out stays as it is. */
export type Drafts = Readonly<Record<string, readonly Draft[]>>;

type SnapshotPart = Pick<Snapshot, 'groups' | 'stacks' | 'peers' | 'targets' | 'dataUsages' | 'policies'>;

/** Fields that are there for the store only; a thing read back is rid of them. */
const INDEX_FIELDS = new Set([
  ...['_id', 'from', 'until', 'hash', 'words'],
  ...['statusRank', 'stateRank', 'severityRank', 'concern', 'about'],
]);
/** How many documents are made before everybody else gets a turn. */
const DRAFTS_AT_ONCE = 500;

/** Documents of everything that was read, messages apart. */
export async function snapshotDrafts(snapshot: SnapshotPart, evaluation: Evaluation): Promise<Drafts> {
  return {
    ...(await evaluationDrafts(evaluation, namesOf(snapshot, evaluation))),
    groups: await drafted(snapshot.groups),
    stacks: await drafted(snapshot.stacks),
    peers: await drafted(snapshot.peers),
    targets: await drafted(snapshot.targets),
    dataUsages: await drafted(snapshot.dataUsages),
    policies: await drafted(snapshot.policies),
  };
}

/** Documents of what evaluation decides. `nameOf` names the subject of a quota, by which the quota is found. */
export async function evaluationDrafts(evaluation: Evaluation, nameOf: (subjectId: string) => string): Promise<Drafts> {
  return {
    licenses: await drafted(evaluation.licenses, (license) => ({
      ...license,
      statusRank: licenseStatuses.indexOf(license.status),
    })),
    pools: await drafted(evaluation.pools),
    quotas: await drafted(evaluation.quotas, (quota) => ({
      ...quota,
      vendorId: null,
      displayName: nameOf(quota.subjectId),
      stateRank: quotaStates.indexOf(quota.state),
      concern: concern(quota),
    })),
  };
}

export async function messageDrafts(messages: readonly Message[]): Promise<Drafts> {
  return {
    messages: await drafted(messages, (message) => ({
      ...message,
      severityRank: messageSeverities.indexOf(message.severity),
      about: aboutOf(message),
    })),
  };
}

/** The facts that what is stored was evaluated from, and what the subjects of its quotas are called. */
export function factsOf(stored: {
  readonly licenses: readonly Doc[];
  readonly pools: readonly Doc[];
  readonly quotas: readonly Doc[];
  readonly timeZone: string | null;
}): { readonly facts: Facts; readonly nameOf: (subjectId: string) => string } {
  const names = new Map(stored.quotas.map((quota) => [quota.subjectId, String(quota.displayName)]));
  return {
    facts: {
      licenses: stored.licenses.map((doc) => undraft<Facts['licenses'][number]>(doc)),
      pools: stored.pools.map((doc) => undraft<Facts['pools'][number]>(doc)),
      meters: stored.quotas.map((doc) => doc.meter as Facts['meters'][number]),
      timeZone: stored.timeZone,
    },
    nameOf: (id) => names.get(id) ?? id,
  };
}

/** The thing a document was made of. */
export function undraft<T>(doc: Doc): T {
  return Object.fromEntries(Object.entries(doc).filter(([field]) => !INDEX_FIELDS.has(field))) as T;
}

/** A draft with what only the stored document needs: the words it is found by. */
export function storable(draft: Draft): Draft {
  const { displayName, label, vendorId } = draft;
  const words = wordsOf([displayName, label, vendorId].filter((text) => typeof text === 'string'));
  return { ...draft, words };
}

/** The words of its name, label and vendor id, by which a thing is found. */
function wordsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(searchWords))];
}

export function tallyOf(drafts: Drafts, before: Tally): Tally {
  const total: Record<string, number> = { ...before.total };
  for (const [collection, docs] of Object.entries(drafts)) total[collection] = docs.length;
  const { licenses, quotas, messages } = drafts;
  return {
    total,
    licenses: licenses ? countBy(licenses, 'status') : before.licenses,
    quotas: quotas ? countBy(quotas, 'state') : before.quotas,
    messages: messages
      ? countBy(
          messages.filter((doc) => doc.active === true),
          'severity',
        )
      : before.messages,
  };
}

/** The parts of the source's own state that a complete read decides. */
export function stateFromSnapshot(
  snapshot: Snapshot,
): Pick<SourceState, 'version' | 'timeZone' | 'details' | 'vendorFields' | 'lastError'> {
  const gaps = snapshot.gaps.map((gap) => `${gap.part}: ${gap.message}`);
  return {
    version: snapshot.version,
    timeZone: snapshot.timeZone,
    details: snapshot.details,
    vendorFields: snapshot.vendorFields,
    lastError: gaps.length === 0 ? null : { code: snapshot.gaps[0]?.code ?? 'GAP', message: gaps.join('; ') },
  };
}

/** Of two things with one id the first stays; whoever read them has said so in a finding. */
async function drafted<T extends { readonly id: string }>(
  things: readonly T[],
  shape: (thing: T) => T = (thing) => thing,
): Promise<Draft[]> {
  const drafts = new Map<string, Draft>();
  for (const [i, thing] of things.entries()) {
    if (i % DRAFTS_AT_ONCE === DRAFTS_AT_ONCE - 1) await setImmediate();
    if (drafts.has(thing.id)) continue;
    const body = shape(thing);
    drafts.set(body.id, { ...body, hash: contentHash(body) });
  }
  return [...drafts.values()];
}

function contentHash(body: object): string {
  const text = JSON.stringify(body, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  return hash('sha1', text, 'base64');
}

function aboutOf(message: Message): string[] {
  const { subjectId, quotaId, licenseId, poolId, stackId, peerId, targetId } = message;
  const ids = [subjectId, quotaId, licenseId, poolId, stackId, peerId, targetId];
  return [...new Set(ids.filter((id) => id !== null))];
}

function countBy(docs: readonly Draft[], field: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const doc of docs) {
    const word = String(doc[field]);
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

function namesOf(snapshot: SnapshotPart, evaluation: Evaluation): (id: string) => string {
  const names = new Map<string, string>();
  for (const list of [evaluation.licenses, evaluation.pools, snapshot.groups, snapshot.stacks, snapshot.peers]) {
    for (const entity of list) names.set(entity.id, entity.displayName);
  }
  return (id) => names.get(id) ?? id;
}
