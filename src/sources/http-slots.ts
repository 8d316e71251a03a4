/** How many calls of one source are under way at once; the others wait in the order they came, until they are called off. */

export interface Slots {
  /** Resolves when one is free. Rejects with the reason of the first signal that aborts before. */
  take(signals: readonly AbortSignal[]): Promise<void>;
  /** Leaves it to the next who waits. */
  give(): void;
}

export function createSlots(most: number): Slots {
  let free = most;
  /** A set keeps the order, and forgets those who left. */
  const waiting = new Set<() => void>();

  function wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(enter);
        reject(signal.reason);
      };
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      waiting.add(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  return {
    async take(signals) {
      for (const signal of signals) signal.throwIfAborted();
      if (free > 0) free--;
      else await wait(AbortSignal.any([...signals]));
    },
    give() {
      const [next] = waiting;
      if (next === undefined) {
        free++;
        return;
      }
      waiting.delete(next);
      next();
    },
  };
}
