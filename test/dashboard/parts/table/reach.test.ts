import { describe, expect, it } from 'vitest';
import {
  learnAll,
  PAGE,
  pagesFor,
  type Reach,
  rowsWithin,
  start,
} from '../../../../src/dashboard/parts/table/reach.js';

describe('how far a table has come', () => {
  it('is one page before anything was read', () => {
    expect(pagesFor(0, 20, start('q'))).toEqual([0]);
    expect(rowsWithin(start('q'))).toBeGreaterThan(0);
  });

  it('is one page more with each page that was seen', () => {
    const reach = readThrough(3, 100_000);
    expect(reach.cursors).toEqual([null, 'end of 0', 'end of 1', 'end of 2']);
    expect(rowsWithin(reach)).toBe(4 * PAGE);
    expect(reach.total).toBe(100_000);
  });

  it('ends where no page follows', () => {
    const reach = learn(readThrough(2, 250), 2, last(50, 250));
    expect(rowsWithin(reach)).toBe(250);
    expect(rowsWithin(learn(start('q'), 0, last(0, 0)))).toBe(0);
  });

  it('goes on when rows came behind the end', () => {
    const ended = learn(readThrough(2, 250), 2, last(50, 250));
    const grown = learn(ended, 2, page(2, 400));
    expect(rowsWithin(grown)).toBe(400);
    expect(learn(ended, 0, page(0, 400)).total).toBe(400);
  });

  it('shrinks when rows are gone', () => {
    expect(rowsWithin(learn(readThrough(3, 1_000), 0, last(7, 7)))).toBe(7);
  });

  it('takes over a cursor that moved, and stays the same object when nothing did', () => {
    const reach = readThrough(3, 1_000);
    expect(learn(reach, 1, page(1, 1_000))).toBe(reach);
    const moved = { ...page(1, 1_000), pageInfo: { hasNextPage: true, endCursor: 'moved' } };
    expect(learn(reach, 1, moved).cursors).toEqual([null, 'end of 0', 'moved', 'end of 2']);
  });

  it('comes to rest when pages that were read at different times count differently', () => {
    const pages = [
      [1, page(1, 1_000)],
      [2, page(2, 1_001)],
    ] as const;
    const reach = learnAll(readThrough(3, 1_000), pages);
    expect(reach.total).toBe(1_001);
    expect(learnAll(reach, pages)).toBe(reach);
  });
});

describe('the pages asked for', () => {
  const reach = readThrough(9, 100_000);

  it('are those that are looked at, and the next one when its rows are near', () => {
    expect(pagesFor(310, 330, reach)).toEqual([2, 3]);
    expect(pagesFor(360, 380, reach)).toEqual([3, 4]);
    expect(pagesFor(240, 260, reach)).toEqual([1, 2, 3]);
  });

  it('are never those that have not been reached', () => {
    expect(pagesFor(5_000, 5_020, reach)).toEqual([9]);
  });
});

function learn(reach: Reach, number: number, connection: ReturnType<typeof page> | ReturnType<typeof last>): Reach {
  return learnAll(reach, [[number, connection]]);
}

function page(number: number, totalCount: number) {
  return {
    nodes: Array.from({ length: PAGE }),
    pageInfo: { hasNextPage: true, endCursor: `end of ${number}` },
    totalCount,
  };
}

function last(rows: number, totalCount: number) {
  return { nodes: Array.from({ length: rows }), pageInfo: { hasNextPage: false, endCursor: null }, totalCount };
}

function readThrough(pages: number, total: number): Reach {
  let reach = start('q');
  for (let number = 0; number < pages; number++) reach = learn(reach, number, page(number, total));
  return reach;
}
