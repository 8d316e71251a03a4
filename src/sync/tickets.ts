/** Tells which of two reads of a source began later, whichever gateway made them: each takes a number before it begins. */
import type { SourceState } from '../domain/source-state.js';
import { leaseCollection } from '../store/collections.js';
import type { Doc, Repo } from '../store/repo.js';

export async function takeTicket(repo: Repo, source: string): Promise<number> {
  const ticket = await drawn(repo, source, 1);
  // Where the count was lost, by a restore that left it out, it goes on behind what is stored: or nothing read were ever new.
  const last = lastStored((await repo.get('sources', source)) as (Doc & SourceState) | null);
  return ticket > last ? ticket : drawn(repo, source, last - ticket + 1);
}

async function drawn(repo: Repo, source: string, n: number): Promise<number> {
  return Number((await repo.bump(leaseCollection, `reads:${source}`, { n })).n);
}

/** Of a source that an earlier version stored, none may be noted. */
function lastStored(state: Partial<Pick<SourceState, 'read' | 'renewed'>> | null): number {
  return Math.max(state?.read ?? 0, ...(state?.renewed ?? []).map(({ ticket }) => ticket));
}
