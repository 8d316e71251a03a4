/** A page of 100 licenses with nested fields, from the embedded store: its time at many licenses against that at few. */
import { KEY } from '../lib/gateway.mjs';
import { versus } from '../lib/rows.mjs';
import { median } from '../lib/statistics.mjs';

export const about = 'a page of 100 licenses, first, in the middle, last and filtered, as the number of licenses grows';

const ESTATE = new URL('../lib/many-licenses.mjs', import.meta.url).href;
const REQUESTS = 60;

const pages = {
  'first page by name': () => 'first: 100',
  'page in the middle by name': (middle) => `first: 100, after: "${middle}"`,
  'last page by name': () => 'last: 100',
  'first page by expiry, filtered': () =>
    'first: 100, orderBy: { field: EXPIRES_AT, direction: DESC }, filter: { statuses: [ACTIVE] }',
};

export async function run(lab) {
  const sizes = lab.isQuick ? [1_000, 10_000] : [1_000, 100_000];
  const gateways = [];
  for (const size of sizes) gateways.push(await startSized(lab, size));
  const [small, large] = gateways;
  const rows = [];
  for (const [name, args] of Object.entries(pages)) {
    const figures = await lab.interleaved({
      large: () => medianTime(large, args(large.middle)),
      small: () => medianTime(small, args(small.middle)),
    });
    rows.push(
      versus({
        name: `${name}, ${sizes[1]} / ${sizes[0]} licenses`,
        ours: figures.large,
        theirs: figures.small,
        goal: '<=1.5',
        unit: 'ms',
      }),
    );
  }
  return rows;
}

async function medianTime({ ask }, args) {
  const times = [];
  for (let request = 0; request < REQUESTS + 10; request++) {
    const started = performance.now();
    await ask(query(args));
    if (request >= 10) times.push(performance.now() - started);
  }
  return median(times);
}

function query(args) {
  return `{ licenses(${args}) { totalCount nodes {
    displayName status expiresAt source { name } group { name } quotas { dimension used limit ratio state } messages(first: 5) { nodes { description } }
  } pageInfo { hasNextPage endCursor } } }`;
}

async function startSized(lab, size) {
  const { said: url } = await lab.gateway(`${size} licenses`, { module: ESTATE, name: 'manyLicenses', args: [size] });
  const ask = async (text) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query: text }),
    });
    const answer = await response.json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  return { ask, middle: await cursorOfMiddle(ask, size) };
}

/** Walks to the middle in the largest steps: a client's only way there. */
async function cursorOfMiddle(ask, size) {
  let after = '';
  let cursor = '';
  for (let seen = 0; seen < size / 2; seen += 500) {
    const { licenses } = await ask(`{ licenses(first: 500${after}) { pageInfo { endCursor } } }`);
    cursor = licenses.pageInfo.endCursor;
    after = `, after: "${cursor}"`;
  }
  return cursor;
}
