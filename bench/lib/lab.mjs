/**
 * What a case works with. A case is a file in bench/cases that exports `about`, one line, and `run(lab)`, which resolves with rows made by
 * `versus` of rows.mjs. It starts servers by `lab.server` and `lab.gateway`; what it does not stop is stopped after it.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProcess } from './process.mjs';
import { SPANS } from './profiles.mjs';

export const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));
export const PROFILES = join(CACHE, 'profiles');
const GATEWAY = new URL('./gateway-process.mjs', import.meta.url).pathname;
const LOAD = new URL('./load.mjs', import.meta.url).pathname;

export function createLab({ name, isQuick, isOnce, isAlone, isProfiled, say }) {
  const running = new Set();
  const closings = [];
  const points = [];
  // Of two commits compared, each run is one round.
  const rounds = isQuick || isOnce || isAlone ? 1 : 3;
  let loader;

  async function start(server, options) {
    const started = await startProcess(options);
    const stop = async () => {
      running.delete(stop);
      await started.stop();
    };
    running.add(stop);
    return { ...started, name: server, stop };
  }

  function profileDirectory(server) {
    const directory = join(PROFILES, name, server.replaceAll(/\W+/g, '-'));
    mkdirSync(directory, { recursive: true });
    return directory;
  }

  function profiling(server) {
    return isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${profileDirectory(server)}`] : [];
  }

  /** Of a server under load only that time counts, not its start. */
  function loaded(server, span) {
    if (isProfiled) appendFileSync(join(profileDirectory(server.name), SPANS), `${JSON.stringify(span)}\n`);
  }

  return {
    isQuick,
    /** Peers are left out: two commits are compared by their own figures. */
    isAlone,
    /** Numbers of licenses for whatever is shown as work grows. */
    sizes: isQuick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000],
    rounds,
    /** One line for the person who waits. */
    say: (line) => say(`${name}: ${line}`),
    /** A process on the servers' core: `{ args, ready, env }` as startProcess takes them. */
    server: (server, options) => start(server, { ...options, role: 'server', execArgv: profiling(server) }),
    /** A process on the core of load and upstreams. */
    client: (client, options) => start(client, { ...options, role: 'load' }),
    /** A gateway on the servers' core over a static source; `estate` names what it says as `{ module, name, args }`; `said` is its url. */
    gateway: (server, estate, options = {}) =>
      start(server, {
        args: [GATEWAY, JSON.stringify({ estate, options })],
        role: 'server',
        execArgv: profiling(server),
      }),
    /**
     * Load on one of the servers: `{ url, path, headers, requests: { module, name, args, from }, seconds, connections }`, where the module's
     * function makes one that answers the body of request 0, 1, 2, … Resolves with what load.mjs tells, and the server's CPU time a request.
     */
    async load(server, question) {
      loader ??= start('load', { args: [LOAD], role: 'load' });
      const began = microseconds();
      const before = server.usage();
      const figures = await (await loader).ask({
        connections: 10,
        ...question,
        seconds: question.seconds ?? (isQuick ? 2 : 5),
      });
      const after = server.usage();
      if (question.isWarmUp !== true) loaded(server, [began, microseconds()]);
      return { ...figures, cpuMs: before === null ? null : (after.cpuMs - before.cpuMs) / figures.count };
    },
    /**
     * Measures all contestants once a round, in turn, so that a slow moment of the machine meets each: `{ ours: () => figure, theirs: … }` comes
     * back as `{ ours: [figure, …], theirs: [figure, …] }`.
     */
    async interleaved(contestants) {
      const figures = Object.fromEntries(Object.keys(contestants).map((key) => [key, []]));
      for (let round = 0; round < rounds; round++) {
        for (const [key, measure] of Object.entries(contestants)) figures[key].push(await measure(round));
      }
      return figures;
    },
    /** A point of the plot of cost as work grows; panels are 'page', 'sync', 'memory' and 'start' (ms, but MB of memory), series 'gateway' and 'floor'. */
    plot: (panel, size, value, series = 'gateway') => points.push({ panel, size, value, series }),
    points,
    /** Runs after the case, when all its processes have ended. */
    onClose: (closing) => closings.push(closing),
    async close() {
      for (const stop of [...running]) await stop();
      for (const closing of closings) await closing();
    },
  };
}

/** On the clock that profiles go by. */
function microseconds() {
  return Number(process.hrtime.bigint() / 1_000n);
}
