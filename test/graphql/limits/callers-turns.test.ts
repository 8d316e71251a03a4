import { expect, it } from 'vitest';
import { createCallersTurns } from '../../../src/graphql/limits/callers-turns.js';
import { createRunningCost } from '../../../src/graphql/limits/running-cost.js';

const somebody = new AbortController().signal;
const settled = () => new Promise((resolve) => setImmediate(resolve));

function stage({ ofOne = 10, ofAll = 25 } = {}) {
  const turns = createCallersTurns({ small: 1, mostOfOne: ofOne, all: createRunningCost(ofAll) });
  const running: string[] = [];
  const refused: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    running,
    refused,
    /** `a1` is the caller a's. */
    async enter(name: string, cost: number, signal = somebody) {
      turns.enter(name.charAt(0), cost, signal).then(
        (end) => {
          running.push(name);
          ends.set(name, end);
        },
        () => refused.push(name),
      );
      await settled();
    },
    async end(name: string) {
      ends.get(name)?.();
      if (running.includes(name)) running.splice(running.indexOf(name), 1);
      await settled();
    },
  };
}

it('has a caller wait for its own, and lets others pass', async () => {
  const { running, enter, end } = stage();
  for (const name of ['a1', 'a2', 'a3', 'a4']) await enter(name, 8);
  await enter('b1', 8);
  await enter('c1', 8);
  expect(running).toEqual(['a1', 'b1', 'c1']);
  await end('a1');
  expect(running).toEqual(['b1', 'c1', 'a2']);
});

it('has nobody wait for what is small, the caller of much included', async () => {
  const { running, enter, end } = stage();
  for (const name of ['a1', 'a2']) await enter(name, 10);
  await enter('a3', 1);
  expect(running).toEqual(['a1', 'a3']);
  await end('a3');
  await enter('a4', 2);
  expect(running).toEqual(['a1']);
});

it('has all wait where all of them together ask for too much', async () => {
  const { running, enter, end } = stage({ ofAll: 12 });
  for (const name of ['a1', 'b1', 'c1']) await enter(name, 6);
  expect(running).toEqual(['a1', 'b1']);
  await end('b1');
  expect(running).toEqual(['a1', 'c1']);
});

it('gives back the room of who is done, of who left its queue, and of who left that of all', async () => {
  const { running, refused, enter, end } = stage({ ofAll: 10 });
  const [first, second] = [new AbortController(), new AbortController()];
  await enter('a1', 10);
  await enter('a2', 10, first.signal);
  await enter('b1', 10, second.signal);
  first.abort();
  second.abort();
  await settled();
  expect(refused).toEqual(['a2', 'b1']);
  await end('a1');
  await end('a1');
  for (const name of ['a3', 'b2']) await enter(name, 5);
  expect(running).toEqual(['a3', 'b2']);
});
