/** The messages of one peer that does not do what a peer is there for: in no pool that counts, or silent for long. Pure. */
import type { Peer } from '../../domain/entities.js';
import type { Notice } from '../../domain/evaluated.js';
import { aboutSubject, noticeName } from './subject.js';

/** Without use for this long a peer is silent. */
const SILENT_MS = 24 * 3_600_000;
/** And for this long it may well be gone. */
const STALE_MS = 7 * 24 * 3_600_000;

/** What our history knows of a peer's use. */
export interface PeerHistory {
  /** The last time any use was seen; null when none ever was. */
  readonly lastUse: Date | null;
  /** Since when the source was read without a break; null when that is not known. */
  readonly observedSince: Date | null;
}

/** ORPHAN_PEER; SILENT_PEER or STALE_PEER. `history` is needed only where `needsHistory` says so. */
export function peerNotices(
  peer: Peer,
  history: PeerHistory,
  isStanding: (key: string) => boolean,
  now: Date,
): Notice[] {
  const notices = [orphanNotice(peer), silenceNotice(peer, history, isStanding, now)];
  return notices.filter((notice) => notice !== null);
}

/** Whether silence is to be thought of at all: in a pool that counts, and known to have indexed nothing today. */
export function needsHistory(peer: Pick<Peer, 'orphan' | 'usedBytes'>): boolean {
  return !peer.orphan && peer.usedBytes === 0n;
}

/** A peer reports to the manager whether or not a pool takes it. */
export function orphanNotice(peer: Peer): Notice | null {
  if (!peer.orphan) return null;
  return noticeOf(
    peer,
    'ORPHAN_PEER',
    'WARN',
    `${peer.displayName} is in no pool of the active license group, so what it indexes counts against no quota. ` +
      'Add it to a pool.',
  );
}

/**
 * From 24 hours without use SILENT_PEER, from 7 days STALE_PEER, counted since the later of its last use and the first
 * observation, so that nothing is claimed of a time that nobody saw. While its use cannot be told, what stands stays.
 */
export function silenceNotice(
  peer: Peer,
  { lastUse, observedSince }: PeerHistory,
  isStanding: (key: string) => boolean,
  now: Date,
): Notice | null {
  if (peer.orphan) return null;
  if (peer.usedBytes !== null && peer.usedBytes !== 0n) return null;
  if (peer.usedBytes === null || observedSince === null) return standingNotice(peer, isStanding);
  const since = lastUse !== null && lastUse > observedSince ? lastUse : observedSince;
  const silent = now.getTime() - since.getTime();
  if (silent < SILENT_MS) return null;
  const seen = `${peer.displayName} is in a pool but indexed nothing since ${since.toISOString()}`;
  // The server that was just read is not gone, however little it indexes.
  return silent < STALE_MS || peer.isLocal
    ? silentNotice(peer, `${seen}. That is in order for one that does not index; else check what it forwards or reads.`)
    : staleNotice(
        peer,
        `${seen}, for 7 days or more. A decommissioned indexer stays listed until the manager restarts: check whether it still runs.`,
      );
}

function standingNotice(peer: Peer, isStanding: (key: string) => boolean): Notice | null {
  const text = `${peer.displayName} indexed nothing for long when its use was last known; now it cannot be told, and this message stays until it can.`;
  const notices = [staleNotice(peer, text), silentNotice(peer, text)];
  return notices.find(({ key }) => isStanding(key)) ?? null;
}

function silentNotice(peer: Peer, description: string): Notice {
  return noticeOf(peer, 'SILENT_PEER', 'INFO', description);
}

function staleNotice(peer: Peer, description: string): Notice {
  return noticeOf(peer, 'STALE_PEER', 'WARN', description);
}

function noticeOf(peer: Peer, category: string, severity: Notice['severity'], description: string): Notice {
  const name = noticeName(category, peer.id);
  return { name, key: name, category, severity, description, about: aboutSubject(peer.id) };
}
