/** Deletes a pool; its peers are then in none, unless another pool takes them. */
import type { ById, Command } from '../../../domain/commands.js';
import { command } from '../../write.js';
import { hasFixedPools } from '../entitlements.js';
import { entryPath } from '../licenser.js';
import { poolSpec } from '../wire.js';
import { readPool } from './read-pool.js';
import { fixedPool, poolNotFound, refusalOf, refused } from './refusals.js';
import { acceptFeed, deletion, isGone, listOf, type Server, sendOnce } from './server.js';

export function deletePool(server: Server): Command<ById> {
  return command(async ({ vendorId }, signal) => {
    const path = entryPath('pools', vendorId);
    const pool = await readPool(server, vendorId, signal);
    if (path === null || pool === null) return refused(poolNotFound(vendorId));
    if (hasFixedPools(pool.values.stack_id)) return refused(fixedPool(pool.values.stack_id, 'poolId'));
    return sendOnce<null>(
      server,
      {
        request: deletion(path),
        accept: acceptFeed(path),
        refusal: (response) => refusalOf(response, { notFound: { code: 'POOL_NOT_FOUND', path: ['poolId'] } }),
        // By the list: a 404 for the one could be anybody's.
        confirm: async () => isGone(vendorId, await listOf(server, 'pools', poolSpec, signal)),
      },
      signal,
    );
  });
}
