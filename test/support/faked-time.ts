/** Time that passes when a test says so, beside real input and output. */
import type { Timers } from '../../src/sync/timers.js';

export interface FakedTime {
  readonly timers: Timers;
  /** Lets time pass in steps, and what they bring about happen, until the expectation holds. */
  until(stepMs: number, expectation: () => unknown): Promise<void>;
  /** The result, for whose sake time passes in steps. */
  awaited<T>(stepMs: number, result: Promise<T>): Promise<T>;
  /** Lets so much pass, in steps. */
  pass(ms: number, stepMs: number): Promise<void>;
}

/** Of the event loop, in which what is not the store's is done. */
const TURNS = 5;
const MOST_STEPS = 10_000;

/** `isBusy`: whether something is under way that takes no time here, as the store's work. */
export function fakedTime(isBusy: () => boolean): FakedTime {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly job: () => void }>();
  const step = async (ms: number) => {
    now += ms;
    for (const each of [...waiting].sort((a, b) => a.at - b.at)) {
      if (each.at > now || !waiting.delete(each)) continue;
      each.job();
    }
    do {
      for (let turn = 0; turn < TURNS; turn++) await new Promise(setImmediate);
    } while (isBusy());
  };
  const self: FakedTime = {
    timers: {
      elapsed: () => now,
      after(ms, job) {
        const own = { at: now + ms, job };
        waiting.add(own);
        return () => void waiting.delete(own);
      },
    },
    async until(stepMs, expectation) {
      for (let left = MOST_STEPS; ; left--) {
        try {
          return void (await expectation());
        } catch (error) {
          if (left === 0) throw error;
          await step(stepMs);
        }
      }
    },
    async awaited(stepMs, result) {
      let isSettled = false;
      const settled = () => {
        isSettled = true;
      };
      result.then(settled, settled);
      await self.until(stepMs, () => {
        if (!isSettled) throw new Error('it never came to an end');
      });
      return result;
    },
    async pass(ms, stepMs) {
      for (let passed = 0; passed < ms; passed += stepMs) await step(stepMs);
    },
  };
  return self;
}
