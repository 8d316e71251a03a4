/** The overview: counts come from the sources' tallies, never from a scan. */

import type { EvaluatedLicense, Quota } from '../../domain/evaluated.js';
import { licenseStatuses, messageSeverities, quotaStates } from '../../domain/vocabulary.js';
import type { Doc } from '../../store/repo.js';
import { sizeOf } from '../connection.js';
import { badUserInput } from '../errors.js';
import type { OverviewResolvers, QuotaCountsResolvers } from '../generated/resolvers.js';
import type { Reader } from '../reader.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** How many may expire within an hour before all of them are read again. */
const SPARE = 20;
const LONGEST_OUTLOOK_DAYS = 36_500;

export const overview: OverviewResolvers = {
  sources(_parent, _args, { reader: { sources } }) {
    return {
      total: sources.length,
      ok: sources.filter((source) => source.status === 'OK').length,
      stale: sources.filter((source) => source.stale).length,
      failing: sources.filter((source) => source.status !== 'OK' && source.status !== 'PENDING').length,
    };
  },
  licenses: (_parent, _args, { reader: { tally } }) => ({
    total: tally.total.licenses ?? 0,
    byStatus: counted(licenseStatuses, tally.licenses).map(([status, count]) => ({ status, count })),
  }),
  quotas: (_parent, _args, { reader: { tally } }) => ({
    total: tally.total.quotas ?? 0,
    byState: counted(quotaStates, tally.quotas).map(([state, count]) => ({ state, count })),
  }),
  async expiring(_parent, { withinDays, first }, { reader, now }) {
    if (withinDays < 0 || withinDays > LONGEST_OUTLOOK_DAYS) {
      throw badUserInput('withinDays', `${withinDays} is not possible; ask for 0 to ${LONGEST_OUTLOOK_DAYS}`);
    }
    const until = new Date(now.getTime() + withinDays * DAY_MS);
    const docs = await expiringBetween(reader, now, until, sizeOf('first', first));
    return docs as (Doc & EvaluatedLicense)[];
  },
  messages: (_parent, _args, { reader: { tally } }) => ({
    bySeverity: counted(messageSeverities, tally.messages).map(([severity, count]) => ({ severity, count })),
  }),
};

export const quotaCounts: QuotaCountsResolvers = {
  async worst(_parent, { first }, { reader }) {
    const order = { field: 'concern', direction: 'DESC' } as const;
    const docs = await reader.page('Quota', { where: {}, order, limit: sizeOf('first', first) });
    return docs as readonly Doc[] as (Doc & Quota)[];
  },
};

/**
 * The first of those that expire after `now`, up to `until`. Read from the last full hour on, and with some to spare, so that
 * who asks again within it asks for the same: everybody does so, on every page with an overview.
 */
async function expiringBetween(reader: Reader, now: Date, until: Date, most: number): Promise<readonly Doc[]> {
  const from = (gt: Date, limit: number) =>
    reader.page('License', { where: { expiresAt: { gt } }, order: { field: 'expiresAt', direction: 'ASC' }, limit });
  const within = (docs: readonly Doc[]) =>
    docs.filter(({ expiresAt }) => (expiresAt as Date) > now && (expiresAt as Date) <= until).slice(0, most);
  const limit = most + SPARE;
  const soonest = await from(new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS), limit);
  const found = within(soonest);
  const last = soonest.at(-1);
  const isAll = soonest.length < limit || last === undefined || (last.expiresAt as Date) > until;
  return isAll || found.length === most ? found : within(await from(now, most));
}

/** In the order of the words; words that nothing has are left out. */
function counted<W extends string>(words: readonly W[], tally: Readonly<Partial<Record<W, number>>>): [W, number][] {
  return words.flatMap((word): [W, number][] => {
    const count = tally[word] ?? 0;
    return count === 0 ? [] : [[word, count]];
  });
}
