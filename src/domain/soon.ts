/** Values that may be there already: a promise for each would cost more than most of what is done with them. */

export type Soon<T> = T | Promise<T>;

/** As `then`, but at once where the value is there. */
export function whenThere<T, R>(value: Soon<T>, use: (value: T) => R): Soon<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}
