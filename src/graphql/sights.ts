/** What a viewer sees of the sources at this moment: which of them, and what is stored of each. */
import { atLeast } from '../auth/roles.js';
import { sourceScope } from '../auth/scopes.js';
import type { Viewer } from '../auth/viewer.js';
import { type Soon, whenThere } from '../domain/soon.js';
import type { SourceState } from '../domain/source-state.js';
import { lastFreshMoment } from '../domain/staleness.js';
import type { Repo } from '../store/repo.js';
import { createSourceStates, type StateReads } from './source-states.js';
import type { KnownSource } from './source-view.js';

export interface Sight {
  /** Configured, and visible to the viewer. */
  readonly known: readonly KnownSource[];
  /** What is stored of them, in the same order; null: nothing yet. */
  readonly states: readonly (SourceState | null)[];
  /** Names of the sources whose audit entries are visible; ALL: also those of sources that are gone, and of none. */
  readonly audited: readonly string[] | 'ALL';
  /**
   * Who has the same key at a moment sees the same, and may: viewers of one role and scope, while nothing is configured or
   * written anew and no source becomes stale.
   */
  keyAt(now: Date): string;
}

/** `reads`: by which the states are read, where they are not known to stand. */
export type SightOf = (viewer: Viewer, reads: StateReads) => Soon<Sight>;

const MOST_SCOPES = 1_000;

export function createSights({
  repo,
  sources,
}: {
  repo: Pick<Repo, 'written'>;
  sources: () => readonly KnownSource[];
}): SightOf {
  const statesOf = createSourceStates(repo);
  const numberOf = createNumbers();
  let last: { readonly key: string; readonly states: unknown; readonly sights: Map<string, Sight> } | null = null;

  return (viewer, reads) => {
    const configured = sources();
    const read = statesOf(
      configured.map(({ name }) => name),
      reads,
    );
    return whenThere(read, (states) => {
      const key = configured.map(numberOf).join();
      if (last?.key !== key || last.states !== states) last = { key, states, sights: new Map() };
      const scope = `${viewer.role} ${viewer.sources === null ? 'ALL' : JSON.stringify(viewer.sources)}`;
      const known = last.sights.get(scope);
      if (known !== undefined) return known;
      const sight = look(viewer, scope, configured, states);
      // Tokens may have any scope: of many, those that come later are looked at each time.
      if (last.sights.size < MOST_SCOPES) last.sights.set(scope, sight);
      return sight;
    });
  };

  function look(
    viewer: Viewer,
    scope: string,
    configured: readonly KnownSource[],
    all: readonly (SourceState | null)[],
  ): Sight {
    const isVisible = sourceScope(viewer);
    const seen = configured.flatMap((source, i) => (isVisible(source.name) ? [{ source, state: all[i] ?? null }] : []));
    const known = seen.map(({ source }) => source);
    const moments = seen.map(({ source, state }) =>
      state === null ? Infinity : lastFreshMoment(state, source.syncIntervalMs),
    );
    // Each write of a state has a stamp of its own, and each writer a name that no other ever has.
    const versions = seen.map(({ source, state }) => `${numberOf(source)}.${state?.stamp}.${state?.writer}`);
    const key = `${scope} ${versions.join()}`;
    return {
      known,
      states: seen.map(({ state }) => state),
      audited: auditedSources(viewer, known),
      keyAt: (now) => `${key} ${moments.filter((moment) => now.getTime() > moment).length}`,
    };
  }
}

/** Entries of sources that are configured no more, and of none, are for those who see all. */
function auditedSources(viewer: Viewer, visible: readonly KnownSource[]): readonly string[] | 'ALL' {
  if (!atLeast(viewer.role, 'ADMIN')) return [];
  return viewer.sources === null ? 'ALL' : visible.map(({ name }) => name);
}

/** A number for each object, and never for another. */
function createNumbers(): (object: object) => number {
  const numbers = new WeakMap<object, number>();
  let count = 0;
  return (object) => {
    const number = numbers.get(object) ?? ++count;
    numbers.set(object, number);
    return number;
  };
}
