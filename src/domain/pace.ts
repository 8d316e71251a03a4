/** Long reads in slices, so that the event loop serves others in between. */
import { setImmediate } from 'node:timers/promises';

const SLICE_MS = 8;

/** Call it between chunks of work that may become many; it waits only when this slice is used up. */
export function createPace(): () => Promise<void> {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < SLICE_MS) return;
    await setImmediate();
    started = performance.now();
  };
}
