/** Which expiries a calendar shows: of the licenses that its reader sees, the soonest first. */
import { sourceScope } from '../auth/scopes.js';
import type { Viewer } from '../auth/viewer.js';
import { limitNames } from '../domain/commands.js';
import type { Clock } from '../domain/ports.js';
import { createReader } from '../graphql/reader.js';
import { readStates } from '../graphql/source-states.js';
import type { KnownSource } from '../graphql/source-view.js';
import type { Doc, Repo } from '../store/repo.js';
import type { Expiry } from './calendar.js';

/** `names`: only of these sources; null: of all that the viewer sees. */
export type Expiries = (viewer: Viewer, names: readonly string[] | null) => Promise<Expiry[]>;

export interface ExpiriesDeps {
  readonly repo: Repo;
  /** The configured ones, as they are now. */
  readonly sources: () => readonly KnownSource[];
  readonly clock: Clock;
}

/** Of those that are over, and of those to come: more than anybody looks at, and little enough to make at any time. */
const MOST_EXPIRIES = 1000;
/** What has just expired is what somebody has to do something about. */
const PAST_MS = 30 * 86_400_000;
/** iCalendar has four digits for a year. */
const END_OF_TIME = new Date(Date.UTC(10_000, 0, 1));

export function createExpiries({ repo, sources, clock }: ExpiriesDeps): Expiries {
  return async (viewer, names) => {
    const isVisible = sourceScope(viewer);
    const shown = sources().filter(({ name }) => isVisible(name) && (names?.includes(name) ?? true));
    if (shown.length === 0) return [];
    const now = clock.now();
    const states = await readStates(
      shown.map(({ name }) => name),
      repo,
    );
    const reader = createReader({ reads: repo, known: shown, states, audited: [], now, kept: null });
    const within = (gte: Date, lt: Date, direction: 'ASC' | 'DESC') =>
      reader.page('License', {
        where: { expiresAt: { gte, lt } },
        order: { field: 'expiresAt', direction },
        limit: MOST_EXPIRIES,
      });
    // Each for itself: many that are over leave none of those out that are to come.
    const [past, next] = await Promise.all([
      within(new Date(now.getTime() - PAST_MS), now, 'DESC'),
      within(now, END_OF_TIME, 'ASC'),
    ]);
    const docs = [...past.toReversed(), ...next];
    return docs.map((doc) => expiryOf(doc, reader.source(String(doc.source))?.kind ?? ''));
  };
}

/** By name, so that no key of a license and no word of a vendor's that is not meant for it comes along. */
function expiryOf(doc: Doc, kind: string): Expiry {
  return {
    id: String(doc.id),
    displayName: String(doc.displayName),
    source: String(doc.source),
    kind,
    status: String(doc.status),
    expiresAt: doc.expiresAt as Date,
    revision: Number(doc.from),
    grants: ['quotaBytes', ...limitNames].flatMap((name) =>
      doc[name] == null ? [] : [`${name} ${String(doc[name])}`],
    ),
  };
}
