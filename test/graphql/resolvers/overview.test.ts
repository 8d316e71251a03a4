import { afterAll, beforeAll, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { thingsOf } from '../../support/snapshots.js';
import { staticSource } from '../../support/static-source.js';

const HOUR = 3_600_000;
const begin = Date.parse('2026-11-23T04:00:00Z');
/** One each minute of two hours, and some that come much later. */
const moments = [...Array.from({ length: 120 }, (_, i) => begin + i * 60_000), begin + 40 * HOUR, begin + 400 * HOUR];
const { license } = thingsOf('splunk');
const source = staticSource('splunk', {
  licenses: moments.map((at, i) => license(`l${String(i).padStart(3, '0')}`, { expiresAt: new Date(at) })),
});

let now = begin;
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway([source.source], {
    overrides: { modules: [source.module], clock: { now: () => new Date(now) } },
  });
  await gateway.refresh();
});
afterAll(async () => {
  await gateway?.close();
});

it.each([0, 1, 59_999, 60_000, 19 * 60_000, 21 * 60_000, 45 * 60_000 + 1, HOUR - 1, HOUR, 3 * HOUR, 500 * HOUR])(
  'tells exactly what expires after each moment: %i ms past the hour',
  async (past) => {
    now = begin + past;
    for (const [withinDays, first] of [
      [1, 5],
      [1, 100],
      [2, 2],
      [30, 500],
      [0, 5],
    ] as const) {
      const { overview } = await gateway.query<{ overview: { expiring: { expiresAt: string }[] } }, unknown>(
        'query ($days: Int!, $first: Int!) { overview { expiring(withinDays: $days, first: $first) { expiresAt } } }',
        { days: withinDays, first },
      );
      const expected = moments.filter((at) => at > now && at <= now + withinDays * 24 * HOUR).slice(0, first);
      expect(overview.expiring.map(({ expiresAt }) => Date.parse(expiresAt))).toEqual(expected);
    }
  },
);
