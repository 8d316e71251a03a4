/** 1,000 idle subscribers, over WebSockets and as server-sent events: what each holds, and how soon all have an event. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp } from '../dist/app.js';
import { hashKey } from '../dist/auth/api-key.js';
import { limitsSection } from '../dist/config/limits.js';
import { createProblems } from '../dist/config/problems.js';
import { emptySnapshot } from '../dist/domain/snapshot.js';

const KEY = 'bench-key-0123456789';
const CLIENTS = 1_000;
const ROUNDS = 15;

export async function subscribers() {
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
  const gateway = await startGateway();
  // The clients are another process: their memory and time are their own.
  const clients = fork(fileURLToPath(new URL('./subscribers-clients.mjs', import.meta.url)), [], { execArgv: [] });
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

async function startGateway() {
  const dataDir = mkdtempSync(join(tmpdir(), 'license-gateway-bench-'));
  const kind = 'static';
  const { operation, traffic } = limitsSection({}, createProblems());
  let used = 0n;
  let begun = 0;
  const module = {
    kind,
    capabilities: [],
    edges: {},
    connect: () => ({
      read: async () => ({ ...emptySnapshot(new Date()), meters: [meter(used)] }),
      close: async () => {},
    }),
  };
  const lines = {
    write(line) {
      if (line.includes('a subscription begins')) begun++;
    },
  };
  const app = await createApp(
    {
      server: { host: '127.0.0.1', port: 0, tls: null, trustProxy: false, cors: [] },
      dataDir,
      store: { dataDir },
      auth: { apiKeys: [{ name: 'bench', role: 'ADMIN', sha256: hashKey(KEY), sources: null }], oidc: [] },
      graphql: { introspection: 'NOBODY', graphiql: false, persisted: null },
      limits: {
        operation,
        traffic: { ...traffic, eventLoopDelayMs: null, subscriptions: 2_000, sockets: 2_000, requests: 2_000 },
      },
      quota: { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [30] },
      telemetry: { metrics: { series: 2_000 }, otlp: null },
      alerts: { channels: [] },
      log: { level: 'silent' },
      sources: [
        { name: 'bench', kind, url: '', auth: {}, tls: {}, syncIntervalMs: 3_600_000, timeoutMs: 10_000, settings: {} },
      ],
    },
    { modules: [module], logger: pino({ level: 'debug' }, lines) },
  );
  await app.refresh('bench');
  return {
    url: app.url,
    async change() {
      used = (used + 1n) % 100n;
      await app.refresh('bench');
    },
    async listening(count) {
      while (begun < count) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: () => app.close().then(() => rmSync(dataDir, { recursive: true })),
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

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
