/** Long reads in slices, so that the event loop serves others in between. */
import { setImmediate } from 'node:timers/promises';

const SLICE_MS = 8;

/**
 * Call it between chunks of work that may become many; it waits only when this slice is used up. Several that work side by
 * side share their slices where they share it.
 */
export function createPace(): () => Promise<void> {
  let started = performance.now();
  let turn: Promise<void> | null = null;
  async function next(): Promise<void> {
    await setImmediate();
    started = performance.now();
    turn = null;
  }
  return async () => {
    while (performance.now() - started >= SLICE_MS) {
      turn ??= next();
      await turn;
    }
  };
}
