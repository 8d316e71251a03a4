import { describe, expect, it } from 'vitest';
import { sharesOf } from '../../../../src/dashboard/views/splunk/shares.js';

const pool = (name: string, limit: number | null, used = 0, isMax = false) => ({
  id: name,
  name,
  isMax,
  limit: limit === null ? null : String(limit),
  used: String(used),
});

describe('the shares of a stack', () => {
  it('are the parts of its quota, and what is in no pool is left open', () => {
    const { shares, ...rest } = sharesOf(80n, [pool('web', 40, 10), pool('sandbox', 4, 5)]);
    expect(shares).toEqual([
      { id: 'web', name: 'web', width: 50, filled: 25, isOver: false },
      { id: 'sandbox', name: 'sandbox', width: 5, filled: 100, isOver: true },
    ]);
    expect(rest).toEqual({ allocated: 44n, unallocated: 36n, overAllocated: 0n, end: 100, maxPool: null });
  });

  it('give the MAX pool what the sized ones leave, whatever is stated as its limit', () => {
    const rest = pool('rest', 100, 30, true);
    const { shares, unallocated, overAllocated, maxPool } = sharesOf(100n, [pool('web', 40), rest]);
    expect(shares[1]).toMatchObject({ width: 60, filled: 50, isOver: false });
    expect([unallocated, overAllocated, maxPool]).toEqual([0n, 0n, rest]);
  });

  it('are drawn beyond the end of the quota where more was given than there is', () => {
    const { shares, overAllocated, end } = sharesOf(60n, [
      pool('web', 40),
      pool('shop', 40),
      pool('rest', 60, 1, true),
    ]);
    expect([overAllocated, end]).toEqual([20n, 75]);
    expect(shares.map(({ width }) => width)).toEqual([50, 50, 0]);
    expect(shares[2]).toMatchObject({ filled: 100, isOver: true });
  });

  it('are nothing of nothing, and exact beyond what a double holds', () => {
    expect(sharesOf(0n, [pool('web', null)]).shares[0]).toMatchObject({ width: 0, filled: 0, isOver: false });
    const most = 2n ** 63n - 1n;
    expect(sharesOf(most, [{ ...pool('web', 0), limit: String(most), used: String(most) }]).shares[0]).toMatchObject({
      width: 100,
      filled: 100,
      isOver: false,
    });
  });
});
