/** The overview: counts come from the sources' tallies, never from a scan. */
import { licenseStatuses, messageSeverities, quotaStates } from '../../domain/vocabulary.js';
import { sizeOf } from '../connection.js';
import type { GraphqlContext } from '../context.js';
import { badUserInput } from '../errors.js';

const DAY_MS = 86_400_000;
const LONGEST_OUTLOOK_DAYS = 36_500;

export const overview = {
  sources(_parent: unknown, _args: unknown, { reader }: GraphqlContext) {
    const { sources } = reader;
    return {
      total: sources.length,
      ok: sources.filter((source) => source.status === 'OK').length,
      stale: sources.filter((source) => source.stale).length,
      failing: sources.filter((source) => source.status !== 'OK' && source.status !== 'PENDING').length,
    };
  },
  licenses: (_parent: unknown, _args: unknown, { reader }: GraphqlContext) => ({
    total: reader.tally.total.licenses ?? 0,
    byStatus: counts(licenseStatuses, reader.tally.licenses, 'status'),
  }),
  quotas: (_parent: unknown, _args: unknown, { reader }: GraphqlContext) => ({
    total: reader.tally.total.quotas ?? 0,
    byState: counts(quotaStates, reader.tally.quotas, 'state'),
    worst: ({ first }: { first: number }) =>
      reader.page('Quota', {
        where: {},
        order: { field: 'concern', direction: 'DESC' },
        limit: sizeOf('first', first),
      }),
  }),
  expiring(_parent: unknown, args: { withinDays: number; first: number }, { reader, now }: GraphqlContext) {
    const { withinDays } = args;
    if (withinDays < 0 || withinDays > LONGEST_OUTLOOK_DAYS) {
      throw badUserInput('withinDays', `${withinDays} is not possible; ask for 0 to ${LONGEST_OUTLOOK_DAYS}`);
    }
    return reader.page('License', {
      where: { expiresAt: { gt: now, lte: new Date(now.getTime() + withinDays * DAY_MS) } },
      order: { field: 'expiresAt', direction: 'ASC' },
      limit: sizeOf('first', args.first),
    });
  },
  messages: (_parent: unknown, _args: unknown, { reader }: GraphqlContext) => ({
    bySeverity: counts(messageSeverities, reader.tally.messages, 'severity'),
  }),
};

function counts<W extends string, N extends string>(
  words: readonly W[],
  tally: Readonly<Partial<Record<W, number>>>,
  name: N,
): { count: number }[] {
  return words.flatMap((word) => (tally[word] ? [{ [name]: word, count: tally[word] }] : []));
}
