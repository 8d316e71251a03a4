/** Whose queries run at one moment: who asks for much at once waits for its own, and others pass. */
import { createRunningCost } from './running-cost.js';

/** Of one caller: as much as the dearest operation by default. The gateway has one thread, so more at once would end no sooner. */
const MOST_OF_ONE = 100_000;
/** What costs no more than this waits for nothing: a page of a person beside the crawl of a script that has the same key. */
const SMALL = 1_000;

export interface CallersTurns {
  /** As RunningCost.enter: a caller's turn among its own queries comes first, then its turn among all. */
  enter(caller: string, cost: number, signal: AbortSignal): Promise<() => void>;
}

export function createCallersTurns({
  small = SMALL,
  mostOfOne = MOST_OF_ONE,
  all = createRunningCost(),
} = {}): CallersTurns {
  const callers = new Map<string, { readonly own: ReturnType<typeof createRunningCost>; present: number }>();

  /** Answers how to leave; the last to leave is forgotten with all that was counted of the caller. */
  function arrive(name: string) {
    const caller = callers.get(name) ?? { own: createRunningCost(mostOfOne), present: 0 };
    callers.set(name, caller);
    caller.present++;
    let isGone = false;
    const leave = () => {
      if (isGone) return;
      isGone = true;
      caller.present--;
      if (caller.present === 0) callers.delete(name);
    };
    return { own: caller.own, leave };
  }

  return {
    async enter(name, cost, signal) {
      if (cost <= small) return () => {};
      const { own, leave } = arrive(name);
      let endOwn = () => {};
      try {
        endOwn = await own.enter(cost, signal);
        const endAll = await all.enter(cost, signal);
        return () => {
          endAll();
          endOwn();
          leave();
        };
      } catch (refused) {
        endOwn();
        leave();
        throw refused;
      }
    },
  };
}
