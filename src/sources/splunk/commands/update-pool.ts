/** Edits a pool. Splunk overwrites what it is given, so that an edit made from an old view of it is refused here. */
import type { Command, PoolEdit } from '../../../domain/commands.js';
import { command } from '../../write.js';
import { hasFixedPools } from '../entitlements.js';
import { entryPath } from '../licenser.js';
import { poolSpec } from '../wire.js';
import { conflictOf } from './pool-conflict.js';
import { hasOtherMax, isAsAsked, isUntouched } from './pool-facts.js';
import { readPool } from './read-pool.js';
import { fixedPool, poolNotFound, type Reason, refusalOf, refused } from './refusals.js';
import { acceptFeed, listOf, post, type Server, sendOnce } from './server.js';

const GONE: Reason = { code: 'POOL_NOT_FOUND', path: ['poolId'] };

export function updatePool(server: Server): Command<PoolEdit> {
  return command(async (edit, signal) => {
    const path = entryPath('pools', edit.vendorId);
    const now = await readPool(server, edit.vendorId, signal);
    if (path === null || now === null) return refused(poolNotFound(edit.vendorId));
    const stackName = now.values.stack_id;
    if (hasFixedPools(stackName)) return refused(fixedPool(stackName, 'poolId'));
    const conflict = conflictOf(now, edit);
    if (conflict !== null) return refused(conflict);
    const fields = {
      ...(edit.quota === undefined ? {} : { quota: edit.quota }),
      ...(edit.description === undefined ? {} : { description: edit.description }),
      ...(edit.peers === undefined ? {} : await peerFields(edit.peers)),
    };

    async function peerFields(peers: readonly string[]): Promise<Record<string, string>> {
      const append = edit.appendPeers ? '1' : '0';
      const list = peers.join(',');
      const isOld = await server.licenser.usesOldNames(signal);
      return isOld ? { slaves: list, append_slaves: append } : { peers: list, append_peers: append };
    }

    async function why(): Promise<Reason | null> {
      const { names, rows, complete } = await listOf(server, 'pools', poolSpec, signal);
      if (!names.has(edit.vendorId)) return complete ? GONE : null;
      const isSecondMax = edit.quota === 'MAX' && hasOtherMax(rows, stackName, edit.vendorId);
      return isSecondMax ? { code: 'MAX_POOL_EXISTS', path: ['quota'] } : null;
    }

    return sendOnce<null>(
      server,
      {
        request: post(path, fields),
        accept: acceptFeed(path),
        refusal: (response) => refusalOf(response, { notFound: GONE, why }),
        async confirm() {
          const after = await readPool(server, edit.vendorId, signal);
          // One that is gone may have been edited before.
          if (after === null) return { happened: null };
          if (isAsAsked(after, edit)) return { happened: true, value: null };
          // In part as asked is neither done nor not done.
          return { happened: isUntouched(after, now) ? false : null };
        },
      },
      signal,
    );
  });
}
