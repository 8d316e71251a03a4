/** Turns what was evaluated into the documents that are stored: the thing itself, plus what its collection is indexed by. Pure. */
import { hash } from 'node:crypto';
import type { Entity, Message } from '../domain/entities.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { SourceState, Tally } from '../domain/source-state.js';
import { licenseStatuses, messageSeverities, quotaStates } from '../domain/vocabulary.js';
import { concern, type Evaluation } from '../quota/evaluate.js';

/** A document before it is given a version. */
export interface Draft {
  readonly id: string;
  readonly hash: string;
  readonly [field: string]: unknown;
}

/** Collection name → everything that collection holds of the source. A collection that is absent stays as it is. */
export type Drafts = Readonly<Record<string, readonly Draft[]>>;

type SnapshotPart = Pick<Snapshot, 'groups' | 'stacks' | 'peers' | 'targets' | 'dataUsages' | 'policies'>;

/** Documents of everything that was read, messages apart. */
export function snapshotDrafts(snapshot: SnapshotPart, evaluation: Evaluation): Drafts {
  return {
    ...evaluationDrafts(evaluation, namesOf(snapshot, evaluation)),
    groups: snapshot.groups.map((each) => draft(each)),
    stacks: snapshot.stacks.map((each) => draft(each)),
    peers: snapshot.peers.map((each) => draft(each)),
    targets: snapshot.targets.map((each) => draft(each)),
    dataUsages: snapshot.dataUsages.map((each) => draft(each)),
    policies: snapshot.policies.map((each) => draft(each)),
  };
}

/** Documents of what evaluation decides. `nameOf` names the subject of a quota, by which the quota is found. */
export function evaluationDrafts(evaluation: Evaluation, nameOf: (subjectId: string) => string): Drafts {
  return {
    licenses: evaluation.licenses.map((license) =>
      draft({ ...license, statusRank: licenseStatuses.indexOf(license.status) }),
    ),
    pools: evaluation.pools.map((each) => draft(each)),
    quotas: evaluation.quotas.map((quota) =>
      draft({
        ...quota,
        vendorId: null,
        displayName: nameOf(quota.subjectId),
        stateRank: quotaStates.indexOf(quota.state),
        concern: concern(quota),
      }),
    ),
  };
}

export function messageDrafts(messages: readonly Message[]): Drafts {
  return {
    messages: messages.map((message) =>
      draft({ ...message, severityRank: messageSeverities.indexOf(message.severity), about: aboutOf(message) }),
    ),
  };
}

export function tallyOf(drafts: Drafts, before: Tally): Tally {
  const total: Record<string, number> = { ...before.total };
  for (const [collection, docs] of Object.entries(drafts)) total[collection] = docs.length;
  return {
    total,
    licenses: drafts.licenses ? countBy(drafts.licenses, 'status') : before.licenses,
    quotas: drafts.quotas ? countBy(drafts.quotas, 'state') : before.quotas,
    messages: drafts.messages
      ? countBy(
          drafts.messages.filter((doc) => doc.active === true),
          'severity',
        )
      : before.messages,
  } as Tally;
}

/** The parts of the source's own state that a complete read decides. */
export function readState(
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

/** Lower-cased words a thing is found by: of its name, label and vendor id, whole and in their parts. */
export function wordsOf(...texts: readonly (string | null | undefined)[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    if (text == null) continue;
    for (const word of text.toLowerCase().split(/\s+/u)) {
      if (word === '') continue;
      words.add(word);
      for (const part of word.split(/[^\p{L}\p{N}]+/u)) if (part !== '') words.add(part);
    }
  }
  return [...words];
}

function draft<T extends Pick<Entity, 'id' | 'displayName' | 'vendorId'>>(entity: T): Draft {
  const label = 'label' in entity && typeof entity.label === 'string' ? entity.label : null;
  const body = { ...entity, words: wordsOf(entity.displayName, label, entity.vendorId) };
  return { ...body, hash: contentHash(body) };
}

function contentHash(body: object): string {
  return hash(
    'sha1',
    JSON.stringify(body, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)),
    'base64',
  );
}

function aboutOf(message: Message): string[] {
  const ids = [
    message.subjectId,
    message.quotaId,
    message.licenseId,
    message.poolId,
    message.stackId,
    message.peerId,
    message.targetId,
  ];
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
