import { describe, expect, it } from 'vitest';
import { sharesOf } from '../../../../src/dashboard/views/enterprise-recon/shares.js';

const row = (id: string, bytes: string, target?: string) => ({
  id,
  location: `${id} All local files`,
  bytes,
  attribution: 'server',
  target: target === undefined ? null : { id: target, displayName: target },
});

describe('data usage by target', () => {
  it('adds the locations of a target up, the largest first', () => {
    const { total, shares } = sharesOf([row('a', '10', 'WEB'), row('b', '70', 'DB'), row('c', '20', 'WEB')]);
    expect(total).toBe(100n);
    expect(shares.map(({ name, bytes, locations, share }) => [name, bytes, locations, share])).toEqual([
      ['DB', 70n, 1, 0.7],
      ['WEB', 30n, 2, 0.3],
    ]);
  });

  it('keeps a location without a target apart, and takes sums beyond 2^53 exactly', () => {
    const { total, shares } = sharesOf([row('a', '9007199254740993'), row('b', '9007199254740993')]);
    expect(total).toBe(18014398509481986n);
    expect(shares.map(({ name }) => name)).toEqual(['a All local files', 'b All local files']);
  });

  it('has no shares of nothing', () => {
    expect(sharesOf([row('a', '0')]).shares[0]?.share).toBe(0);
  });
});
