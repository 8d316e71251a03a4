/** 100,000 licenses as one CSV: what the gateway holds meanwhile, and how fast it goes against pages of GraphQL with the same cells. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { KEY, startGateway } from '../lib/gateway.mjs';
import { manyLicenses } from '../lib/many-licenses.mjs';
import { versus } from '../lib/rows.mjs';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

export const about = 'a CSV of 100,000 licenses against pages of GraphQL, and the memory that takes';

export async function run(lab) {
  const licenses = lab.isQuick ? 10_000 : 100_000;
  const gateway = await startGateway(() => snapshot(licenses));
  // The client is another process: its memory and time are its own.
  const client = fork(fileURLToPath(new URL('./export/client.mjs', import.meta.url)), [], { execArgv: [] });
  const shares = new Map();
  const ask = (how) =>
    new Promise((done) => {
      client.removeAllListeners('message').on('message', (message) => {
        if (message.share === undefined) done(message);
        else shares.set(message.share, memory());
      });
      client.send({ url: gateway.url, key: KEY, how, licenses });
    });
  await ask('csv');
  const growths = [];
  const take = async (how) => {
    const { rows, seconds } = await ask(how);
    if (rows !== licenses) throw new Error(`${rows} rows came by ${how}`);
    return rows / seconds;
  };
  const told = await lab.interleaved({
    async ours() {
      const speed = await take('csv');
      growths.push({ early: shares.get(10), late: shares.get(90) });
      return speed;
    },
    theirs: () => take('graphql'),
  });
  client.kill();
  await gateway.close();
  // What garbage happens to lie about only adds.
  const { early, late } = growths.reduce((a, b) => (ratioOf(a) < ratioOf(b) ? a : b));
  return [
    versus({
      name: `CSV of ${licenses} licenses / the same by pages of GraphQL`,
      ...told,
      goal: '>=1',
      unit: 'rows/s',
    }),
    {
      name: `CSV of ${licenses} licenses, memory at 90 % / at 10 %`,
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
