/** What kind of deployment MongoDB is, what that can do, and what it means for whoever runs the gateway. */
import type { MongoClient } from 'mongodb';

export type Topology = 'STANDALONE' | 'REPLICA_SET' | 'SHARDED';

/** As the server says itself, once at start: a deployment that is made another takes a restart of the gateway. */
export async function readTopology(client: MongoClient): Promise<Topology> {
  const hello = await client.db('admin').command({ hello: 1 });
  // Behind a load balancer there is always a sharded cluster, or a service that acts as one.
  if (hello.msg === 'isdbgrid' || client.options.loadBalanced) return 'SHARDED';
  return typeof hello.setName === 'string' ? 'REPLICA_SET' : 'STANDALONE';
}

/** Whether several writes can be one, and whether changes can be followed: a standalone server has neither. */
export function hasTransactions(topology: Topology): boolean {
  return topology !== 'STANDALONE';
}

/** In words, for the log. */
export const meaningOf: Readonly<Record<Topology, string>> = {
  STANDALONE:
    'a standalone server: no transactions and no change streams, so run one gateway on it; several see changes up to a second late, and one that was stopped for longer than its lease lasts may write once more',
  REPLICA_SET: 'a replica set: transactions and change streams, so any number of gateways can share it',
  SHARDED:
    'a sharded cluster: transactions and change streams, so any number of gateways can share it; every query names the shard key (source)',
};
