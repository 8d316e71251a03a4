import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDelivery, type DeliveryOutcome } from '../../src/alerts/deliver.js';
import { createOutbox, type OutboxEntry } from '../../src/alerts/outbox.js';
import { MOST_TRIES } from '../../src/alerts/schedule.js';
import { createSender, type Sender } from '../../src/alerts/send.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { type AlertReceiver, channelTo, SECRET, startAlertReceiver } from '../support/alert-receiver.js';
import { embedded, type TestStore } from '../support/stores.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let store: TestStore;
let repo: Repo;
let receiver: AlertReceiver;
let sender: Sender;
let now: number;
let outcomes: DeliveryOutcome[];
let log: { level: string; message: string; fields: object }[];
const clock = { now: () => new Date(now) };

beforeEach(async () => {
  store = await embedded();
  repo = await openRepo(store.config);
  receiver = await startAlertReceiver();
  now = Date.now();
  sender = createSender({ clock });
  outcomes = [];
  log = [];
});
afterEach(async () => {
  await sender.close();
  await receiver.close();
  await repo.close();
  await store.remove();
});

const entry = (id: string, fields: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id,
  channel: 'ops',
  type: 'message.raised',
  body: JSON.stringify({ type: 'message.raised', data: { id } }),
  madeAt: new Date(now),
  dueAt: new Date(now),
  tries: 0,
  held: false,
  after: null,
  ...fields,
});
const level = (name: string) => (fields: object, message: string) => void log.push({ level: name, message, fields });
const logger = { debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') };

function delivery(channel = channelTo(receiver.url), mostWaiting?: number) {
  const outbox = createOutbox(repo, mostWaiting);
  const one = createDelivery(channel, {
    outbox,
    sender,
    clock,
    logger,
    chance: () => 0,
    mayDeliver: () => true,
    onDelivery: ({ outcome }) => outcomes.push(outcome),
  });
  const run = async () => (await one.run(new AbortController().signal))?.getTime() ?? null;
  return { outbox, run, revive: one.revive };
}
const ids = () => receiver.received.map(({ id }) => id);

describe('an event', () => {
  it('is signed as Standard Webhooks have it, and carries the headers of its channel', async () => {
    const { outbox, run } = delivery(channelTo(receiver.url, { headers: { authorization: 'Bearer abc' } }));
    await outbox.add([entry('msg_1')]);
    expect(await run()).toBe(null);
    const [one] = receiver.received;
    expect(new Webhook(SECRET).verify(one?.body ?? '', one?.headers as Record<string, string>)).toEqual(one?.event);
    expect(one?.headers).toMatchObject({
      'webhook-id': 'msg_1',
      'content-type': 'application/json; charset=utf-8',
      authorization: 'Bearer abc',
    });
    expect(() => new Webhook(SECRET).verify(`${one?.body} `, one?.headers as Record<string, string>)).toThrow(
      'No matching signature',
    );
    expect(outcomes).toEqual(['delivered']);
    expect(await outbox.waiting('ops')).toBe(0);
  });

  it('that is not taken is sent again, ever more seldom, under the same id, with the same body and a new timestamp', async () => {
    receiver.answer = () => ({ status: 500 });
    const { outbox, run } = delivery();
    const start = now;
    await outbox.add([entry('msg_1')]);
    const waits: number[] = [];
    for (let next = await run(); next !== null; next = await run()) {
      waits.push((next - now) / SECOND);
      now = next;
    }
    expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect((now - start) / HOUR).toBeGreaterThan(72);
    expect(ids()).toEqual(Array.from({ length: MOST_TRIES }, () => 'msg_1'));
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(MOST_TRIES);
    expect(outcomes).toEqual([...Array.from({ length: MOST_TRIES - 1 }, () => 'failed'), 'given_up']);
    expect(log.filter(({ level: of }) => of !== 'warn')).toMatchObject([
      { level: 'error', fields: { channel: 'ops', event: 'msg_1', tries: 10, reason: 'it answered with status 500' } },
    ]);
    expect(await outbox.waiting('ops')).toBe(0);
  });

  it('waits as long as the receiver asks, up to a day', async () => {
    const { outbox, run } = delivery();
    await outbox.add([entry('msg_1'), entry('msg_2')]);
    receiver.answer = () => ({ status: 429, headers: { 'retry-after': '120' } });
    expect(await run()).toBe(now + 2 * MINUTE);
    // The other one waits as well: the receiver asked for all of them.
    expect(ids()).toEqual(['msg_1']);
    now += 2 * MINUTE;
    receiver.answer = () => ({ status: 503, headers: { 'retry-after': '9999999' } });
    expect(await run()).toBe(now + 24 * HOUR);
  });

  it('that a receiver does not get over holds up no other', async () => {
    receiver.answer = ({ id }) => ({ status: id === 'msg_1' ? 500 : 200 });
    const { outbox, run } = delivery();
    await outbox.add(['msg_1', 'msg_2', 'msg_3'].map((id) => entry(id)));
    await run();
    expect(ids()).toEqual(['msg_1', 'msg_2', 'msg_3']);
    expect(outcomes).toEqual(['failed', 'delivered', 'delivered']);
    expect(await outbox.waiting('ops')).toBe(1);
  });

  it('is given up at once where the receiver says that it is gone, and nothing more is sent there until it takes one', async () => {
    receiver.answer = () => ({ status: 410 });
    const { outbox, run, revive } = delivery();
    await outbox.add([entry('msg_1'), entry('msg_2')]);
    expect(await run()).toBe(null);
    now += HOUR;
    expect(await run()).toBe(null);
    expect(ids()).toEqual(['msg_1']);
    expect(outcomes).toEqual(['given_up']);
    expect(log.at(-1)?.message).toContain('410 Gone');
    receiver.answer = () => ({ status: 200 });
    await revive();
    await run();
    expect(ids()).toEqual(['msg_1', 'msg_2']);
  });

  it('does not follow a redirect, which could lead anywhere', async () => {
    const elsewhere = await startAlertReceiver();
    receiver.answer = () => ({ status: 307, headers: { location: elsewhere.url } });
    const { outbox, run } = delivery();
    await outbox.add([entry('msg_1')]);
    await run();
    expect(elsewhere.received).toEqual([]);
    expect(JSON.stringify(log)).toContain('a redirect, which is not followed');
    await elsewhere.close();
  });

  it('is not waited for longer than its channel allows', async () => {
    receiver.answer = () => null;
    const { outbox, run } = delivery(channelTo(receiver.url, { timeoutMs: 50 }));
    await outbox.add([entry('msg_1')]);
    expect(await run()).toBe(now + 5 * SECOND);
    expect(JSON.stringify(log)).toContain('no answer within 50 ms');
  });

  it('leaves nothing of the address, the headers or the answer in the log', async () => {
    receiver.answer = () => ({ status: 500 });
    const refused = await startAlertReceiver();
    await refused.close();
    for (const url of [receiver.url, refused.url]) {
      const { outbox, run } = delivery(channelTo(url, { headers: { authorization: 'Bearer abc' } }));
      await outbox.add([entry(`msg_${url.length}_${log.length}`)]);
      await run();
    }
    const text = JSON.stringify(log);
    expect(log).toHaveLength(2);
    expect(text).toContain('ECONNREFUSED');
    for (const secret of ['secret-in-the-query', '127.0.0.1', 'Bearer', 'kept', SECRET])
      expect(text).not.toContain(secret);
  });
});

describe('a channel that takes nothing', () => {
  it('is tried with one event now and then, and has the rest as soon as it is back', async () => {
    receiver.answer = () => ({ status: 500 });
    const { outbox, run } = delivery();
    await outbox.add(Array.from({ length: 50 }, (_, i) => entry(`msg_${10 + i}`)));
    const start = now;
    for (let next = await run(); next !== null && next < start + HOUR; next = await run()) now = next;
    expect(ids().length).toBeLessThan(25);
    receiver.answer = () => ({ status: 200 });
    now += 5 * MINUTE;
    await run();
    await run();
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(50);
    expect(await outbox.waiting('ops')).toBe(0);
    expect(log.at(-1)).toMatchObject({ level: 'info', message: 'an alert channel takes events again' });
  });

  it('does not fill the store: the oldest events go', async () => {
    const { outbox, run } = delivery(channelTo(receiver.url), 3);
    await outbox.add(['a', 'b'].map((id, i) => entry(id, { madeAt: new Date(now + i), dueAt: new Date(now + HOUR) })));
    const fresh = ['c', 'd', 'e'].map((id, i) => entry(id, { madeAt: new Date(now + 10 + i) }));
    expect(await outbox.add(fresh)).toEqual(new Map([['ops', 2]]));
    await run();
    expect(ids()).toEqual(['c', 'd', 'e']);
  });
});

describe('that something is over', () => {
  it('is told after that it was raised, however often that had to be tried', async () => {
    receiver.answer = () => ({ status: 500 });
    const { outbox, run } = delivery();
    await outbox.add([entry('msg_z_raised')]);
    now = (await run()) ?? 0;
    now = (await run()) ?? 0;
    const before = ids().length;
    receiver.answer = () => ({ status: 200 });
    now -= 4 * MINUTE;
    await outbox.add([entry('msg_a_cleared', { type: 'message.cleared', after: 'msg_z_raised' })]);
    const next = await run();
    expect([ids().slice(before), (next ?? 0) - now]).toEqual([[], 4 * MINUTE]);
    now = next ?? 0;
    expect(await run()).toBe(null);
    expect(ids().slice(before)).toEqual(['msg_z_raised', 'msg_a_cleared']);
  });

  it('follows at once when both are new, and is told alone when nothing is left of the other', async () => {
    const { outbox, run } = delivery();
    await outbox.add([
      entry('msg_a_cleared', { after: 'msg_z_raised' }),
      entry('msg_b_cleared', { after: 'msg_gone' }),
      entry('msg_z_raised'),
    ]);
    expect(await run()).toBe(null);
    expect(ids()).toEqual(['msg_z_raised', 'msg_a_cleared', 'msg_b_cleared']);
  });
});

describe('what an earlier gateway could not hand over', () => {
  it('is sent as soon as the channel takes an event, and not hours later', async () => {
    receiver.answer = () => ({ status: 500 });
    const before = delivery();
    await before.outbox.add([entry('msg_1')]);
    for (let i = 0; i < 4; i++) now = (await before.run()) ?? 0;
    now -= HOUR;
    const triedBefore = ids().length;
    receiver.answer = () => ({ status: 200 });
    const after = delivery();
    expect(await after.run()).toBeGreaterThan(now);
    await after.outbox.add([entry('msg_2')]);
    expect(await after.run()).toBe(null);
    expect(ids().slice(triedBefore)).toEqual(['msg_2', 'msg_1']);
  });
});

describe('the outbox', () => {
  it('takes an event once', async () => {
    const { outbox, run } = delivery();
    await outbox.add([entry('msg_1')]);
    await run();
    await outbox.add([entry('msg_1')]);
    await run();
    expect(ids()).toEqual(['msg_1']);
  });

  it('forgets what was delivered after a day, and what was given up after a week', async () => {
    const { outbox, run } = delivery();
    await outbox.add([entry('good'), entry('bad', { tries: MOST_TRIES - 1 })]);
    receiver.answer = ({ id }) => ({ status: id === 'bad' ? 500 : 200 });
    await run();
    const kept = async () => (await repo.getMany('alerts', ['good', 'bad'])).map((doc) => doc?.outcome ?? null);
    await outbox.sweep(new Date(now + 23 * HOUR));
    expect(await kept()).toEqual(['DELIVERED', 'GIVEN_UP']);
    await outbox.sweep(new Date(now + 25 * HOUR));
    expect(await kept()).toEqual([null, 'GIVEN_UP']);
    await outbox.sweep(new Date(now + 7 * 24 * HOUR));
    expect(await kept()).toEqual([null, null]);
  });
});
