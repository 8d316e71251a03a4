/** Servers that answer the same operation, side by side: their answers are held against ours, they are warmed up, then asked in turn. */
import { isDeepStrictEqual } from 'node:util';
import { operations, varied } from './operations.mjs';

const REQUESTS = new URL('./operations.mjs', import.meta.url).href;

/** What of an answer is each server's own: the text of cursors. */
export function comparable(answer) {
  return JSON.parse(JSON.stringify(answer), (key, value) => (key === 'endCursor' ? typeof value : value));
}

/** Throws unless the server answers three of the varied requests as the other does. */
export async function assertSameAnswers({ operation, ours, theirs, askOurs, askTheirs }) {
  for (const i of [0, 1, 4_321]) {
    const [own, other] = await Promise.all([
      askOurs(operations[operation], varied(operation, ours)(i).variables),
      askTheirs(operations[operation], varied(operation, theirs)(i).variables),
    ]);
    if (isDeepStrictEqual(comparable(own), comparable(other))) continue;
    throw new Error(`request ${i} of ${operation} is answered differently:\n${difference(own, other)}`);
  }
}

/** The first place at which they differ, as text. */
function difference(own, other) {
  const [a, b] = [own, other].map((answer) => JSON.stringify(comparable(answer)));
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return [a, b].map((text) => text.slice(Math.max(0, at - 200), at + 200)).join('\n');
}

/**
 * `contestants` are `{ server, how: 'varied' | 'repeated', known, headers, path }` by name, or `{ server, requests: { module, name, args } }`. Resolves with what the load tells of each, a list
 * with an entry a round.
 */
export async function contest(lab, operation, contestants, options = {}) {
  const made = new Map();
  const question = ({ server, how, known, path, headers, mayRefuse, requests }) => ({
    url: server.said,
    ...{ path, headers, mayRefuse, ...options },
    requests: {
      ...(requests ?? { module: REQUESTS, name: how, args: [operation, known] }),
      from: made.get(server) ?? 0,
    },
  });
  const load = async (contestant, warmUp = {}) => {
    const figures = await lab.load(contestant.server, { ...question(contestant), ...warmUp });
    // Nothing is asked twice of the same server.
    made.set(contestant.server, figures.made);
    return figures;
  };
  for (const [name, contestant] of Object.entries(contestants)) {
    lab.say(`${operation}: warming up ${name}`);
    await load(contestant, { isWarmUp: true, seconds: lab.isQuick ? 3 : 4 });
  }
  lab.say(`${operation}: rounds`);
  return lab.interleaved(
    Object.fromEntries(Object.entries(contestants).map(([name, contestant]) => [name, () => load(contestant)])),
  );
}

export function rates(rounds) {
  return rounds?.map(({ perSecond }) => perSecond);
}

/** What the load told of each in its last round, as text. */
export function figuresOf(...contestants) {
  const parts = contestants.flatMap((rounds) => {
    if (rounds === undefined) return [];
    const { p50, p99, cpuMs, bytes, busy } = rounds.at(-1);
    const refused = rounds.reduce((sum, round) => sum + round.refused, 0);
    const limit = `${busy > 0.9 ? ', load at its limit' : ''}${refused > 0 ? `, ${refused} turned away` : ''}`;
    return `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${cpuMs?.toFixed(2)} ms CPU, ${(bytes / 1000).toFixed(0)} kB${limit}`;
  });
  return parts.join(' / ');
}
