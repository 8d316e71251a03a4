import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantileOfDraws, theilSen } from '../../src/quota/forecast/statistics.js';

const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 60 });
/** Uniform from -0.5 to 0.5, the same each time. */
function noiseOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}
const days = Array.from({ length: 60 }, (_, i) => i);

describe('the median', () => {
  it('is the one in the middle, or halfway between the two', () => {
    fc.assert(
      fc.property(values, (list) => {
        const sorted = list.toSorted((a, b) => a - b);
        const [below, above] = [sorted[(list.length - 1) >> 1] ?? 0, sorted[list.length >> 1] ?? 0];
        expect(median(list)).toBeCloseTo((below + above) / 2, 9);
      }),
    );
    expect(median([])).toBeNull();
  });

  it('leaves what it is taken of as it was', () => {
    const list = [3, 1, 2];
    median(list);
    expect(list).toEqual([3, 1, 2]);
  });
});

describe('a quantile of draws', () => {
  it('lies further out the fewer they are, and never beyond them', () => {
    expect(quantileOfDraws([1, 2, 3, 4, 5], 0.1)).toBe(1);
    expect(quantileOfDraws([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.1)).toBeCloseTo(1);
    expect(quantileOfDraws([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.8)).toBeCloseTo(8);
    expect(quantileOfDraws([5], 0.9)).toBe(5);
    expect(quantileOfDraws([], 0.9)).toBeNull();
  });
});

describe('the robust slope', () => {
  it('is that of a line, beyond doubt', () => {
    const line = theilSen(
      days,
      days.map((day) => 3 - 2 * day),
    );
    expect(line).toEqual({ slope: -2, low: -2, high: -2 });
  });

  it('is not moved by a quarter of wild values', () => {
    const noise = noiseOf(1);
    const wild = theilSen(
      days,
      days.map((day) => (day % 4 === 1 ? 1e6 * noise() : 5 * day + noise())),
    );
    expect(wild?.slope).toBeCloseTo(5, 0);
    expect(wild?.low).toBeGreaterThan(0);
  });

  it.each([
    ['scatter', 0],
    ['walk', 1],
  ])('is seldom beyond doubt where values only %s', (_, kept) => {
    const noise = noiseOf(7);
    const beyondDoubt = Array.from({ length: 200 }, () => {
      let at = 0;
      const found = theilSen(
        days,
        days.map(() => {
          at = kept * at + noise();
          return at;
        }),
      );
      return found !== null && (found.low > 0 || found.high < 0);
    }).filter(Boolean).length;
    // One walk in four or five still looks like a trend; without regard to walking more than four in five would.
    expect(beyondDoubt).toBeLessThan(60);
  });

  it('is not told by two points, nor by many at one time', () => {
    expect(theilSen([1, 2], [1, 2])).toBeNull();
    expect(theilSen([1, 1, 1, 1], [1, 2, 3, 4])).toBeNull();
  });
});
