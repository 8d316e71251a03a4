/** Tells which of two reads of a source began later, whichever gateway made them: each takes a number before it begins. */
import { leaseCollection } from '../store/collections.js';
import type { Repo } from '../store/repo.js';

export async function takeTicket(repo: Repo, source: string): Promise<number> {
  const { n } = await repo.bump(leaseCollection, `reads:${source}`, { n: 1 });
  return Number(n);
}
