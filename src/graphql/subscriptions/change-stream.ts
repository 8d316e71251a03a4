/** Changes as an async iterator, which is what GraphQL subscribes to: each is told when the one before has been dealt with. */
import type { Change, Changes } from '../../sync/changes.js';
import { createPulled } from './pulled.js';

interface Told<C> {
  readonly change: C;
  /** Lets the next of its source come. */
  done(): void;
}

/** Listens from the first time it is asked for one, until it is returned. Holds one of each source at most. */
export function changeStream<C extends Change>(
  changes: Pick<Changes, 'listen'>,
  kind: C['kind'],
  isWanted: (change: C) => boolean,
): AsyncGenerator<C, void, void> {
  const waiting: Told<C>[] = [];
  let current: Told<C> | null = null;
  let stop: (() => void) | null = null;
  let isOver = false;

  function told(change: Change): Promise<void> | undefined {
    if (!isWanted(change as C)) return undefined;
    return new Promise((done) => {
      waiting.push({ change: change as C, done });
      pulled.wake();
    });
  }

  function take(): C | undefined {
    current?.done();
    if (!isOver) stop ??= changes.listen([kind], told);
    current = waiting.shift() ?? null;
    return current?.change;
  }

  function end(): void {
    isOver = true;
    stop?.();
    for (const { done } of waiting.splice(0)) done();
    current?.done();
    pulled.wake();
  }

  const pulled = createPulled({ take, isOver: () => isOver, end });
  return pulled;
}
