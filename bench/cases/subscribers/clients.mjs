/** The clients of the benchmark of subscribers, as a process of their own: tells when the first and the last has an event. */
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { answering } from '../../lib/child.mjs';

const QUERY = 'subscription { quotaChanged { used limit ratio state } }';

let count = 0;
let heard = 0;
let first = 0;
let tell = null;

const questions = {
  /** Resolves when all have subscribed. */
  async open({ url, key, transport, clients }) {
    count = clients;
    const open = transport === 'SSE' ? openStream : openSocket;
    for (let begun = 0; begun < count; begun += 50) {
      await Promise.all(Array.from({ length: Math.min(50, count - begun) }, () => open(url, key, event)));
    }
  },
  /** Resolves with when the first and when the last had the next event. */
  next: () =>
    new Promise((resolve) => {
      heard = 0;
      tell = resolve;
    }),
};

answering('clients', ({ name, ...given }) => questions[name](given));

/** Wall clock times: the server's process has the same one. */
function event() {
  const now = performance.timeOrigin + performance.now();
  heard++;
  if (heard === 1) first = now;
  if (heard === count) tell?.({ first, last: now });
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

function openStream(url, key, event) {
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/graphql`, {
      agent,
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'text/event-stream' },
    });
    asking.on('error', reject);
    asking.on('response', (response) => {
      if (response.statusCode !== 200) return reject(new Error(`status ${response.statusCode}`));
      response.on('data', (chunk) => {
        if (String(chunk).includes('event: next')) event();
      });
      response.on('error', () => {});
      resolve();
    });
    asking.end(JSON.stringify({ query: QUERY }));
  });
}

function openSocket(url, key, event) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { authorization: `Bearer ${key}` },
      perMessageDeflate: false,
    });
    socket.on('error', reject);
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    socket.on('message', (data) => {
      const { type } = JSON.parse(String(data));
      if (type === 'next') event();
      if (type !== 'connection_ack') return;
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY } }));
      resolve();
    });
  });
}
