/** Lets jobs of this process take turns, so that none finds what it read changed by another. */

export type InTurn = <T>(job: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const next = last.then(job);
    // A failed turn is its caller's business; the next one begins all the same.
    last = next.catch(() => {});
    return next;
  };
}
