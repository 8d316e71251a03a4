/** Time as it passes for this process, which no clock that is set touches; a value that can be replaced in a test. */

export interface Timers {
  /** Milliseconds since some moment. */
  elapsed(): number;
  /** Does the job once, so much later, unless the answer is called before. */
  after(ms: number, job: () => void): () => void;
}

export const systemTimers: Timers = {
  elapsed: () => performance.now(),
  after(ms, job) {
    const timer = setTimeout(job, ms);
    return () => clearTimeout(timer);
  },
};
