/** 1,000 idle subscribers, over WebSockets and as server-sent events: what each holds, and how soon all have an event. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { KEY, startGateway } from '../lib/gateway.mjs';
import { median } from '../lib/statistics.mjs';

const CLIENTS = 1_000;
const ROUNDS = 15;

export const about = 'an event to 1,000 subscribers over WebSockets and as server-sent events';

export async function run() {
  const rows = [];
  for (const transport of ['WebSocket', 'SSE']) {
    const alone = await measure(transport, 1);
    const many = await measure(transport, CLIENTS);
    rows.push({
      name: `an event to ${CLIENTS} over ${transport}, the last / to one alone`,
      ratio: many.last / alone.last,
      goal: '<=50',
      detail: `${many.last.toFixed(1)} ms (the first ${many.first.toFixed(1)} ms) / ${alone.last.toFixed(1)} ms; ${many.kilobytes.toFixed(0)} kB a client`,
    });
  }
  return rows;
}

async function measure(transport, count) {
  const gateway = await startBench();
  // The clients are another process: their memory and time are their own.
  const clients = fork(fileURLToPath(new URL('./subscribers/clients.mjs', import.meta.url)), [], { execArgv: [] });
  const told = async () => (await once(clients, 'message'))[0];
  const before = memory();
  clients.send({ url: gateway.url, key: KEY, transport, count });
  await told();
  await gateway.listening(count);
  const kilobytes = (memory() - before) / count / 1024;
  const firsts = [];
  const lasts = [];
  for (let round = 0; round < ROUNDS; round++) {
    const all = told();
    const asked = performance.timeOrigin + performance.now();
    await gateway.change();
    const { first, last } = await all;
    if (round < 3) continue;
    firsts.push(first - asked);
    lasts.push(last - asked);
  }
  clients.kill();
  await once(clients, 'exit');
  await gateway.close();
  return { kilobytes, first: median(firsts), last: median(lasts) };
}

function memory() {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

async function startBench() {
  let used = 0n;
  let begun = 0;
  const gateway = await startGateway(() => ({ meters: [meter(used)] }), {
    limits: { subscriptions: 2_000, sockets: 2_000, requests: 2_000 },
    log: (line) => {
      if (line.includes('a subscription begins')) begun++;
    },
  });
  return {
    url: gateway.url,
    async change() {
      used = (used + 1n) % 100n;
      await gateway.refresh();
    },
    async listening(count) {
      while (begun < count) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: gateway.close,
  };
}

function meter(used) {
  return {
    subjectId: 'License:bench:a',
    dimension: 'USES',
    measure: 'GAUGE',
    limit: { kind: 'limited', value: 100n },
    used,
    enforcement: 'HARD',
    overage: { kind: 'none' },
    resetsAt: null,
    reasons: ['used against the limit'],
  };
}
