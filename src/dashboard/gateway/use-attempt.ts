/** One change that is tried: never twice at once, and how it ended. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { RefusalPartsFragment } from '../generated/graphql.js';

export interface Attempt {
  readonly isRunning: boolean;
  /** Why the last one was refused; empty while nothing was. */
  readonly refusals: readonly RefusalPartsFragment[];
  /** Why the last one could not be told the end of. */
  readonly error: unknown;
  /** Tries it, and answers whether it was done. `change` answers the refusals. Does nothing while one is under way. */
  run(change: () => Promise<readonly RefusalPartsFragment[]>): Promise<boolean>;
  /** Forgets how the last one ended. */
  reset(): void;
}

interface End {
  readonly refusals: readonly RefusalPartsFragment[];
  readonly error: unknown;
}
const NOTHING: End = { refusals: [], error: null };

export function useAttempt(): Attempt {
  // Beside the state, which is known only after the next rendering: too late for a double click.
  const running = useRef(false);
  const [isRunning, setIsRunning] = useState(false);
  const [end, setEnd] = useState(NOTHING);

  const run = useCallback(async (change: () => Promise<readonly RefusalPartsFragment[]>) => {
    if (running.current) return false;
    running.current = true;
    setIsRunning(true);
    setEnd(NOTHING);
    try {
      const refusals = await change();
      setEnd({ refusals, error: null });
      return refusals.length === 0;
    } catch (error) {
      setEnd({ refusals: [], error });
      return false;
    } finally {
      running.current = false;
      setIsRunning(false);
    }
  }, []);
  const reset = useCallback(() => setEnd(NOTHING), []);

  return useMemo(() => ({ ...end, isRunning, run, reset }), [end, isRunning, run, reset]);
}
