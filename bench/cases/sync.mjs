/**
 * Syncs of a Keygen account against a script that fetches the same pages and parses them: the first, one that finds nothing
 * new, one that finds one license changed; what the gateway's event loop waits meanwhile, and how much memory it takes.
 */
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE } from '../lib/lab.mjs';
import { CORES, canPin } from '../lib/process.mjs';
import { productRoot } from '../lib/product.mjs';
import { versus } from '../lib/rows.mjs';
import { median } from '../lib/statistics.mjs';
import { estateOf } from './sync/estate.mjs';

const KEY = 'bench-key-0123456789';
const LONGEST_MS = 600_000;
const here = (path) => new URL(path, import.meta.url).pathname;

export const about =
  'syncs of a Keygen account against fetching and parsing the same pages; event loop and memory meanwhile';

/** A first sync of ten times as many takes longer than a round may. */
const MOST = 10_000;

export async function run(lab) {
  const rows = [];
  for (const size of lab.sizes.filter((each) => each <= MOST)) rows.push(...(await ofSize(lab, size)));
  return rows;
}

async function ofSize(lab, size) {
  const { pages, index } = await estateOf(size, CACHE);
  const vendor = child(here('sync/vendor.mjs'), [pages, index], { core: CORES.load });
  const { url } = await vendor.answer();
  const ms = { first: [], same: [], one: [] };
  const script = { first: [], same: [], one: [] };
  const wrote = { first: 0, same: 0, one: 0 };
  const delay = [];
  const memory = [];
  for (let round = 0; round < lab.rounds; round++) {
    const dataDir = mkdtempSync(join(tmpdir(), 'license-gateway-bench-'));
    const gateway = await startGateway(url, dataDir);
    const measured = async (name, work) => {
      script[name].push(await scripted(url));
      await vendor.ask({});
      if (name !== 'first') await gateway.probe();
      const { at, inserted, ended } = await work();
      const { firstAt } = await vendor.ask({});
      const used = await gateway.probe();
      ms[name].push(at - firstAt);
      wrote[name] = inserted + ended;
      lab.say(
        `${size}, ${name}: ${(at - firstAt).toFixed(0)} ms, ${used.cpuMs.toFixed(0)} ms of the processor, ${inserted} + ${ended} documents, event loop ${used.delayMs.p999.toFixed(0)} ms, ${(used.peakRss / 1e6).toFixed(0)} MB at most, ${(used.anon / 1e6).toFixed(0)} MB its own`,
      );
      return used;
    };
    try {
      const used = await measured('first', () => {
        gateway.go();
        return gateway.synced();
      });
      delay.push(used.delayMs.p999);
      await measured('same', () => gateway.refresh());
      await vendor.ask({ rename: Math.floor(size / 2) });
      memory.push((await measured('one', () => gateway.refresh())).peakRss / 1e6);
    } finally {
      await gateway.close();
      rmSync(dataDir, { recursive: true });
    }
  }
  await vendor.close();
  lab.plot('sync', size, median(ms.first));
  lab.plot('sync', size, median(script.first), 'floor');
  const row = (name, of, goal) =>
    versus({
      name: of,
      ours: ms[name],
      theirs: script[name],
      goal,
      unit: 'ms',
      detail: `${wrote[name]} documents written or ended`,
    });
  return [
    row('first', `first sync of ${size} licenses / fetch and parse`, '<=1.5'),
    row('same', `sync of ${size} unchanged licenses / fetch and parse`, '<=1.1'),
    row('one', `sync of ${size} licenses, one of them changed / fetch and parse`, '<=1.1'),
    versus({
      name: `event loop p99.9 in the first sync of ${size} / 50 ms`,
      ours: delay,
      theirs: delay.map(() => 50),
      goal: '<=1',
      unit: 'ms',
    }),
    versus({
      name: `memory after syncs of ${size} / 200 MB`,
      ours: memory,
      theirs: memory.map(() => 200),
      goal: '<=1',
      unit: 'MB',
    }),
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
    started = child(fileURLToPath(new URL('bin/license-gateway.js', productRoot)), ['start', '--config', config], {
      core: CORES.server,
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
  const script = child(here('sync/script.mjs'), [url], { core: CORES.server });
  await script.answer();
  const { ms } = await script.ask({});
  await script.close();
  return ms;
}

function child(file, args, { core, nodeArgs = [], line = () => {} }) {
  const forked = fork(file, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    ...(canPin
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
