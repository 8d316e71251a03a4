/** Makes one action of many calls for it, and never begins the next before the one under way has ended. */
export interface Gatherer {
  tell(): void;
  /** Nothing is begun any more. */
  stop(): void;
}

/** `act` is called so long after the first call; what is called for while it runs is done once, after it. */
export function gatherer(afterMs: number, act: () => Promise<unknown>): Gatherer {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isDue = false;
  let isStopped = false;
  function tell() {
    if (isStopped) return;
    if (isRunning) isDue = true;
    else waiting ??= setTimeout(begin, afterMs);
  }
  async function begin() {
    waiting = undefined;
    isRunning = true;
    await act();
    isRunning = false;
    if (!isDue) return;
    isDue = false;
    tell();
  }
  return {
    tell,
    stop() {
      isStopped = true;
      clearTimeout(waiting);
    },
  };
}
