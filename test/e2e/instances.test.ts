import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHoldingProxy } from '../support/holding-proxy.js';
import { eventually, idOf, licenseRow, openSite, type Site } from '../support/instances.js';
import { killAtRandom } from '../support/kill-at-random.js';
import { mongoUri } from '../support/stores.js';

describe.skipIf(mongoUri === undefined)('gateway processes on one MongoDB (set MONGODB_TEST_URI)', () => {
  let site: Site;
  // A server ends what a killed process left open after a minute, and drops no database before.
  afterEach(() => site.close(), 120_000);

  describe('with a source of thirty licenses', () => {
    beforeEach(async () => {
      site = await openSite({ licenses: 30, syncInterval: '1s' });
    });

    it('have one of three poll it, and another go on within two intervals when that one is killed', async () => {
      const all = [await site.start(), await site.start(), await site.start()];
      await eventually(() => expect(all.filter((each) => each.synced() >= 3)).toHaveLength(1));
      const poller = all.find((each) => each.synced() > 0);
      const others = all.filter((each) => each !== poller);
      expect(others.map((each) => each.synced())).toEqual([0, 0]);
      const reads = site.reads();
      await eventually(() => expect(site.reads()).toBeGreaterThanOrEqual(reads + 3));
      expect(others.map((each) => each.synced())).toEqual([0, 0]);

      site.vendor.licenses.update(idOf(1), { name: 'changed', updated: new Date() });
      await poller?.end('SIGKILL');
      const since = performance.now();
      const isTorn = (await site.state()).writing !== null;
      await eventually(() => expect(others.filter((each) => each.synced() > 0)).toHaveLength(1));
      // Two intervals and a slow machine; of a writer that was killed in the middle of a write also the time for which it
      // counts as alive.
      expect(performance.now() - since).toBeLessThan(2_000 + 10_000 + (isTorn ? 10_000 : 0));
      await eventually(async () =>
        expect((await site.stored('licenses')).map(({ name }) => name)).toContain('changed'),
      );
      expect(others.filter((each) => each.synced() > 0)).toHaveLength(1);
    }, 240_000);

    it('lose nothing and say nothing twice when they are killed at random moments', async () => {
      await killAtRandom(site, 5);
    }, 240_000);

    it('acknowledge many messages at once by two of them, and lose none', async () => {
      const soon = new Date(Date.now() + 3_600_000);
      for (let number = 101; number <= 108; number++) site.vendor.licenses.insert(licenseRow(number, soon));
      const [a, b] = [await site.start(), await site.start()];
      await eventually(async () => expect(await site.stored('messages')).toHaveLength(8));
      const text = `mutation ($id: ID!) { acknowledgeMessage(input: { messageId: $id }) { message { acknowledgedBy } errors { code } } }`;
      const messages = await site.stored('messages');
      const answers = await Promise.all(
        messages.map(({ id }, i) => (i % 2 === 0 ? a : b).ask<{ data: unknown }>(text, { id })),
      );
      const done = { acknowledgeMessage: { message: { acknowledgedBy: 'ops' }, errors: [] } };
      expect(answers.map(({ data }) => data)).toEqual(Array(8).fill(done));
      expect((await site.stored('messages')).map(({ acknowledgedBy }) => acknowledgedBy)).toEqual(Array(8).fill('ops'));
    }, 120_000);
  });

  it('overtake one that is stopped in the middle of a write, which then changes nothing', async () => {
    site = await openSite({ licenses: 40, syncInterval: '1s' });
    const proxy = await startHoldingProxy(site.mongodb);
    const rename = (name: string) => {
      for (const { id } of site.vendor.licenses.all()) site.vendor.licenses.update(id, { name, updated: new Date() });
    };
    const names = async () => [...new Set((await site.stored('licenses')).map(({ name }) => name))];
    try {
      rename('first');
      const a = await site.start({ mongodb: proxy.uri });
      await eventually(async () => expect(await names()).toEqual(['first']));
      // Its new versions are on their way.
      rename('late');
      await proxy.holdNext('insert', 'licenses');
      const b = await site.start();
      a.signal('SIGSTOP');
      expect(await names()).toEqual(['first']);
      rename('new');
      await eventually(async () => expect(await names()).toEqual(['new']));
      // It says so once it is stored.
      await eventually(() => expect(b.synced()).toBeGreaterThan(0));

      proxy.release();
      a.signal('SIGCONT');
      const { revision } = await site.state();
      await eventually(async () => expect((await site.state()).read).toBeGreaterThan(0));
      const before = b.synced();
      await eventually(() => expect(b.synced()).toBeGreaterThanOrEqual(before + 2));
      expect([await names(), (await site.state()).revision]).toEqual([['new'], revision]);
      expect(await site.stored('licenses')).toHaveLength(40);
    } finally {
      await proxy.close();
    }
  }, 240_000);
});
