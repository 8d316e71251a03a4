/** 100,000 licenses as one CSV: what the gateway holds meanwhile, and how fast it goes against pages of GraphQL with the same cells. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { KEY, startGateway } from '../lib/gateway.mjs';
import { manyLicenses } from '../lib/many-licenses.mjs';

const LICENSES = 100_000;
const ROUNDS = 3;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

export const about = 'a CSV of 100,000 licenses against pages of GraphQL, and the memory that takes';

export async function run() {
  const gateway = await startGateway(() => snapshot(LICENSES));
  // The client is another process: its memory and time are its own.
  const client = fork(fileURLToPath(new URL('./export/client.mjs', import.meta.url)), [], { execArgv: [] });
  const shares = new Map();
  const ask = (how) =>
    new Promise((done) => {
      client.removeAllListeners('message').on('message', (message) => {
        if (message.share === undefined) done(message);
        else shares.set(message.share, memory());
      });
      client.send({ url: gateway.url, key: KEY, how });
    });
  await ask('csv');
  const speeds = { csv: [], graphql: [] };
  const growths = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const how of ['csv', 'graphql']) {
      const { rows, seconds } = await ask(how);
      if (rows !== LICENSES) throw new Error(`${rows} rows came by ${how}`);
      speeds[how].push(rows / seconds);
      if (how === 'csv') growths.push({ early: shares.get(10), late: shares.get(90) });
    }
  }
  client.kill();
  await gateway.close();
  const [csv, graphql] = [Math.max(...speeds.csv), Math.max(...speeds.graphql)];
  // What garbage happens to lie about only adds.
  const { early, late } = growths.reduce((a, b) => (ratioOf(a) < ratioOf(b) ? a : b));
  return [
    {
      name: `CSV of ${LICENSES} licenses, rows a second / the same by GraphQL`,
      ratio: csv / graphql,
      goal: '>=1',
      detail: `${csv.toFixed(0)} / ${graphql.toFixed(0)}`,
    },
    {
      name: `CSV of ${LICENSES} licenses, memory at 90 % / at 10 %`,
      ratio: ratioOf({ early, late }),
      goal: '<=1.2',
      detail: `heap ${mb(late.heap)} / ${mb(early.heap)} MB, resident ${mb(late.rss)} / ${mb(early.rss)} MB`,
    },
  ];
}

function ratioOf({ early, late }) {
  return (late.heap + late.external) / (early.heap + early.external);
}

function memory() {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed, external, rss };
}

function mb(bytes) {
  return (bytes / 2 ** 20).toFixed(0);
}

/** With what a Splunk license has besides, and a cell that a spreadsheet would run. */
function snapshot(size) {
  const { licenses, groups } = manyLicenses(size);
  const splunk = (license, i) => ({
    ...license,
    label: `=label ${i}`,
    quotaBytes: BigInt(i) * 1_073_741_824n,
    isUnlimited: false,
    maxViolations: 5,
    windowPeriod: 30,
  });
  return { licenses: licenses.map(splunk), groups };
}
