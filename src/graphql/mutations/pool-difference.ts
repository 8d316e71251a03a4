/** Whether a pool that was edited is as was asked for: where it is not, somebody has edited it since, or the vendor reads it otherwise. */
import type { PoolEdit } from '../../domain/commands.js';
import type { Pool } from '../../domain/entities.js';
import type { MutationError } from '../../domain/mutation-error.js';
import { parseQuota } from '../../domain/quota-text.js';

export type AskedOfPool = Pick<PoolEdit, 'quota' | 'description' | 'peers' | 'appendPeers'>;

/** Null: it is as asked for. */
export function differenceOf(pool: Pool, asked: AskedOfPool): MutationError | null {
  const field = firstDifference(pool, asked);
  if (field === null) return null;
  const message = `the vendor accepted it, but the pool's ${field} is another than was asked for: somebody may have changed it since; look at it again`;
  return { code: 'CONFLICT', message, path: [field] };
}

function firstDifference(pool: Pool, { quota, description, peers, appendPeers }: AskedOfPool): string | null {
  if (quota !== undefined && !hasQuota(pool, quota)) return 'quota';
  if (description !== undefined && textOf(pool.description ?? '') !== textOf(description)) return 'description';
  if (peers === undefined) return null;
  const [held, wanted] = [folded(pool.peerVendorIds), folded(peers)];
  const holdsAll = held.has('*') || [...wanted].every((peer) => held.has(peer));
  const hasNoOther = appendPeers || [...held].every((peer) => wanted.has(peer));
  return holdsAll && hasNoOther ? null : 'peers';
}

/** What is shown as the limit is what Splunk makes of the size: the same, or less where its stack has less. */
function hasQuota(pool: Pool, quota: string): boolean {
  const size = parseQuota(quota);
  if (size === 'MAX' || size === null) return pool.isMax;
  return !pool.isMax && (pool.limit === null || pool.limit <= size);
}

/** Line breaks become others on their way through XML. */
function textOf(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** GUIDs come in either case. */
function folded(peers: readonly string[]): ReadonlySet<string> {
  return new Set(peers.map((peer) => peer.toLowerCase()));
}
