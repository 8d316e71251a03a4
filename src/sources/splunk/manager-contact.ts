/** Whether the server that was read still reaches its license manager, and what it loses when it does not. Pure. */
import type { Finding } from '../../domain/entities.js';
import { sourceId } from '../../domain/ids.js';
import type { SplunkLocalPeer } from './model.js';

const HOUR_MS = 3_600_000;

interface Stage {
  readonly stage: 'early' | '24h' | '72h';
  readonly afterMs: number;
  readonly severity: Finding['severity'];
  readonly text: string;
}

/** The latest first. Peers report every minute; after 72 hours without contact Splunk blocks their search. */
const STAGES: readonly Stage[] = [
  {
    stage: '72h',
    afterMs: 72 * HOUR_MS,
    severity: 'ERROR',
    text: '72 hours or longer; search is presumed blocked on this instance',
  },
  {
    stage: '24h',
    afterMs: 24 * HOUR_MS,
    severity: 'ERROR',
    text: '24 hours or longer; after 72 hours Splunk blocks search on this instance',
  },
  {
    stage: 'early',
    // Ten minutes are still in order; stages begin at their instant.
    afterMs: 10 * 60_000 + 1,
    severity: 'WARN',
    text: 'longer than 10 minutes; after 72 hours Splunk blocks search on this instance',
  },
];

/** It tried, and never got through: since when is not told. */
const NEVER: Stage = {
  stage: 'early',
  afterMs: 0,
  severity: 'WARN',
  text: 'it tried and never got through; check manager_uri and pass4SymmKey, for without its manager Splunk blocks search',
};

export interface LostContact extends Stage {
  /** Null: it was never in touch. */
  readonly since: Date | null;
}

/** Null: it is in touch, it is its own manager, or it cannot be told. */
export function lostContact(localPeer: SplunkLocalPeer | null, now: Date): LostContact | null {
  if (localPeer === null || !hasRemoteManager(localPeer)) return null;
  const since = localPeer.lastManagerContactSuccessAt;
  if (since === null) return localPeer.lastManagerContactAttemptAt === null ? null : { ...NEVER, since };
  const age = now.getTime() - since.getTime();
  const stage = STAGES.find(({ afterMs }) => age >= afterMs);
  return stage === undefined ? null : { ...stage, since };
}

/** The age itself is not named: it would make another text of it at every read. `peerId`: of this server, where it is listed. */
export function contactFinding(
  lost: LostContact,
  localPeer: SplunkLocalPeer,
  source: string,
  peerId: string | null,
): Finding {
  const name = localPeer.peerLabel ?? localPeer.peerVendorId;
  const manager = localPeer.managerUri === null ? '' : ` (${localPeer.managerUri})`;
  return {
    category: 'MANAGER_CONTACT_LOST',
    severity: lost.severity,
    stage: lost.stage,
    concept: 'Source',
    vendorId: source,
    description: `localpeer: "${name}" has ${lost.since === null ? 'never reached its license manager' : 'not reached its license manager'}${manager}${lost.since === null ? '' : ` since ${lost.since.toISOString()}`}: ${lost.text}`,
    about: { subjectId: sourceId(source), peerId },
  };
}

/** A sentence: why search is blocked on this very server, whatever its warnings; null when nothing says that it is. */
export function localSearchBlock(localPeer: SplunkLocalPeer | null, lost: LostContact | null): string | null {
  if (lost?.stage === '72h') {
    return `Search is presumed blocked: its license manager was not reached since ${lost.since?.toISOString()}, for 72 hours or longer.`;
  }
  const isBlocked = localPeer?.features.some(
    ({ name, state }) => name === 'LocalSearch' && state === 'DISABLED_DUE_TO_GRACE_PERIOD',
  );
  return isBlocked === true ? 'Search is blocked: the feature LocalSearch is DISABLED_DUE_TO_GRACE_PERIOD.' : null;
}

/** A server that states no manager_uri has one elsewhere only if it names one that is not itself. */
function hasRemoteManager({ isManager, managerUri, managerGuid, peerVendorId }: SplunkLocalPeer): boolean {
  if (isManager) return false;
  return managerUri !== null || (managerGuid !== null && managerGuid.toUpperCase() !== peerVendorId.toUpperCase());
}
