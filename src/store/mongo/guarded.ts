/** A write and the check of its guard as one, where the topology has transactions. */
import type { ClientSession } from 'mongodb';
import { checkedId } from '../codec.js';
import { FencedError, type Guard } from '../repo.js';
import type { Access } from './access.js';
import type { Sessions } from './sessions.js';

/** Options of one command: inside of a transaction its session. */
export type Within = { readonly session?: ClientSession };

export type Guarded = (guard: Guard | undefined, write: (within: Within) => Promise<void>) => Promise<void>;

export function createGuarded(sessions: Sessions, access: Access): Guarded {
  return async (guard, write) => {
    if (guard === undefined) return write({});
    const { collection } = access.of(guard.collection);
    const expected = access.condition(guard.collection, guard.expected);
    const filter = { $and: [access.byId(guard.collection, checkedId(guard.id)), expected] };
    await sessions.within(guard, async (session) => {
      if (session === null) {
        if ((await collection.countDocuments(filter, { limit: 1 })) === 0) throw new FencedError(guard);
        return write({});
      }
      // What was not committed leaves no trace, so that a retry of all of it applies nothing twice.
      await session.withTransaction(async () => {
        await write({ session });
        // A write of its own, so that whoever takes over meanwhile and this one cannot both be committed; last, so that
        // nobody has to wait for it longer than for the commit.
        const held = await collection.updateOne(filter, { $inc: { guarded: 1 } }, { session });
        if (held.matchedCount === 0) throw new FencedError(guard);
      });
    });
  };
}
