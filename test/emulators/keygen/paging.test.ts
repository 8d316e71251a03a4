import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createKeygenState,
  DEMO_ACCOUNT,
  type RunningKeygenEmulator,
  startKeygenEmulator,
} from '../../../src/emulators/keygen/index.js';
import { license, policy, product } from '../../../src/emulators/keygen/scenarios/rows.js';
import { ask, ids } from './ask.js';

const NOW = new Date('2026-06-30T12:00:00.000Z');
const PATH = '/v1/accounts/demo/licenses';
const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** From `high` down to `low`: newest first, because license n is created n minutes after the first. */
const down = (high: number, low: number): readonly string[] =>
  Array.from({ length: high - low + 1 }, (_, step) => idOf(high - step));

let emulator: RunningKeygenEmulator;
beforeEach(async () => {
  emulator = await startKeygenEmulator({ state: stateOf(19), clock: { now: () => NOW } });
});
afterEach(() => emulator.close());

describe('without paging', () => {
  it('answers the newest ten and no links at all', async () => {
    const reply = await ask(emulator, 'licenses');
    expect(ids(reply)).toEqual(down(19, 10));
    expect(Object.keys(reply.body)).toEqual(['data']);
  });

  it('answers as many as `limit` says, oldest first on order=asc', async () => {
    expect(ids(await ask(emulator, 'licenses?limit=2'))).toEqual(down(19, 18));
    expect(ids(await ask(emulator, 'licenses?limit=2&order=asc'))).toEqual([idOf(1), idOf(2)]);
    expect(ids(await ask(emulator, 'licenses?limit=100'))).toHaveLength(19);
  });
});

describe('by offset', () => {
  it('links every way as paths without a host, and counts', async () => {
    const reply = await ask(emulator, 'licenses?page[number]=2&page[size]=5');
    const link = (number: number): string => `${PATH}?page%5Bnumber%5D=${number}&page%5Bsize%5D=5`;
    expect(ids(reply)).toEqual(down(14, 10));
    expect(reply.body.links).toEqual({
      self: link(2),
      prev: link(1),
      next: link(3),
      first: link(1),
      last: link(4),
      meta: { pages: 4, count: 19 },
    });
  });

  it('ends with null links, and past the end is empty', async () => {
    const last = await ask(emulator, 'licenses?page[number]=4&page[size]=5');
    expect(ids(last)).toEqual(down(4, 1));
    expect(last.body.links.next).toBeNull();
    expect((await ask(emulator, 'licenses?page[number]=1')).body.links.prev).toBeNull();
    const past = await ask(emulator, 'licenses?page[number]=9&page[size]=5');
    expect(past.body.data).toEqual([]);
    expect(past.body.links.meta).toEqual({ pages: 4, count: 19 });
  });

  it('counts what the filters leave', async () => {
    const reply = await ask(emulator, 'licenses?suspended=true&page[number]=1&page[size]=1');
    expect(reply.body.links.meta).toEqual({ pages: 6, count: 6 });
  });

  it('keeps the rest of the query in its links, credentials apart', async () => {
    const reply = await ask(emulator, 'licenses?token=admin-demo&order=asc&status=active&page[number]=1&page[size]=3');
    expect(reply.body.links.next).toBe(`${PATH}?order=asc&page%5Bnumber%5D=2&page%5Bsize%5D=3&status=active`);
    expect(ids(await ask(emulator, reply.body.links.next))).toEqual([idOf(4), idOf(5), idOf(6)]);
  });

  it('goes no further than 10,000 rows, but counts them all', async () => {
    const big = await startKeygenEmulator({ state: stateOf(10_050), clock: { now: () => NOW } });
    const reply = await ask(big, 'licenses?page[number]=100&page[size]=100');
    expect(ids(reply)).toEqual(down(150, 51));
    expect(reply.body.links.next).toBeNull();
    expect(reply.body.links.meta).toEqual({ pages: 100, count: 10_050 });
    await big.close();
  });

  it.each([
    ['page[number]=101', 'page[number]'],
    ['page[number]=0', 'page[number]'],
    ['page[number]=1&page[size]=250', 'page[size]'],
    ['page[number]=1&page[size]=0', 'page[size]'],
    ['page[number]=1&page[size]=-1', 'page[size]'],
    ['page[number]=one', 'page[number]'],
    ['page[size]=5', 'page'],
    ['page=2', 'page'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['page[cursor]=nonsense', 'page[cursor]'],
    ['page[cursor]=&page[size]=101', 'page[size]'],
  ])('refuses %s and names %s', async (query, parameter) => {
    const reply = await ask(emulator, `licenses?${query}`);
    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ title: 'Bad request', source: { parameter } }]);
    expect(reply.body.data).toBeUndefined();
  });
});

describe('by cursor', () => {
  it('goes through 19 rows in pages of 5: the fourth has 4 and no next', async () => {
    const pages: (readonly string[])[] = [];
    let next: string | null = 'licenses?page[cursor]=&page[size]=5';
    while (next !== null) {
      const reply = await ask(emulator, next);
      pages.push(ids(reply));
      next = reply.body.links.next;
      expect(Object.keys(reply.body.links)).toEqual(['self', 'next']);
    }
    expect(pages).toEqual([down(19, 15), down(14, 10), down(9, 5), down(4, 1)]);
  });

  it('links by the id of the last row', async () => {
    const reply = await ask(emulator, '/v1/licenses?page[cursor]=&page[size]=5');
    expect(reply.body.links).toEqual({
      self: '/v1/licenses?page%5Bcursor%5D=&page%5Bsize%5D=5',
      next: `/v1/licenses?page%5Bcursor%5D=${idOf(15)}&page%5Bsize%5D=5`,
    });
  });

  it('has no next on a last page that is full', async () => {
    const first = await ask(emulator, `licenses?page[cursor]=${idOf(6)}&page[size]=5`);
    expect(ids(first)).toEqual(down(5, 1));
    expect(first.body.links.next).toBeNull();
  });

  it('runs the other way on order=asc, and passes over what a filter leaves out', async () => {
    expect(ids(await ask(emulator, `licenses?order=asc&page[cursor]=${idOf(6)}&page[size]=2`))).toEqual([
      idOf(7),
      idOf(8),
    ]);
    // Every third license is suspended; the cursor itself need not be.
    expect(ids(await ask(emulator, `licenses?suspended=true&page[cursor]=${idOf(10)}&page[size]=2`))).toEqual([
      idOf(9),
      idOf(6),
    ]);
    expect(ids(await ask(emulator, `licenses?policy=${idOf(902)}&page[cursor]=${idOf(10)}&page[size]=2`))).toEqual([
      idOf(8),
      idOf(6),
    ]);
  });

  it('answers an empty page that looks like the end when the row of the cursor was deleted meanwhile', async () => {
    const first = await ask(emulator, 'licenses?page[cursor]=&page[size]=5');
    emulator.state.licenses.remove(idOf(15));
    const second = await ask(emulator, first.body.links.next);
    expect(second.status).toBe(200);
    expect(second.body.data).toEqual([]);
    expect(second.body.links.next).toBeNull();
    const check = await ask(emulator, 'licenses?page[number]=1&page[size]=1');
    expect(check.body.links.meta.count).toBe(18);
  });

  it('visits rows of the same moment once each', async () => {
    const state = stateOf(0);
    for (let number = 1; number <= 7; number += 1) state.licenses.insert(row(number, NOW));
    const crowd = await startKeygenEmulator({ state, clock: { now: () => NOW } });
    const seen: string[] = [];
    let next: string | null = 'licenses?page[cursor]=&page[size]=2';
    while (next !== null) {
      const reply = await ask(crowd, next);
      seen.push(...ids(reply));
      next = reply.body.links.next;
    }
    expect(seen).toEqual(down(7, 1));
    await crowd.close();
  });
});

it('pages what hangs on one license as it pages everything', async () => {
  const reply = await ask(emulator, `licenses/${idOf(3)}/machines?page[number]=1`);
  expect(reply.body).toMatchObject({
    data: [],
    links: {
      self: `${PATH}/${idOf(3)}/machines?page%5Bnumber%5D=1&page%5Bsize%5D=10`,
      meta: { pages: 0, count: 0 },
    },
  });
  expect(reply.headers.get('keygen-account')).toBe(DEMO_ACCOUNT.id);
});

function stateOf(licenses: number) {
  const state = createKeygenState();
  const created = new Date('2026-01-01T00:00:00.000Z');
  state.products.insert(product({ id: idOf(900), created, name: 'P', code: 'p' }));
  for (const id of [idOf(901), idOf(902)]) {
    state.policies.insert(policy({ id, created, name: 'Policy', productId: idOf(900) }));
  }
  for (let number = 1; number <= licenses; number += 1) {
    state.licenses.insert(row(number, new Date(created.getTime() + number * 60_000)));
  }
  return state;
}

function row(number: number, created: Date) {
  return license({
    id: idOf(number),
    created,
    key: `KEY-${number}`,
    productId: idOf(900),
    policyId: number % 2 === 0 ? idOf(902) : idOf(901),
    lastValidated: NOW,
    suspended: number % 3 === 0,
  });
}
