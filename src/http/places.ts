/** How many things of one kind each caller may have at once. */

export interface Places {
  /** Takes one for this caller and answers how to give it back (more than once is as once); null when all are taken. */
  take(caller: string): (() => void) | null;
}

export function createPlaces(limit: number): Places {
  const taken = new Map<string, number>();
  return {
    take(caller) {
      const count = taken.get(caller) ?? 0;
      if (count >= limit) return null;
      taken.set(caller, count + 1);
      let isBack = false;
      return () => {
        if (isBack) return;
        isBack = true;
        const left = (taken.get(caller) ?? 0) - 1;
        if (left > 0) taken.set(caller, left);
        else taken.delete(caller);
      };
    },
  };
}
