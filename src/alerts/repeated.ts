/** A job that is run again and again, never twice at once: when it says, or as soon as somebody asks for it. */

export interface Repeated {
  /** Runs it now, or once more after the run that is under way. */
  wake(): void;
  /** Resolves when no run is under way any more. */
  idle(): Promise<void>;
  /** Begins no more runs; resolves when the last is over. */
  stop(): Promise<void>;
}

/** `job` answers how many milliseconds later it is run again, and never rejects. */
export function createRepeated(job: () => Promise<number>): Repeated {
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    let wait = 0;
    do {
      isWanted = false;
      wait = await job();
    } while (isWanted && !isStopped);
    running = null;
    if (!isStopped) timer = setTimeout(wake, wait);
  }

  function wake(): void {
    isWanted = true;
    if (isStopped || running !== null) return;
    clearTimeout(timer);
    running = run();
  }

  return {
    wake,
    async idle() {
      await running;
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
