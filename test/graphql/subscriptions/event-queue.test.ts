import { expect, it } from 'vitest';
import {
  createEventQueue,
  type EventQueue,
  type SubscriptionEvent,
} from '../../../src/graphql/subscriptions/event-queue.js';

const event = (text: string): SubscriptionEvent => ({ result: { data: { text } }, text });
const overflow = { extensions: { code: 'SUBSCRIPTION_OVERFLOW' } };

function queueOf(limits = { events: 3, characters: 100 }): { queue: EventQueue; ends: () => number } {
  let ended = 0;
  const queue = createEventQueue(() => {
    ended++;
  }, limits);
  return { queue, ends: () => ended };
}

async function rest(queue: EventQueue): Promise<string[]> {
  const texts: string[] = [];
  for await (const { text } of queue) texts.push(text);
  return texts;
}

it('gives out what comes, in order, waiting for it where there is none', async () => {
  const { queue } = queueOf();
  const first = queue.next();
  queue.push(event('a'));
  queue.push(event('b'));
  expect((await first).value).toEqual(event('a'));
  expect((await queue.next()).value).toEqual(event('b'));
});

it('ends for who waits for the next, once, and takes nothing more', async () => {
  const { queue, ends } = queueOf();
  const waiting = rest(queue);
  await queue.return();
  queue.push(event('late'));
  await queue.return();
  expect(await waiting).toEqual([]);
  expect(ends()).toBe(1);
});

it('ends when more events wait than may, and holds none of them any more', async () => {
  const { queue, ends } = queueOf();
  for (const text of ['a', 'b', 'c']) queue.push(event(text));
  expect(ends()).toBe(0);
  queue.push(event('d'));
  expect(ends()).toBe(1);
  await expect(rest(queue)).rejects.toMatchObject(overflow);
  expect(await rest(queue)).toEqual([]);
});

it('ends when what waits is larger than may be, though one that is larger may wait alone', async () => {
  const { queue } = queueOf();
  queue.push(event('x'.repeat(1_000)));
  expect((await queue.next()).value?.text).toHaveLength(1_000);
  queue.push(event('x'.repeat(60)));
  queue.push(event('x'.repeat(60)));
  await expect(queue.next()).rejects.toMatchObject(overflow);
});

it('tells why it has failed, the first reason only', async () => {
  const { queue, ends } = queueOf();
  const waiting = rest(queue);
  queue.fail(new Error('the key is gone'));
  queue.fail(new Error('another'));
  await expect(waiting).rejects.toThrow('the key is gone');
  expect(ends()).toBe(1);
});
