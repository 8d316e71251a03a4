/** Values that are asked for one by one and come when they come, as an async iterator. */

export interface Pulled<T> extends AsyncGenerator<T, void, void> {
  /** To be called when there may be something to take, or when it is over. */
  wake(): void;
}

/** `take` answers undefined when there is nothing, and may throw. `end` is called whenever nobody asks any more. */
export function createPulled<T>({
  take,
  isOver,
  end,
}: {
  readonly take: () => T | undefined;
  readonly isOver: () => boolean;
  readonly end: () => void;
}): Pulled<T> {
  let wake = () => {};
  return {
    wake: () => wake(),
    async next() {
      for (;;) {
        const value = take();
        if (value !== undefined) return { done: false, value };
        if (isOver()) return { done: true, value: undefined };
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async return() {
      end();
      return { done: true, value: undefined };
    },
    async throw(error) {
      end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
