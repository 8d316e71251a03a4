/** One pool as it is now. */
import { poolSpec } from '../wire.js';
import type { PoolFact } from './pool-facts.js';
import { factOf, type Server } from './server.js';

/** Null: there is none. What answers to `_new` is the empty form of a pool, which shows in its having no stack. */
export async function readPool({ licenser }: Server, name: string, signal: AbortSignal): Promise<PoolFact | null> {
  const entry = await licenser.entry('pools', name, signal);
  return entry === null ? null : factOf(entry, poolSpec);
}
