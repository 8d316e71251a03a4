/** One pool as it is now. */
import { unreadable } from '../failures.js';
import { poolSpec } from '../wire.js';
import type { PoolFact } from './pool-facts.js';
import { quoted } from './refusals.js';
import { factOf, type Server } from './server.js';

/** Null: there is none. Throws SourceFailure, for a pool that cannot be read too. */
export async function readPool({ licenser }: Server, name: string, signal: AbortSignal): Promise<PoolFact | null> {
  const entry = await licenser.entry('pools', name, signal);
  if (entry === null) return null;
  const pool = factOf(entry, poolSpec);
  if (pool === null) throw unreadable('BAD_ROW', 'pools', `the pool ${quoted(name)} cannot be read`);
  return pool;
}
