/** When what is shown of a source is called stale. */
import type { SourceState } from './source-state.js';

/** How many intervals a complete sync may lie back before what it brought is called stale. */
const STALE_INTERVALS = 3;

type Synced = Pick<SourceState, 'status' | 'lastSyncedAt'>;

/** Whether what is shown of a source may not be what its vendor would say now. */
export function isStale(state: Synced, syncIntervalMs: number, now: Date): boolean {
  return (
    (state.status !== 'OK' && state.status !== 'PENDING') || now.getTime() > lastFreshMoment(state, syncIntervalMs)
  );
}

/** After which only the clock makes it stale, in milliseconds since 1970; infinity when nothing was synced yet. */
export function lastFreshMoment({ lastSyncedAt }: Pick<Synced, 'lastSyncedAt'>, syncIntervalMs: number): number {
  return lastSyncedAt === null ? Number.POSITIVE_INFINITY : lastSyncedAt.getTime() + STALE_INTERVALS * syncIntervalMs;
}
