/**
 * Syncs of a Keygen account against a script that fetches the same pages and parses them: the first, one that finds nothing
 * new, one that finds one license changed; what the gateway's event loop waits meanwhile, and how much memory it takes.
 */
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { estateOf } from './sync/estate.mjs';

const KEY = 'bench-key-0123456789';
const LONGEST_MS = 600_000;
const here = (path) => new URL(path, import.meta.url).pathname;

/** `rounds`: of each figure the median of so many. */
export async function syncs(sizes = [1_000, 10_000, 100_000], rounds = 3) {
  const rows = [];
  for (const size of sizes) rows.push(...(await ofSize(size, rounds)));
  return rows;
}

async function ofSize(size, rounds) {
  const { pages, index } = await estateOf(size, '.cache/bench');
  const vendor = child(here('sync/vendor.mjs'), [pages, index], { core: 1 });
  const { url } = await vendor.answer();
  const times = { script: [], first: [], same: [], one: [] };
  const wrote = { first: 0, same: 0, one: 0 };
  const worst = { delay: 0, peak: 0, anon: 0 };
  const script = () => scripted(url);
  for (let round = 0; round < rounds; round++) {
    const dataDir = mkdtempSync(join(tmpdir(), 'license-gateway-bench-'));
    const gateway = await startGateway(url, dataDir);
    const seen = async (name, work) => {
      times.script.push(await script());
      await vendor.ask({});
      if (name !== 'first') await gateway.probe();
      const { at, inserted, ended } = await work();
      const { firstAt } = await vendor.ask({});
      const { delayMs, cpuMs, peakRss, anon } = await gateway.probe();
      const ms = at - firstAt;
      times[name].push({ ms, cpuMs });
      wrote[name] = Math.max(wrote[name], inserted + ended);
      worst.delay = Math.max(worst.delay, delayMs.p999);
      worst.peak = Math.max(worst.peak, peakRss);
      worst.anon = Math.max(worst.anon, anon);
      note(size, name, { ms, cpuMs, inserted, ended, ...delayMs, peakRss, anon });
    };
    try {
      await seen('first', () => {
        gateway.go();
        return gateway.synced();
      });
      await seen('same', () => gateway.refresh());
      await vendor.ask({ rename: Math.floor(size / 2) });
      await seen('one', () => gateway.refresh());
    } finally {
      await gateway.close();
      rmSync(dataDir, { recursive: true });
    }
  }
  await vendor.close();
  const scriptMs = median(times.script.map(({ ms }) => ms));
  const against = (name) => median(times[name].map(({ ms }) => ms)) / scriptMs;
  const detail = (name) =>
    `${median(times[name].map(({ ms }) => ms)).toFixed(0)} ms / ${scriptMs.toFixed(0)} ms, ${wrote[name]} documents written or ended`;
  const of = `${size} licenses`;
  return [
    { name: `first sync of ${of} / fetch and parse`, ratio: against('first'), goal: '<=1.5', detail: detail('first') },
    {
      name: `unchanged sync of ${of} / fetch and parse`,
      ratio: against('same'),
      goal: '<=1.1',
      detail: detail('same'),
    },
    {
      name: `one of ${of} changed / unchanged`,
      ratio: against('one') / against('same'),
      goal: '<=1.1',
      detail: detail('one'),
    },
    {
      name: `event loop p99.9 in syncs of ${of} / 50 ms`,
      ratio: worst.delay / 50,
      goal: '<=1',
      detail: `${worst.delay.toFixed(0)} ms`,
    },
    {
      name: `largest memory in syncs of ${of} / 200 MB`,
      ratio: worst.peak / 200e6,
      goal: '<=1',
      detail: `${(worst.peak / 1e6).toFixed(0)} MB resident at most`,
    },
  ];
}

async function startGateway(url, dataDir) {
  const config = join(dataDir, 'config.json');
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(
    config,
    JSON.stringify({
      server: { port: 0 },
      store: { dataDir: join(dataDir, 'store') },
      auth: { apiKeys: [{ name: 'bench', role: 'admin', key: KEY }] },
      limits: { eventLoopDelay: null },
      sources: [
        {
          name: 'keygen',
          kind: 'keygen',
          url,
          auth: { token: 'admin-demo' },
          settings: { account: 'demo' },
          syncInterval: '24h',
        },
      ],
    }),
  );
  let started;
  const log = [];
  const waiting = [];
  const gateway = { go() {} };
  gateway.go = () => {
    const args = [
      '--import',
      here('sync/probe.mjs'),
      ...(process.env.BENCH_NODE_ARGS ?? '').split(' ').filter(Boolean),
    ];
    started = child(here('../bin/license-gateway.js'), ['start', '--config', config], {
      core: 0,
      nodeArgs: args,
      line,
    });
  };
  let address;
  function line(text) {
    address ??= /listens on (\S+)/.exec(text)?.[1];
    // From here on it reads; what came before was its start.
    if (text.startsWith('reading ')) gateway.probe();
    if (!text.startsWith('{')) return;
    const entry = JSON.parse(text);
    log.push(entry);
    if (entry.level >= 40) process.stderr.write(`${text}\n`);
    for (const waiter of waiting.splice(0)) waiter();
  }
  async function logged(test) {
    for (const until = Date.now() + LONGEST_MS; Date.now() < until; ) {
      const found = log.findIndex(test);
      if (found >= 0) return log.splice(found, 1)[0];
      await new Promise((resolve) => waiting.push(resolve));
    }
    throw new Error('the gateway did not sync');
  }
  gateway.synced = async () => {
    const { time, inserted, ended } = await logged(({ msg }) => msg === 'synced');
    return { at: new Date(time).getTime(), inserted, ended };
  };
  gateway.refresh = async () => {
    const response = fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({
        query: 'mutation { refreshSource(input: { sourceId: "Source:keygen" }) { errors { code message } } }',
      }),
    });
    const synced = await gateway.synced();
    const answer = await (await response).json();
    if (answer.errors || answer.data.refreshSource.errors.length > 0) throw new Error(JSON.stringify(answer));
    return synced;
  };
  gateway.probe = async () => (started === undefined ? null : started.ask({}));
  gateway.close = async () => started.close('SIGTERM');
  return gateway;
}

/** A fresh process each time, as the gateway's is. */
async function scripted(url) {
  const script = child(here('sync/script.mjs'), [url], { core: 0 });
  await script.answer();
  const result = await script.ask({});
  await script.close();
  return result;
}

function child(file, args, { core, nodeArgs = [], line = () => {} }) {
  const pinned = process.platform === 'linux';
  const forked = fork(file, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    ...(pinned
      ? { execPath: 'taskset', execArgv: ['-c', String(core), process.execPath, ...nodeArgs] }
      : { execArgv: nodeArgs }),
  });
  for (const stream of [forked.stdout, forked.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      for (const each of lines) {
        line(each);
      }
    });
  }
  const answers = [];
  const waiting = [];
  forked.on('message', (message) => (waiting.shift() ?? ((late) => answers.push(late)))(message));
  const exited = new Promise((resolve) => forked.on('exit', resolve));
  forked.on('exit', (code) => {
    if (code) throw new Error(`${file} ended with ${code}`);
  });
  const answer = async () => answers.shift() ?? new Promise((resolve) => waiting.push(resolve));
  return {
    answer,
    ask(message) {
      forked.send(message);
      return answer();
    },
    async close(signal) {
      if (signal === undefined) forked.disconnect();
      else forked.kill(signal);
      await exited;
    },
  };
}

function note(size, name, figures) {
  const shown = Object.entries(figures).map(
    ([key, value]) => `${key} ${value > 1e6 ? `${(value / 1e6).toFixed(0)}M` : Math.round(value * 10) / 10}`,
  );
  process.stderr.write(`${size} ${name}: ${shown.join(', ')}\n`);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

if (process.argv[1] === here('sync.mjs')) {
  const [sizes = '1000,10000,100000', rounds = '1'] = process.argv.slice(2);
  const rows = await syncs(sizes.split(',').map(Number), Number(rounds));
  console.table(rows.map(({ ratio, ...row }) => ({ ...row, ratio: ratio.toFixed(2) })));
}
