/** What kind of deployment the client is connected to, and what that can do. */
import type { MongoClient } from 'mongodb';

export type Topology = 'STANDALONE' | 'REPLICA_SET' | 'SHARDED';

/** As the driver sees it now. */
export function topologyOf(client: MongoClient): Topology {
  // The driver has no public way to ask; this is what its own sessions look at.
  const { type } = (client as unknown as { readonly topology: { readonly description: { readonly type: string } } })
    .topology.description;
  if (type.startsWith('ReplicaSet')) return 'REPLICA_SET';
  return type === 'Sharded' || type === 'LoadBalanced' ? 'SHARDED' : 'STANDALONE';
}

/** Whether several writes can be one, and whether changes can be followed: a standalone server has neither. */
export function hasTransactions(client: MongoClient): boolean {
  return topologyOf(client) !== 'STANDALONE';
}
