import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AlertOptions, AlertRule } from '../../src/alerts/options.js';
import { silentLogger } from '../../src/domain/ports.js';
import type { Repo } from '../../src/store/repo.js';
import { type AlertReceiver, anyRule, channelTo, startAlertReceiver } from '../support/alert-receiver.js';
import { type AlertWorld, SOURCE, startAlertWorld, vendorMessage } from '../support/alert-world.js';
import { thingsOf } from '../support/snapshots.js';
import { storeKinds } from '../support/stores.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const s = thingsOf(SOURCE);

describe.each(storeKinds)('alerts on $name', ({ skipped, make }) => {
  describe.skipIf(skipped)('as gateways tell them', () => {
    let world: AlertWorld;
    let receiver: AlertReceiver;
    beforeEach(async () => {
      // A Friday.
      world = await startAlertWorld('2026-01-02T12:00:00Z', make);
      receiver = await startAlertReceiver();
    });
    afterEach(async () => {
      await world.close();
      await receiver.close();
    });

    const rule = (fields: Partial<AlertRule> = {}): AlertRule => ({ ...anyRule, cleared: true, ...fields });
    const options = (fields: Partial<AlertOptions> = {}): AlertOptions => ({
      channels: [channelTo(receiver.url)],
      rules: [rule()],
      quiet: [],
      ...fields,
    });
    /** Quiet from ten in the evening to seven in the morning, but for errors. */
    const night = {
      days: [0, 1, 2, 3, 4, 5, 6],
      from: 22 * 60,
      to: 7 * 60,
      timeZone: 'UTC',
      below: 'ERROR',
      channels: null,
    } as const;
    const told = () => receiver.received.map(({ event }) => `${event.type} ${String(event.data.id).split(':')[2]}`);
    const message = vendorMessage;

    describe('what is told', () => {
      it('is a message that is raised, with what it is about, and that it is over', async () => {
        const alerts = await world.gateway(options());
        await world.says({});
        await alerts.look();
        const peer = s.peer('p1', { displayName: 'web-7' });
        const about = { subjectId: peer.id, peerId: peer.id };
        await world.says({ peers: [peer], messages: [message('m', { severity: 'ERROR', about })] });
        await alerts.look();
        world.wait(MINUTE);
        await world.says({ peers: [], messages: [] });
        await alerts.look();
        const data = {
          id: `Message:${SOURCE}:m`,
          source: SOURCE,
          kind: 'splunk',
          category: 'license_window',
          severity: 'ERROR',
          origin: 'VENDOR',
          description: 'm is wrong',
          subject: { id: peer.id, concept: 'Peer', name: 'web-7' },
          quota: null,
          createdAt: '2026-01-02T12:00:00.000Z',
        };
        expect(receiver.received.map(({ event }) => event)).toEqual([
          { type: 'message.raised', timestamp: data.createdAt, data: { ...data, active: true, clearedAt: null } },
          {
            type: 'message.cleared',
            timestamp: '2026-01-02T12:01:00.000Z',
            // Its subject is gone, and yet has a name.
            data: { ...data, active: false, clearedAt: '2026-01-02T12:01:00.000Z' },
          },
        ]);
      });

      it('has the numbers of its quota, as GraphQL has them', async () => {
        const alerts = await world.gateway(options());
        const pool = s.pool('main', { displayName: 'main' });
        const limit = 2n ** 60n;
        await world.says({ pools: [pool], meters: [s.meter(pool.id, (limit * 95n) / 100n, limit)] });
        await alerts.look();
        expect(receiver.received[0]?.event.data).toMatchObject({
          category: 'QUOTA_CRITICAL',
          origin: 'GATEWAY',
          subject: { concept: 'Pool', name: 'main' },
          quota: {
            dimension: 'INDEXED_BYTES_PER_DAY',
            state: 'CRITICAL',
            used: String((limit * 95n) / 100n),
            limit: '1152921504606846976',
            ratio: 0.95,
          },
        });
      });

      it('is told once, however often the message is read, acknowledged or written anew', async () => {
        const alerts = await world.gateway(options());
        for (const description of ['one', 'two', 'three']) {
          await world.says({ messages: [message('m', { description })] });
          await alerts.look();
        }
        expect(told()).toEqual(['message.raised m']);
      });

      it('is told again, under another id, when a vendor raises the same message again', async () => {
        const alerts = await world.gateway(options());
        for (const messages of [[message('m')], [], [message('m')]]) {
          world.wait(MINUTE);
          await world.says({ messages });
          await alerts.look();
        }
        expect(told()).toEqual(['message.raised m', 'message.cleared m', 'message.raised m']);
        expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(3);
      });

      it('is, at the very first, what stands and matters, and nothing of what is over', async () => {
        await world.says({ messages: [message('over', { severity: 'ERROR' })] });
        await world.says({
          messages: [message('info', { severity: 'INFO' }), message('warn'), message('error', { severity: 'ERROR' })],
        });
        await world.gateway(options());
        expect(told().sort()).toEqual(['message.raised error', 'message.raised warn']);
      });

      it('is not the end of what was never told', async () => {
        await world.says({ messages: [message('info', { severity: 'INFO' })] });
        const alerts = await world.gateway(options());
        await world.says({ messages: [] });
        await alerts.look();
        expect(told()).toEqual([]);
      });

      it('goes to every channel, but for what is over, when there are no rules', async () => {
        const channels = [channelTo(receiver.url), channelTo(receiver.url, { name: 'second' })];
        const alerts = await world.gateway(options({ channels, rules: [] }));
        await world.says({ messages: [message('m', { severity: 'INFO' })] });
        await alerts.look();
        await world.says({ messages: [] });
        await alerts.look();
        // Read for the first time, an INFO does not matter.
        expect(told()).toEqual([]);
        await world.says({ messages: [message('n', { severity: 'INFO' })] });
        await alerts.look();
        expect(told()).toEqual(['message.raised n', 'message.raised n']);
        expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(2);
      });

      it('is told to whom it did not concern at first, once it has become graver', async () => {
        const alerts = await world.gateway(options({ rules: [rule({ severities: ['ERROR'] })] }));
        await world.says({ messages: [message('m')] });
        await alerts.look();
        expect(told()).toEqual([]);
        for (const severity of ['ERROR', 'WARN', 'ERROR'] as const) {
          await world.says({ messages: [message('m', { severity })] });
          await alerts.look();
        }
        expect(told()).toEqual(['message.raised m']);
      });
    });

    describe('after a time in which no gateway ran', () => {
      it('everything is told that was raised meanwhile, what is over by now included', async () => {
        const alerts = await world.gateway(options());
        await world.says({ messages: [message('before')] });
        await alerts.look();
        await alerts.stop();
        world.wait(3 * DAY);
        await world.says({ messages: [message('meanwhile'), message('still')] });
        world.wait(DAY);
        await world.says({ messages: [message('still')] });
        world.wait(DAY);
        await world.gateway(options());
        expect(told().sort()).toEqual([
          'message.cleared before',
          'message.cleared meanwhile',
          'message.raised before',
          'message.raised meanwhile',
          'message.raised still',
        ]);
        const late = receiver.received.find(({ event }) => event.data.id === `Message:${SOURCE}:meanwhile`);
        expect(late?.event.data).toMatchObject({ active: false });
      });

      it('a channel that is new is told only of what comes from then on', async () => {
        const alerts = await world.gateway(options());
        await world.says({ messages: [message('a')] });
        await alerts.look();
        await alerts.stop();
        await world.says({ messages: [message('a'), message('b')] });
        const second = await startAlertReceiver();
        const channels = [channelTo(receiver.url), channelTo(second.url, { name: 'second' })];
        const next = await world.gateway(options({ channels }));
        expect(second.received).toEqual([]);
        await world.says({ messages: [message('a'), message('b'), message('c')] });
        await next.look();
        expect(second.received.map(({ event }) => event.data.id)).toEqual([`Message:${SOURCE}:c`]);
        expect(told()).toEqual(['message.raised a', 'message.raised b', 'message.raised c']);
        await second.close();
      });

      it('what waits for a channel that was removed is forgotten', async () => {
        receiver.answer = () => ({ status: 500 });
        const alerts = await world.gateway(options());
        await world.says({ messages: [message('a')] });
        await alerts.look();
        expect(await alerts.waiting()).toEqual(new Map([['ops', 1]]));
        await alerts.stop();
        const other = await world.gateway(options({ channels: [channelTo(receiver.url, { name: 'other' })] }));
        await other.stop();
        const back = await world.gateway(options());
        expect(await back.waiting()).toEqual(new Map([['ops', 0]]));
      });

      it('a source of another kind under the same name begins anew', async () => {
        await world.says({ messages: [message('a')] });
        const alerts = await world.gateway(options());
        await world.says({ messages: [message('a'), message('b')] }, 'keygen');
        await alerts.look();
        expect(told()).toEqual(['message.raised a', 'message.raised b']);
      });
    });

    describe('what was not handed over', () => {
      it('when a gateway is killed, is by the next, under the same id', async () => {
        receiver.answer = () => null;
        const first = await world.gateway(options());
        await world.says({ messages: [message('m')] });
        const looked = first.look();
        await receiver.count(1);
        // Never answered: as far as the store knows it was never sent.
        const second = await startAlertReceiver();
        await world.gateway(options({ channels: [channelTo(second.url)] }));
        await second.count(1);
        expect(second.received[0]?.id).toBe(receiver.received[0]?.id);
        expect(second.received[0]?.body).toBe(receiver.received[0]?.body);
        await receiver.close();
        await looked;
        await second.close();
      });

      it('is made only once, though a look is cut short before it has left its marks', async () => {
        const failing = {
          ...world.repo,
          replaceMany: async (collection: string) => {
            throw new Error(`no ${collection} is written`);
          },
        };
        const first = await world.gateway(options(), { repo: failing as typeof world.repo });
        await world.says({ messages: [message('m')] });
        await first.look();
        await first.stop();
        const second = await world.gateway(options());
        await second.look();
        expect(told()).toEqual(['message.raised m']);
      });

      it('is sent by one gateway only, of those that share a store', async () => {
        const other = { isHeld: () => false, isElsewhere: () => true, release: async () => {} };
        const idle = await world.gateway(options(), { leases: { hold: () => other } });
        await world.says({ messages: [message('m')] });
        await idle.look();
        expect(told()).toEqual([]);
        const busy = await world.gateway(options());
        await Promise.all([idle.look(), busy.look()]);
        expect(told()).toEqual(['message.raised m']);
      });
    });

    describe('when the configuration is read again', () => {
      it('other channels are told, and those that stay are told of nothing twice', async () => {
        const alerts = await world.gateway(options({ channels: [] }));
        await world.says({ messages: [message('a')] });
        await alerts.look();
        expect(alerts.channels()).toEqual([]);
        await alerts.reload({ options: options(), sources: [SOURCE] });
        await alerts.look();
        expect(told()).toEqual(['message.raised a']);
        const second = await startAlertReceiver();
        const channels = [channelTo(receiver.url), channelTo(second.url, { name: 'second' })];
        await alerts.reload({ options: options({ channels }), sources: [SOURCE] });
        await alerts.look();
        await world.says({ messages: [message('a'), message('b')] });
        await alerts.look();
        expect(told()).toEqual(['message.raised a', 'message.raised b']);
        expect(second.received.map(({ event }) => event.data.id)).toEqual([`Message:${SOURCE}:b`]);
        await alerts.reload({ options: options({ channels: channels.slice(1) }), sources: [SOURCE] });
        expect(alerts.channels()).toEqual(['second']);
        await alerts.look();
        await second.close();
      });
    });

    describe('when the store cannot be watched', () => {
      it('at first, starts all the same, says so once, and follows as soon as it can', async () => {
        let isAway = true;
        const watches: string[] = [];
        const watched: Repo = Object.assign(Object.create(world.repo), {
          async watch(...args: Parameters<Repo['watch']>) {
            if (isAway) throw new Error('the store is away');
            watches.push(args[0]);
            return world.repo.watch(...args);
          },
          getMany: async (...args: Parameters<Repo['getMany']>) => {
            if (isAway) throw new Error('the store is away');
            return world.repo.getMany(...args);
          },
        });
        const errors: unknown[] = [];
        const logger = { ...silentLogger, error: (...args: unknown[]) => void errors.push(args) };
        const alerts = await world.gateway(options({ channels: [] }), { repo: watched, logger });
        await alerts.reload({ options: options(), sources: [SOURCE] });
        await alerts.look();
        await alerts.look();
        expect([watches, errors.length]).toEqual([[], 1]);
        isAway = false;
        await alerts.look();
        await alerts.look();
        await world.says({ messages: [message('a')] });
        await alerts.look();
        expect([watches, told()]).toEqual([['sources'], ['message.raised a']]);
      });
    });

    describe('in quiet times', () => {
      it('what is not grave enough waits for their end, and what is grave does not', async () => {
        const alerts = await world.gateway(options({ quiet: [night] }));
        await world.says({});
        await alerts.look();
        world.now = new Date('2026-01-02T23:00:00Z');
        await world.says({ messages: [message('mild'), message('grave', { severity: 'ERROR' })] });
        await alerts.look();
        expect(told()).toEqual(['message.raised grave']);
        world.now = new Date('2026-01-03T06:59:59Z');
        await alerts.look();
        expect(told()).toHaveLength(1);
        world.now = new Date('2026-01-03T07:00:00Z');
        await alerts.look();
        expect(told()).toEqual(['message.raised grave', 'message.raised mild']);
      });

      it('what came and went is never told', async () => {
        const alerts = await world.gateway(options({ quiet: [night] }));
        world.now = new Date('2026-01-02T23:00:00Z');
        await world.says({ messages: [message('m')] });
        await alerts.look();
        world.wait(HOUR);
        await world.says({ messages: [] });
        await alerts.look();
        world.now = new Date('2026-01-03T12:00:00Z');
        await alerts.look();
        expect(told()).toEqual([]);
        expect(await alerts.waiting()).toEqual(new Map([['ops', 0]]));
      });

      it('what becomes grave is told at once, and not again', async () => {
        const alerts = await world.gateway(options({ quiet: [night] }));
        world.now = new Date('2026-01-02T23:00:00Z');
        await world.says({ messages: [message('m')] });
        await alerts.look();
        await world.says({ messages: [message('m', { severity: 'ERROR' })] });
        await alerts.look();
        expect(receiver.received.map(({ event }) => event.data.severity)).toEqual(['ERROR']);
        world.now = new Date('2026-01-03T12:00:00Z');
        await alerts.look();
        expect(told()).toHaveLength(1);
      });

      it('a channel that they are not for is told', async () => {
        const alerts = await world.gateway(options({ quiet: [{ ...night, channels: ['others'] }] }));
        world.now = new Date('2026-01-02T23:00:00Z');
        await world.says({ messages: [message('m')] });
        await alerts.look();
        expect(told()).toEqual(['message.raised m']);
      });
    });
  });
});
