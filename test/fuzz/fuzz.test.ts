/** Random requests of every form against the whole gateway: none may end in a fault. `npm run soak` sends many more of them. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { growthOf, heldNow } from './memory.js';
import { type FuzzRequest, fuzzRequests } from './requests.js';
import { createSender, type Sender } from './send.js';
import { verdictOf } from './verdict.js';
import { type RunningWorld, startWorld } from './world.js';

const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261);
/** After so many the emulators begin anew: what is deleted can be deleted only once. */
const BLOCK = 1_000;
/** Fewer say nothing of memory: what is made once and kept is still being made. */
const ENOUGH_FOR_MEMORY = 20_000;
const MOST_GROWTH = 0.05;
/** Connections that are kept for the next request come and go. */
const MOST_MORE_HANDLES = 0.3;

let world: RunningWorld;
let sender: Sender;
beforeAll(async () => {
  world = await startWorld();
  sender = createSender(world.gateway.url);
});
afterAll(async () => {
  sender?.close();
  await world?.close();
});

it(
  `answers ${RUNS} random requests without a fault, shows no secret and nothing inner, and is none the worse for it`,
  async () => {
    const outcomes = new Map<string, number>();
    const answered = new Set<string>();
    const held = [];
    for (let done = 0; done < RUNS; done += BLOCK) {
      const parameters = { seed: SEED + done, numRuns: Math.min(BLOCK, RUNS - done), endOnFailure: true };
      await fc.assert(
        fc.asyncProperty(fuzzRequests(world), async (request) => {
          const answer = await sender.send(request);
          const { problem, outcome } = verdictOf(answer, world.urls);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          if (outcome === 'data') for (const field of request.asks) answered.add(field);
          const faults = world.faults();
          if (problem !== null || faults.length > 0) throw new Error(report(problem, request, answer.text, faults));
        }),
        parameters,
      );
      await world.reset();
      if (RUNS >= ENOUGH_FOR_MEMORY) {
        held.push(heldNow());
        tell(done + BLOCK, held.at(-1), outcomes);
      }
    }
    // Else it would have been refused all along, and have tried nothing.
    expect((outcomes.get('data') ?? 0) / RUNS).toBeGreaterThan(0.2);
    expect(answered.size / rootFields()).toBeGreaterThan(0.9);
    expect((await world.gateway.ask('{ sources { totalCount } }')).data).toEqual({ sources: { totalCount: 3 } });
    if (held.length === 0) return;
    expect(growthOf(held.map(({ heapBytes }) => heapBytes))).toBeLessThan(MOST_GROWTH);
    expect(growthOf(held.map(({ handles }) => handles))).toBeLessThan(MOST_MORE_HANDLES);
  },
  60_000 + RUNS * 60,
);

function rootFields(): number {
  const types = [world.schema.getQueryType(), world.schema.getMutationType()];
  return types.reduce((sum, type) => sum + Object.keys(type?.getFields() ?? {}).length, 0);
}

function report(
  problem: string | null,
  { method, path, headers, body }: FuzzRequest,
  answer: string,
  faults: readonly string[],
): string {
  const sent = body === null ? '' : Buffer.from(body).toString('utf8').slice(0, 4_000);
  return [
    problem ?? 'a fault was logged',
    `${method} ${path}`,
    JSON.stringify(headers),
    sent,
    `answer: ${answer.slice(0, 1_000)}`,
    ...faults.map((fault) => `log: ${fault}`),
  ].join('\n');
}

function tell(done: number, held: ReturnType<typeof heldNow> | undefined, outcomes: ReadonlyMap<string, number>): void {
  if (done % 10_000 !== 0 || held === undefined) return;
  const megabytes = (held.heapBytes / 2 ** 20).toFixed(1);
  const counts = [...outcomes].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
  process.stdout.write(`${done}: heap ${megabytes} MiB, ${held.handles} file handles; ${counts.join(', ')}\n`);
}
