/** Where the time of a profiled process went: self time by function, the most expensive first. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the profiles: spans of time under load, a line each. Without it all of the process's life counts. */
export const SPANS = 'spans.jsonl';
const SHOWN = 15;

/** A line for each of the costliest functions of each server of the case. */
export function profileLines(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory).flatMap((server) => {
    const names = readdirSync(join(directory, server));
    const textOf = (name) => readFileSync(join(directory, server, name), 'utf8');
    const profiles = names.filter((name) => name !== SPANS).map((name) => JSON.parse(textOf(name)));
    const spans = names.includes(SPANS)
      ? textOf(SPANS)
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : null;
    const costly = sharesOf(profiles, spans).slice(0, SHOWN);
    return [`${server}:`, ...costly.map(({ share, where }) => `  ${(100 * share).toFixed(1).padStart(5)} %  ${where}`)];
  });
}

/** Shares of the time in which the process was not idle; `spans` are [from, to] in microseconds of the profiles' clock. */
export function sharesOf(profiles, spans = null) {
  const times = new Map();
  for (const { nodes, samples, timeDeltas, startTime } of profiles) {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    let now = startTime;
    samples.forEach((id, i) => {
      now += timeDeltas[i];
      if (spans !== null && !spans.some(([from, to]) => now >= from && now <= to)) return;
      const where = placeOf(byId.get(id).callFrame);
      times.set(where, (times.get(where) ?? 0) + Math.max(0, timeDeltas[i]));
    });
  }
  for (const idle of ['(idle)', '(program)', '(root)']) times.delete(idle);
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].map(([where, time]) => ({ where, share: time / total })).sort((a, b) => b.share - a.share);
}

function placeOf({ functionName, url, lineNumber }) {
  const name = functionName === '' ? '(anonymous)' : functionName;
  if (url === '') return name;
  const place = url
    .replace(/^.*\/node_modules\//, '')
    .replace(/^.*\/dist\//, 'dist/')
    .replace(/^file:\/\//, '');
  return `${name}  ${place}:${lineNumber + 1}`;
}
