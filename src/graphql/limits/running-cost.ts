/** How much of what queries may cost runs at one moment in this process: what each reads is in memory until it is answered. */
import type { GraphQLError } from 'graphql';
import { abandoned, askAgainLater } from '../errors.js';

const MOST_RUNNING = 500_000;
const MOST_WAITING = 1_000;

export interface RunningCost {
  /**
   * Resolves when there is room for so much, first come first served, to what gives the room back (more than once is as
   * once). Rejects with ABANDONED when the signal aborts before its turn, and with OVERLOADED when too many wait already.
   */
  enter(cost: number, signal: AbortSignal): Promise<() => void>;
}

interface Turn {
  readonly cost: number;
  begin(): void;
}

/** One that costs more than may run at once runs alone. */
export function createRunningCost(mostRunning = MOST_RUNNING, mostWaiting = MOST_WAITING): RunningCost {
  const waiting = new Set<Turn>();
  let running = 0;

  const hasRoom = (cost: number) => running === 0 || running + cost <= mostRunning;

  function begin(cost: number): () => void {
    running += cost;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      running -= cost;
      callNext();
    };
  }

  /** A small one behind a large one waits, too: else the large one would never have its turn. */
  function callNext(): void {
    for (const turn of waiting) {
      if (!hasRoom(turn.cost)) return;
      waiting.delete(turn);
      turn.begin();
    }
  }

  return {
    async enter(cost, signal) {
      if (signal.aborted) throw abandoned();
      if (waiting.size === 0 && hasRoom(cost)) return begin(cost);
      if (waiting.size >= mostWaiting) throw overloaded();
      return new Promise((resolve, reject) => {
        const turn: Turn = {
          cost,
          begin() {
            signal.removeEventListener('abort', leave);
            resolve(begin(cost));
          },
        };
        function leave() {
          waiting.delete(turn);
          reject(abandoned());
          callNext();
        }
        waiting.add(turn);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
  };
}

function overloaded(): GraphQLError {
  return askAgainLater('the gateway has more to read than it can at once; try again in a second, or ask for less', {
    code: 'OVERLOADED',
    status: 503,
    seconds: 1,
  });
}
