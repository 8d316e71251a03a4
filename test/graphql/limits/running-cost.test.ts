import { expect, it } from 'vitest';
import { createRunningCost } from '../../../src/graphql/limits/running-cost.js';

const somebody = new AbortController().signal;
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Enters, and tells by name who runs. */
function stage(mostRunning: number, mostWaiting = 100) {
  const gate = createRunningCost(mostRunning, mostWaiting);
  const running: string[] = [];
  const refused: Record<string, unknown> = {};
  const ends = new Map<string, () => void>();
  return {
    running,
    refused,
    async enter(name: string, cost: number, signal = somebody) {
      gate.enter(cost, signal).then(
        (end) => {
          running.push(name);
          ends.set(name, end);
        },
        (error) => {
          refused[name] = error.extensions;
        },
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

it('lets in what there is room for, and the rest in the order in which it came', async () => {
  const { running, enter, end } = stage(10);
  await enter('a', 6);
  await enter('b', 4);
  await enter('c', 6);
  await enter('d', 1);
  expect(running).toEqual(['a', 'b']);
  await end('b');
  // There would be room for d, and c was here first.
  expect(running).toEqual(['a']);
  await end('a');
  expect(running).toEqual(['c', 'd']);
});

it('lets several in when one large one ends', async () => {
  const { running, enter, end } = stage(10);
  await enter('large', 10);
  for (const name of ['a', 'b', 'c', 'd']) await enter(name, 3);
  await end('large');
  expect(running).toEqual(['a', 'b', 'c']);
});

it('runs alone what is more than all there is', async () => {
  const { running, enter, end } = stage(10);
  await enter('huge', 50);
  await enter('small', 1);
  expect(running).toEqual(['huge']);
  await end('huge');
  await enter('huge again', 50);
  expect(running).toEqual(['small']);
  await end('small');
  expect(running).toEqual(['huge again']);
});

it('gives room back once, however often an end is told', async () => {
  const { running, enter, end } = stage(10);
  await enter('a', 10);
  await end('a');
  await end('a');
  await enter('b', 10);
  await enter('c', 10);
  expect(running).toEqual(['b']);
});

it('forgets who does not wait any more, and lets those behind pass', async () => {
  const { running, refused, enter, end } = stage(10);
  const impatient = new AbortController();
  await enter('a', 6);
  await enter('large', 10, impatient.signal);
  await enter('b', 4);
  expect(running).toEqual(['a']);
  impatient.abort();
  await settled();
  expect(refused).toMatchObject({ large: { code: 'ABANDONED' } });
  expect(running).toEqual(['a', 'b']);
  await end('a');
  await end('b');
  await enter('c', 10);
  expect(running).toEqual(['c']);
});

it('lets nobody in who has gone already, and keeps nobody out who leaves while it runs', async () => {
  const { running, refused, enter, end } = stage(10);
  await enter('gone', 1, AbortSignal.abort());
  expect(refused).toMatchObject({ gone: { code: 'ABANDONED' } });
  const leaver = new AbortController();
  await enter('a', 10, leaver.signal);
  leaver.abort();
  await enter('b', 1);
  // It still runs, though nobody waits for it.
  expect(running).toEqual(['a']);
  await end('a');
  expect(running).toEqual(['b']);
});

it('turns away who would wait behind too many', async () => {
  const { running, refused, enter, end } = stage(10, 2);
  await enter('a', 10);
  for (const name of ['b', 'c', 'd']) await enter(name, 10);
  expect(refused).toMatchObject({ d: { code: 'OVERLOADED', retryAfter: 1, http: { status: 503 } } });
  await end('a');
  await enter('e', 10);
  expect([running, Object.keys(refused)]).toEqual([['b'], ['d']]);
});
