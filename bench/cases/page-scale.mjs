/**
 * A page of 100 licenses with nested fields, from the embedded store: its time at many licenses against that at few, in each order and either
 * direction, first, in the middle and last, plain and filtered; and counts. No question comes twice, so that no answer and no read is a kept one.
 */
import { Agent, request } from 'node:http';
import { AUTHORIZATION } from '../lib/estate.mjs';
import { largeGateways } from '../lib/large-gateway.mjs';
import { orders, PAGE, placesOf } from '../lib/large-pages.mjs';
import { STORED_AT } from '../lib/large-store.mjs';
import { versus } from '../lib/rows.mjs';
import { median } from '../lib/statistics.mjs';

export const about =
  'a page of 100 licenses at any depth, in any order, filtered or not, and counts, as the number of licenses grows';

const GOAL = '<=1.5';
const REQUESTS = 9;
/** Times of one round are of other pages than those of the rounds before. */
const WARM = 3;
const COUNT = `query Count($name: String!, $filter: LicenseFilter) {
  source(name: $name) { name } licenses(filter: $filter) { totalCount } }`;
const dated = (days, ms = 0) => new Date(STORED_AT + days * 86_400_000 + ms).toISOString();

const filters = {
  plain: {},
  'with a status': { statuses: ['ACTIVE'] },
  'with a rare status': { statuses: ['SUSPENDED'] },
  'expired or expiring within 30 days': { expiresBefore: dated(30) },
  'expiring within 14 days': { expiresAfter: dated(0), expiresBefore: dated(14) },
  'of a group': { groupId: 'Group:bench:g3' },
  'found by a word': { search: 'gamma' },
};

/** What is counted; each number asks for another set of about the same share. */
const counted = {
  'a status': () => ({ statuses: ['EXPIRED', 'EXPIRING'] }),
  'an expiry': (i) => ({ expiresBefore: dated(30, i) }),
  'a status and an expiry': (i) => ({ statuses: ['ACTIVE'], expiresBefore: dated(30, i) }),
  'a group': (i) => ({ groupId: `Group:bench:g${i}` }),
  'a word': (i) => ({ search: `gamma ${10 + i}` }),
};

export async function run(lab) {
  const start = await largeGateways(lab);
  const asks = new Map();
  for (const size of lab.sizes) asks.set(size, asking((await start(size)).said));
  const many = lab.sizes.at(-1);
  const few = lab.sizes.findLast((size) => size < many && size <= 10_000);
  const pair = { large: asks.get(many), small: asks.get(few) };
  const rows = [];
  for (const order of Object.keys(orders)) {
    for (const [name, filter] of Object.entries(filters)) {
      rows.push(await worstPlace(lab, pair, { name: `${order}, ${name}`, order, filter }));
    }
  }
  for (const [name, filterOf] of Object.entries(counted))
    rows.push(...(await countRows(lab, pair, { name, filterOf })));
  // Last, so that all of them are warm.
  for (const [size, ask] of asks) {
    const { middle } = await placesOf(ask, { order: 'NAME', direction: 'ASC', filter: {} });
    lab.plot('page', size, await pageTime(ask, middle, 0));
  }
  return rows.map((row) => ({ ...row, name: `${row.name}, ${many} / ${few} licenses` }));
}

/** Of both directions, and first, middle and last page in each, the one that loses most by size. */
async function worstPlace(lab, pair, { name, order, filter }) {
  const rows = [];
  for (const direction of ['ASC', 'DESC']) {
    const asked = { order, direction, filter };
    const [large, small] = [await placesOf(pair.large, asked), await placesOf(pair.small, asked)];
    for (const place of ['first', 'middle', 'last']) {
      const figures = await lab.interleaved({
        large: (round) => pageTime(pair.large, large[place], round),
        small: (round) => pageTime(pair.small, small[place], round),
      });
      rows.push(rowOf(`page by ${name}`, figures, `worst of 6 places: ${direction}, ${place}`));
    }
  }
  return rows.reduce((worst, row) => (row.ratio > worst.ratio ? row : worst));
}

async function pageTime(ask, variables, round) {
  const times = [];
  for (let i = 0; i < WARM + REQUESTS; i++) {
    const took = await timeOf(() => ask(PAGE, variables(i + round * (WARM + REQUESTS))));
    if (i >= WARM) times.push(took);
  }
  return median(times);
}

async function countRows(lab, pair, { name, filterOf }) {
  const times = { first: { large: [], small: [] }, again: { large: [], small: [] } };
  for (let round = 0; round < lab.rounds; round++) {
    for (const [size, ask] of Object.entries(pair)) {
      const { first, again } = await countTimes(ask, filterOf(round), round);
      times.first[size].push(first);
      times.again[size].push(again);
    }
  }
  return [rowOf(`count by ${name}, first time`, times.first), rowOf(`count by ${name}, again`, times.again)];
}

/** Beside the count, a source is asked for that is not there, another each time: the answer is not a kept one. */
async function countTimes(ask, filter, round) {
  const count = (i) => ask(COUNT, { filter, name: `none-${round}-${i}` });
  // What is asked for the first time is compiled first; the count of another filter leaves this one unknown.
  for (let i = 1; i <= WARM; i++) await ask(COUNT, { filter: { statuses: ['UNKNOWN'] }, name: `warm-${round}-${i}` });
  const first = await timeOf(() => count(0));
  const later = [];
  for (let i = 1; i <= REQUESTS; i++) later.push(await timeOf(() => count(i)));
  return { first, again: median(later) };
}

function rowOf(name, { large, small }, detail = '') {
  return versus({ name, ours: large, theirs: small, goal: GOAL, unit: 'ms', detail });
}

async function timeOf(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** One connection, kept: what is measured is not the client. */
function asking(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { 'content-type': 'application/json', ...AUTHORIZATION };
  return async (query, variables) => {
    const text = await new Promise((resolve, reject) => {
      request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString()));
      })
        .on('error', reject)
        .end(JSON.stringify({ query, variables }));
    });
    const { data, errors } = JSON.parse(text);
    if (errors !== undefined) throw new Error(`${url} answered ${text.slice(0, 2_000)}`);
    return data;
  };
}
