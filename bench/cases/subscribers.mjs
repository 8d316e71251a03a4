/** 1,000 idle subscribers, over WebSockets and as server-sent events: what each holds, and how soon all have an event. */
import { KEY } from '../lib/gateway.mjs';
import { versus } from '../lib/rows.mjs';
import { median } from '../lib/statistics.mjs';

export const about =
  'an event to 1,000 subscribers over WebSockets and as server-sent events, against one alone and Mercurius';
export const needsPeers = true;

const EVENTS = 12;
const pathOf = (file) => new URL(file, import.meta.url).pathname;
const GATEWAY = pathOf('./subscribers/gateway-process.mjs');
const MERCURIUS = pathOf('../peers/mercurius-subscriptions.mjs');
const CLIENTS = pathOf('./subscribers/clients.mjs');

export async function run(lab) {
  const many = lab.isQuick ? 200 : 1_000;
  const rows = [];
  for (const transport of ['WebSocket', 'SSE']) {
    const audiences = {
      many: await subscribed(lab, { file: GATEWAY, transport, clients: many }),
      alone: await subscribed(lab, { file: GATEWAY, transport, clients: 1 }),
    };
    // Mercurius has no server-sent events.
    const isCompared = transport === 'WebSocket' && !lab.isAlone;
    if (isCompared) audiences.mercurius = await subscribed(lab, { file: MERCURIUS, transport, clients: many });
    const told = await lab.interleaved(
      Object.fromEntries(Object.entries(audiences).map(([name, audience]) => [name, () => eventTimes(audience)])),
    );
    const lasts = (name) => told[name]?.map(({ last }) => last);
    const first = median(told.many.map((times) => times.first));
    const detail = `the first after ${first.toFixed(1)} ms; ${audiences.many.kilobytes} kB a client`;
    const row = (name, theirs, goal) =>
      versus({
        name: `an event to ${many} over ${transport}, the last / ${name}`,
        ours: lasts('many'),
        theirs,
        goal,
        unit: 'ms',
        detail,
      });
    rows.push(row('to one alone', lasts('alone'), '<=50'));
    if (isCompared) rows.push(row('by Mercurius', lasts('mercurius'), null));
    for (const { stop } of Object.values(audiences)) await stop();
  }
  return rows;
}

/** A server with so many clients, all of which have subscribed. */
async function subscribed(lab, { file, transport, clients }) {
  const server = await lab.server(`${file === GATEWAY ? 'ours' : 'mercurius'}, ${clients} over ${transport}`, {
    args: [file],
  });
  // The clients are another process: their memory and time are their own.
  const audience = await lab.client('clients', { args: [CLIENTS] });
  const before = server.usage()?.rss;
  await audience.ask({ name: 'open', url: server.said, key: KEY, transport, clients });
  while ((await server.ask('begun')) < clients) await new Promise((resolve) => setTimeout(resolve, 20));
  const kilobytes = before === undefined ? '?' : Math.round((server.usage().rss - before) / clients / 1024);
  return {
    ...{ server, audience, kilobytes },
    async stop() {
      await audience.stop();
      await server.stop();
    },
  };
}

/** From the change on until the first and until the last client has it. */
async function eventTimes({ server, audience }) {
  const times = [];
  for (let event = 0; event < EVENTS; event++) {
    const all = audience.ask({ name: 'next' });
    const changed = performance.timeOrigin + performance.now();
    await server.ask('change');
    const { first, last } = await all;
    times.push({ first: first - changed, last: last - changed });
  }
  const warm = times.slice(2);
  return { first: median(warm.map(({ first }) => first)), last: median(warm.map(({ last }) => last)) };
}
