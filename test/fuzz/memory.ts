/** What the process holds after it has thrown away what it can, and whether that grows. */
import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Held {
  readonly heapBytes: number;
  /** Open files and sockets; 0 where the system does not say. */
  readonly handles: number;
}

export function heldNow(): Held {
  collectGarbage();
  return { heapBytes: process.memoryUsage().heapUsed, handles: openHandles() };
}

/** From the second quarter's median to the last one's, as a part of the former: the first quarter fills what is kept on purpose. */
export function growthOf(samples: readonly number[]): number {
  const quarter = Math.floor(samples.length / 4);
  const before = median(samples.slice(quarter, 2 * quarter));
  const after = median(samples.slice(-quarter));
  return before === 0 ? 0 : (after - before) / before;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What finalizers let go in the first is collected in the second.
  collect();
  collect();
}

function openHandles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
