import { describe, expect, it } from 'vitest';
import { createSourceStates } from '../../src/graphql/source-states.js';

function store() {
  let at: number | null = 1;
  let reads = 0;
  const statesOf = createSourceStates({ written: () => at });
  const getMany = async (_collection: string, ids: readonly string[]) => {
    reads++;
    return ids.map((_id) => ({ _id, stamp: at }));
  };
  return {
    of: (...names: string[]) => statesOf(names, { getMany }),
    reads: () => reads,
    write(next: number | null) {
      at = next;
    },
  };
}

describe('what is stored of the sources', () => {
  it('is read once while nothing is written, and is the same array', async () => {
    const { of, reads } = store();
    const first = await of('a', 'b');
    expect(of('a', 'b')).toBe(first);
    expect(reads()).toBe(1);
  });

  it('is read again after each write, and for other sources', async () => {
    const { of, reads, write } = store();
    await of('a');
    write(2);
    expect(await of('a')).toMatchObject([{ stamp: 2 }]);
    await of('a', 'b');
    expect(reads()).toBe(3);
  });

  it('is read each time while writes are on their way, or others may write', async () => {
    const { of, reads, write } = store();
    write(null);
    await of('a');
    await of('a');
    expect(reads()).toBe(2);
  });

  it('does not stand when it was read across a write', async () => {
    const { of, reads, write } = store();
    const read = of('a');
    write(2);
    await read;
    await of('a');
    expect(reads()).toBe(2);
  });
});
