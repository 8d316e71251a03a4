/** When what is shown of a source is called stale. */
import type { SourceState } from './source-state.js';

/** How many intervals a complete sync may lie back before what it brought is called stale. */
const STALE_INTERVALS = 3;

/** Whether what is shown of a source may not be what its vendor would say now. */
export function isStale(
  { status, lastSyncedAt }: Pick<SourceState, 'status' | 'lastSyncedAt'>,
  syncIntervalMs: number,
  now: Date,
): boolean {
  const age = lastSyncedAt === null ? 0 : now.getTime() - lastSyncedAt.getTime();
  return (status !== 'OK' && status !== 'PENDING') || age > STALE_INTERVALS * syncIntervalMs;
}
