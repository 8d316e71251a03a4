/** The embedded store killed at random moments under load, a hundred times: it opens each time, with all that was acknowledged. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbeddedRepo } from '../../src/store/embedded/repo.js';
import { things } from '../contracts/repo.arbitraries.js';

const KILLS = Number(process.env.SOAK_KILLS ?? 100);
const LONGEST_RUN_MS = 400;
const BATCH = 150;
const WRITER = resolve(import.meta.dirname, '../support/store-writer.mjs');

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'license-gateway-kills-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

it(
  `loses nothing in ${KILLS} kills, and opens after each`,
  async () => {
    let torn = 0;
    let written = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const acknowledged = await writeAndKill(Math.random() * LONGEST_RUN_MS);
      const repo = await openEmbeddedRepo({ dir, collections: [things] });
      for (const batch of acknowledged) {
        const ids = Array.from({ length: BATCH }, (_, n) => `b${batch}n${n}`);
        const docs = await repo.getMany('things', ids);
        expect(docs.filter((doc) => doc === null)).toEqual([]);
        expect(docs.filter((doc) => doc?.until === 9)).toHaveLength(50);
      }
      const count = await repo.count('things', { anyOf: [{ source: 's1' }] });
      // A batch is there whole or not at all.
      expect(count % BATCH).toBe(0);
      const tally = Number((await repo.get('things', 'tally'))?.batches ?? 0);
      if (tally !== count / BATCH) torn++;
      written += acknowledged.length;
      // Begins anew now and then: it is about kills, not about size.
      if (kill % 10 === 9) {
        await repo.deleteWhere('things', { source: 's1' });
        await repo.deleteWhere('things', { _id: 'tally' });
      } else if (tally !== count / BATCH) await repo.bump('things', 'tally', { batches: count / BATCH - tally });
      await repo.close();
    }
    // Otherwise no kill met a write under way, and nothing was shown.
    expect([written > KILLS, torn > 0]).toEqual([true, true]);
  },
  KILLS * 20_000,
);

/** Kills the writer so long after its first acknowledgement; answers what it had acknowledged. */
async function writeAndKill(afterMs: number): Promise<number[]> {
  const child = spawn(process.execPath, [WRITER, dir, JSON.stringify([things]), 'write'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const acknowledged: number[] = [];
  let armed = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('acknowledged')) return;
    acknowledged.push(Number(line.split(' ')[1]));
    if (armed) return;
    armed = true;
    setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  const [, signal] = await closed;
  // A writer that ends by itself could not open its store, or write to it.
  expect(signal).toBe('SIGKILL');
  return acknowledged;
}
