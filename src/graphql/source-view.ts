/** The sources as the graph shows them. */
import { sourceId } from '../domain/ids.js';
import { emptyTally, pendingState, type SourceState, type Tally } from '../domain/source-state.js';
import { isStale } from '../domain/staleness.js';
import type { Capability } from '../domain/vocabulary.js';

/** A source as the configuration knows it. */
export interface KnownSource {
  readonly name: string;
  readonly kind: string;
  readonly capabilities: readonly Capability[];
  readonly syncIntervalMs: number;
}

/** A source as the graph shows it. */
export interface SourceView extends Omit<SourceState, '_id'> {
  readonly typeName: 'Source';
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly stale: boolean;
  readonly capabilities: readonly Capability[];
}

export function sourceView(known: KnownSource, stored: SourceState | null | undefined, now: Date): SourceView {
  // A document of another kind is left over from an older configuration; the scheduler clears it away.
  const { _id, ...state } = stored?.kind === known.kind ? stored : pendingState(known.name, known.kind);
  return {
    ...state.details,
    ...state,
    typeName: 'Source',
    id: sourceId(known.name),
    name: known.name,
    displayName: known.name,
    stale: isStale(state, known.syncIntervalMs, now),
    capabilities: known.capabilities,
  };
}

export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = (part: keyof Tally) => {
    const counts: Record<string, number> = {};
    for (const tally of tallies) {
      for (const [word, count] of Object.entries(tally[part])) counts[word] = (counts[word] ?? 0) + count;
    }
    return counts;
  };
  return tallies.length === 0
    ? emptyTally
    : { total: sum('total'), licenses: sum('licenses'), quotas: sum('quotas'), messages: sum('messages') };
}
