/** A page of 100 licenses with nested fields, from the embedded store: its time at 100,000 licenses against that at 1,000. */
import { KEY, median, startGateway } from './gateway.mjs';
import { manyLicenses } from './many-licenses.mjs';

const SIZES = [1_000, 100_000];
const ROUNDS = 60;

const pages = {
  'first page by name': () => 'first: 100',
  'page in the middle by name': (middle) => `first: 100, after: "${middle}"`,
  'last page by name': () => 'last: 100',
  'first page by expiry, filtered': () =>
    'first: 100, orderBy: { field: EXPIRES_AT, direction: DESC }, filter: { statuses: [ACTIVE] }',
};

export async function pageScale() {
  const gateways = [];
  for (const size of SIZES) gateways.push(await startBench(size));
  const rows = [];
  for (const [name, args] of Object.entries(pages)) {
    const times = SIZES.map(() => []);
    // Interleaved, so that a slow moment of the machine meets both.
    for (let round = 0; round < ROUNDS + 10; round++) {
      for (const [i, gateway] of gateways.entries()) {
        const started = performance.now();
        await gateway.ask(query(args(gateway.middle)));
        if (round >= 10) times[i].push(performance.now() - started);
      }
    }
    const [small, large] = times.map(median);
    rows.push({
      name: `${name}, ${SIZES[1]} / ${SIZES[0]} licenses`,
      ratio: large / small,
      goal: '<=1.5',
      detail: `${large.toFixed(1)} ms / ${small.toFixed(1)} ms`,
    });
  }
  for (const gateway of gateways) await gateway.close();
  return rows;
}

function query(args) {
  return `{ licenses(${args}) { totalCount nodes {
    displayName status expiresAt source { name } group { name } quotas { dimension used limit ratio state } messages(first: 5) { nodes { description } }
  } pageInfo { hasNextPage endCursor } } }`;
}

async function startBench(size) {
  const gateway = await startGateway(() => manyLicenses(size));
  const ask = async (text) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query: text }),
    });
    const answer = await response.json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  return {
    ask,
    middle: await cursorOfMiddle(ask, size),
    close: gateway.close,
  };
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
