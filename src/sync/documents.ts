/** What was read and evaluated as the documents that are stored, and back: the thing itself, plus what it is indexed by. */
import { hash } from 'node:crypto';
import type { Message } from '../domain/entities.js';
import type { EvaluatedLicense, Quota, QuotaPolicy } from '../domain/evaluated.js';
import { vendorText } from '../domain/kept-json.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { SourceState } from '../domain/source-state.js';
import { licenseStatuses, messageSeverities, quotaStates } from '../domain/vocabulary.js';
import { searchWords } from '../domain/words.js';
import { concern, type Facts, type Part, type Plan } from '../quota/evaluate.js';
import type { Doc } from '../store/repo.js';
import { rulesId } from './rules-id.js';

/** A document that may have to be written. */
export interface Draft {
  readonly id: string;
  /** Of all it follows from: a stored document with the same hash, and no `changesAt` passed, is the same document. */
  readonly hash: string;
  /** The document, made only when it is written. */
  body(): Body;
}

export type Body = Readonly<Record<string, unknown>> & { readonly id: string };

/** Fields that are there for the store only; a thing read back is rid of them. */
const INDEX_FIELDS = new Set([
  ...['_id', 'from', 'until', 'hash', 'words', 'changesAt'],
  ...['statusRank', 'stateRank', 'severityRank', 'concern', 'about'],
]);

type PlainPart = Pick<Snapshot, 'groups' | 'stacks' | 'peers' | 'targets' | 'dataUsages' | 'policies'>;

/** By collection: the things that are stored as they were read. */
export function plainDrafts(snapshot: PlainPart): Record<keyof PlainPart, Iterable<Draft>> {
  const { groups, stacks, peers, targets, dataUsages, policies } = snapshot;
  return {
    groups: plain(groups),
    stacks: plain(stacks),
    peers: plain(peers),
    targets: plain(targets),
    dataUsages: plain(dataUsages),
    policies: plain(policies),
  };
}

/** By collection: what evaluation decides. `nameOf` names the subject of a quota, by which the quota is found. */
export function evaluatedDrafts(
  plan: Plan,
  policy: QuotaPolicy,
  nameOf: (subjectId: string) => string,
): Record<keyof Plan, Iterable<Draft>> {
  const rules = rulesOf(policy);
  const { licenses, pools, quotas } = plan;
  return {
    licenses: drafted(licenses, (part) => ({
      id: part.id,
      hash: contentHash([rules, part.input]),
      body: () => licenseBody(part),
    })),
    pools: drafted(pools, (part) => ({
      id: part.id,
      hash: contentHash([rules, part.input]),
      body: () => evaluated(part),
    })),
    quotas: drafted(quotas, (part) => ({
      id: part.id,
      hash: contentHash([rules, part.input, nameOf(part.subjectId)]),
      body: () => quotaBody(part, nameOf(part.subjectId)),
    })),
  };
}

/** All that evaluation goes by, besides what is evaluated and when. */
export function rulesOf(policy: QuotaPolicy): string {
  return contentHash([rulesId(), policy]);
}

export function licenseBody(part: Part<EvaluatedLicense>): Body {
  const body = evaluated(part);
  return { ...body, statusRank: licenseStatuses.indexOf(body.status) };
}

export function quotaBody(part: Part<Quota>, subjectName: string): Body {
  const body = evaluated<Quota>(part);
  return {
    ...body,
    vendorId: null,
    displayName: subjectName,
    stateRank: quotaStates.indexOf(body.state),
    concern: concern(body),
  };
}

/** With the instant at which the clock alone makes it another. */
export function evaluated<T extends { readonly id: string }>(part: Part<T>): T & Body {
  const { value, changesAt } = part.evaluate();
  return { ...value, changesAt } as T & Body;
}

export function messageDraft(message: Message): Draft {
  return {
    id: message.id,
    hash: contentHash(message),
    body: () => ({
      ...message,
      severityRank: messageSeverities.indexOf(message.severity),
      about: aboutOf(message),
    }),
  };
}

/** The facts that what is stored was evaluated from. */
export function factsOf(stored: {
  readonly licenses: readonly Doc[];
  readonly pools: readonly Doc[];
  readonly quotas: readonly Doc[];
  readonly timeZone: string | null;
}): Facts {
  return {
    licenses: stored.licenses.map((doc) => undraft<Facts['licenses'][number]>(doc)),
    pools: stored.pools.map((doc) => undraft<Facts['pools'][number]>(doc)),
    meters: stored.quotas.map((doc) => doc.meter as Facts['meters'][number]),
    timeZone: stored.timeZone,
  };
}

/** The thing a document was made of. */
export function undraft<T>(doc: Doc): T {
  return Object.fromEntries(Object.entries(doc).filter(([field]) => !INDEX_FIELDS.has(field))) as T;
}

/** A body with what only the stored document needs: the words it is found by. */
export function storable(body: Body): Body {
  const { displayName, label, vendorId } = body;
  const words = wordsOf([displayName, label, vendorId].filter((text) => typeof text === 'string'));
  return { ...body, words };
}

/** The words of its name, label and vendor id, by which a thing is found. */
function wordsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(searchWords))];
}

/** The parts of the source's own state that a complete read decides. */
export function stateFromSnapshot(
  snapshot: Pick<Snapshot, 'version' | 'timeZone' | 'details' | 'vendorFields' | 'gaps'>,
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

/** What the subjects of quotas are called. */
export function namesOf(snapshot: Pick<Snapshot, 'licenses' | 'pools' | 'groups' | 'stacks' | 'peers'>) {
  const { licenses, pools, groups, stacks, peers } = snapshot;
  const names = new Map<string, string>();
  for (const list of [licenses, pools, groups, stacks, peers]) {
    for (const entity of list) names.set(entity.id, entity.displayName);
  }
  return (id: string): string => names.get(id) ?? id;
}

function plain(things: readonly { readonly id: string }[]): Iterable<Draft> {
  return drafted(things, (thing) => ({ id: thing.id, hash: contentHash(thing), body: () => thing as Body }));
}

/** One after the other, as they are asked for. Of two things with one id the first stays; whoever read them has said so in a finding. */
function* drafted<T extends { readonly id: string }>(
  things: Iterable<T>,
  draft: (thing: T) => Draft,
): Generator<Draft> {
  const ids = new Set<string>();
  for (const thing of things) {
    if (ids.has(thing.id)) continue;
    ids.add(thing.id);
    yield draft(thing);
  }
}

function contentHash(content: unknown): string {
  return hash('sha1', textOf(content), 'base64');
}

/**
 * What no other content has: strings tell their length, so that nothing in them can be taken for something else. By hand,
 * since JSON.stringify takes several times as long with a function beside it, for bigints.
 */
function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `${value.length}'${value}`;
    case 'bigint':
      return `${value}n`;
    case 'object':
      break;
    default:
      return String(value ?? null);
  }
  if (value === null) return 'null';
  if (value instanceof Date) return `${value.getTime()}d`;
  let text = '';
  if (Array.isArray(value)) {
    for (const element of value) text += `${textOf(element)},`;
    return `[${text}]`;
  }
  for (const key in value) {
    // JSON all through, and most of a thing.
    if (key === 'vendorFields') text += `${key}:${vendorText(value)},`;
    else {
      const field = (value as Readonly<Record<string, unknown>>)[key];
      if (field !== undefined) text += `${key.length}'${key}:${textOf(field)},`;
    }
  }
  return `{${text}}`;
}

function aboutOf(message: Message): string[] {
  const { subjectId, quotaId, licenseId, poolId, stackId, peerId, targetId } = message;
  const ids = [subjectId, quotaId, licenseId, poolId, stackId, peerId, targetId];
  return [...new Set(ids.filter((id) => id !== null))];
}
