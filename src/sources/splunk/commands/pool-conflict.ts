/** Whether a pool has become another than the caller of an edit saw: then the edit would undo what somebody else did. Pure. */
import type { PoolEdit } from '../../../domain/commands.js';
import type { MutationError } from '../../../domain/mutation-error.js';
import { parseQuota } from '../../../domain/quota-text.js';
import { saneQuota } from '../figures.js';
import { type PoolFact, sameNames, sameText } from './pool-facts.js';
import { quoted } from './refusals.js';

/** How many peers a message names. */
const NAMED_PEERS = 5;

/** The first field that has become another than the caller saw, unless it has become what is asked for. */
export function conflictOf(now: PoolFact, edit: PoolEdit): MutationError | null {
  const { quota, description, peers, appendPeers, seen } = edit;
  const { values } = now;
  if (quota !== undefined && !isSeenQuota(now, seen) && values.quota !== parseQuota(quota)) {
    return changed('quota', values.quota === null ? 'unreadable' : quotaText(values.quota));
  }
  const isOtherText = !sameText(values.description, seen.description);
  if (description !== undefined && isOtherText && !sameText(values.description, description)) {
    return changed('description', values.description === null ? 'empty' : quoted(values.description));
  }
  const members = values.peers ?? [];
  const areOthers = !sameNames(members, seen.peerVendorIds);
  if (peers !== undefined && !appendPeers && areOthers && !sameNames(members, peers)) {
    return changed('peers', peersText(members));
  }
  return null;
}

/** What was seen as the limit is `effective_quota` where the server tells it, which changes with the stack. */
function isSeenQuota({ values }: PoolFact, seen: PoolEdit['seen']): boolean {
  if (seen.isMax || values.quota === 'MAX') return seen.isMax && values.quota === 'MAX';
  const effective = values.is_unlimited === true ? null : saneQuota(values.effective_quota ?? values.quota);
  return seen.limit === effective || seen.limit === saneQuota(values.quota);
}

function changed(field: string, now: string): MutationError {
  const verb = field === 'peers' ? 'are' : 'is';
  const message = `the pool's ${field} ${verb} ${now} now, which is not what you saw; look at it again before you change it`;
  return { code: 'CONFLICT', message, path: [field] };
}

function quotaText(quota: 'MAX' | bigint): string {
  return quota === 'MAX' ? 'MAX' : `${quota} bytes`;
}

function peersText(peers: readonly string[]): string {
  if (peers.length === 0) return 'none';
  const more = peers.length - NAMED_PEERS;
  return peers.slice(0, NAMED_PEERS).map(quoted).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
