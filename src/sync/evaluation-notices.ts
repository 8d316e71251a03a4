/** What the gateway has to say of what was evaluated, and which of its messages that decides. */
import { latest } from '../domain/dates.js';
import type { Message, Peer } from '../domain/entities.js';
import type { EvaluatedLicense, Notice, Quota, QuotaPolicy } from '../domain/evaluated.js';
import type { Gap } from '../domain/snapshot.js';
import { licenseNotices } from '../quota/notices/license.js';
import { needsHistory, peerNotices } from '../quota/notices/peer.js';
import { quotaNotice } from '../quota/notices/quota.js';
import { noticeName } from '../quota/notices/subject.js';
import { quotaId } from '../quota/quota.js';
import type { SourceHistory } from './history.js';
import type { StandingMessages } from './message-change.js';
import type { Change } from './replace.js';

/** Part of what `nextMessages` is told. */
export interface Decision {
  readonly notices: readonly Notice[];
  readonly decides: (message: Message) => boolean;
}

/** Categories of messages that come from how the vendor is asked, and what its answers look like. */
export const FINDING_CATEGORIES = new Set([
  ...['SOURCE_FAILING', 'INSECURE_TLS', 'BAD_ROW', 'DUPLICATE_ROW', 'UNKNOWN_POOL', 'USAGE_SUM_MISMATCH'],
  'MANAGER_CONTACT_LOST',
]);

type IsStanding = (key: string) => boolean;

const LICENSE_CATEGORIES = new Set(['LICENSE_EXPIRING', 'LICENSE_EXPIRED', 'LICENSE_CONFLICT']);
const QUOTA_CATEGORIES = new Set(['QUOTA_WARNING', 'QUOTA_CRITICAL', 'QUOTA_EXCEEDED']);
const PEER_CATEGORIES = new Set(['ORPHAN_PEER', 'SILENT_PEER', 'STALE_PEER']);

/** Of the licenses and quotas that became others, or are gone; what is said of the rest still holds. */
export function changeNotices(
  changes: { readonly licenses: Change; readonly quotas: Change },
  policy: QuotaPolicy,
  isStanding: IsStanding,
  now: Date,
): Decision {
  const collected = collectNotices(policy, isStanding, now);
  collected.add(changes);
  return collected.decision();
}

/** The same of changes that are known one after the other. */
export function collectNotices(policy: QuotaPolicy, isStanding: IsStanding, now: Date) {
  const notices: Notice[] = [];
  const touched = new Set<string>();
  return {
    add({ licenses, quotas }: { readonly licenses?: Change; readonly quotas?: Change }): void {
      for (const { body } of licenses?.fresh ?? []) {
        notices.push(...licenseNotices(body as unknown as EvaluatedLicense, policy, now));
      }
      for (const { body } of quotas?.fresh ?? []) {
        const notice = quotaNotice(body as unknown as Quota, String(body.displayName), policy, isStanding);
        if (notice !== null) notices.push(notice);
      }
      for (const change of [licenses, quotas]) {
        if (change !== undefined) for (const id of idsOf(change)) touched.add(id);
      }
    },
    decision: (): Decision => ({
      notices,
      decides({ category, licenseId, quotaId: quota }) {
        if (LICENSE_CATEGORIES.has(category)) return licenseId !== null && touched.has(licenseId);
        return QUOTA_CATEGORIES.has(category) && quota !== null && touched.has(quota);
      },
    }),
  };
}

/** Of a read of everything: what was found beside the things themselves. */
export function findingDecision(notices: readonly Notice[]): Decision {
  return { notices, decides: ({ category }) => FINDING_CATEGORIES.has(category) };
}

/** Of all peers of a source that was just read. */
export async function peersNotices(
  peers: readonly Peer[],
  history: SourceHistory,
  { isStanding, heldUntil }: StandingMessages,
  now: Date,
): Promise<Decision> {
  const quotaOf = (peer: Peer) => quotaId(peer.id, 'INDEXED_BYTES_PER_DAY');
  const rises = await history.lastRises(peers.filter(needsHistory).map(quotaOf));
  const watchedSince = await history.watchedSince();
  return {
    notices: peers.flatMap((peer) => {
      // In no pool it could not be seen to index.
      const observedSince = latest([watchedSince, heldUntil(noticeName('ORPHAN_PEER', peer.id), now)]);
      return peerNotices(peer, { lastUse: rises.get(quotaOf(peer)) ?? null, observedSince }, isStanding, now);
    }),
    decides: ({ category }) => PEER_CATEGORIES.has(category),
  };
}

/** What is not seen because a part was refused is not gone: what stands of it stays. */
export function seenOnly(
  { decides }: Decision,
  gaps: readonly Gap[],
  isSeen: (subjectId: string) => boolean,
): Decision['decides'] {
  if (gaps.length === 0) return decides;
  return (message) => {
    const isFinding = FINDING_CATEGORIES.has(message.category) && message.category !== 'MANAGER_CONTACT_LOST';
    return decides(message) && (isFinding || isSeen(message.subjectId ?? ''));
  };
}

/** All of them together. */
export function joined(...decisions: readonly Decision[]): Decision {
  return {
    notices: decisions.flatMap(({ notices }) => notices),
    decides: (message) => decisions.some(({ decides }) => decides(message)),
  };
}

/** Of what becomes another, and of what is gone. */
export function* idsOf({ fresh, ended }: Change): Iterable<string> {
  for (const { body } of fresh) yield body.id;
  for (const { id } of ended) yield id;
}
