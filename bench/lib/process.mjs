/** Processes of their own for servers and for load, each pinned to a core where that can be done. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

export const CORES = { server: '0', load: '1' };
/** Servers are slow to start where they make their data first. */
const PATIENCE_MS = 300_000;

export const canPin = cpus().length > 1 && spawnSync('taskset', ['-c', CORES.load, 'true']).status === 0;

/**
 * Runs `node ...args` on the core for `role`. It is ready once it prints what `ready` matches (the first group is its `said`), or without
 * `ready` once it sends its first message (see child.mjs), which is its `said`.
 */
export async function startProcess({ args, role, ready = null, env = {}, execArgv = [] }) {
  const command = [process.execPath, ...execArgv, ...args];
  const pinned = canPin ? ['taskset', '-c', CORES[role], ...command] : command;
  const child = spawn(pinned[0], pinned.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', ...env },
  });
  const output = keepEnd(child);
  const exited = once(child, 'exit');
  const said = await within(
    PATIENCE_MS,
    Promise.race([
      ready === null ? once(child, 'message').then(([{ ready: what }]) => what) : printed(child, ready),
      exited.then(([code]) => Promise.reject(new Error(`ended with ${code} before it was ready`))),
    ]),
  ).catch((error) => {
    child.kill('SIGKILL');
    throw new Error(`${args.join(' ')}: ${error.message}\n${output()}`);
  });
  return { said, pid: child.pid, output, ask: questions(child, output), usage: () => usageOf(child.pid), stop };

  async function stop() {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const killing = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await exited;
    clearTimeout(killing);
  }
}

/** CPU time in milliseconds and resident memory in bytes, now and at most; null where /proc is not there. */
export function usageOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in parentheses, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (name) => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
    // Clock ticks are hundredths of a second on every Linux that Node runs on.
    return {
      cpuMs: 10 * (Number(fields[11]) + Number(fields[12])),
      rss: kilobytes('VmRSS'),
      /** Of that: its own memory, and pages of files that the system may take back at any time, the store's above all. */
      rssAnon: kilobytes('RssAnon'),
      rssFile: kilobytes('RssFile'),
      maxRss: kilobytes('VmHWM'),
    };
  } catch {
    return null;
  }
}

function questions(child, output) {
  let id = 0;
  return (question) =>
    new Promise((resolve, reject) => {
      const mine = ++id;
      const end = (settle, what) => {
        child.off('message', onMessage).off('exit', onExit);
        settle(what);
      };
      const onMessage = (message) => {
        if (message.id !== mine) return;
        if (message.error === undefined) end(resolve, message.answer);
        else end(reject, new Error(message.error));
      };
      const onExit = () => end(reject, new Error(`it ended while it was asked\n${output()}`));
      child.on('message', onMessage).on('exit', onExit);
      child.send({ id: mine, question });
    });
}

function printed(child, pattern) {
  let text = '';
  return new Promise((resolve) => {
    const look = (chunk) => {
      text += chunk;
      const found = pattern.exec(text);
      if (found === null) return;
      for (const stream of [child.stdout, child.stderr]) stream.off('data', look);
      resolve(found[1] ?? found[0]);
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
  });
}

/** What it printed last, for when it fails. */
function keepEnd(child) {
  let end = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      end = (end + chunk).slice(-4_000);
    });
  }
  return () => end;
}

async function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
