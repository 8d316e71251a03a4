import { describe, expect, it } from 'vitest';
import { createKeptReads } from '../../src/graphql/kept-reads.js';
import type { Doc } from '../../src/store/repo.js';

const at = (ms: number) => [{ revision: 1, at: new Date(ms) }];
const state = { name: 'splunk', kind: 'splunk', revision: 1, flips: at(1) };

describe('the era of a source', () => {
  it('is one as long as its revision stands', () => {
    const { eraOf } = createKeptReads();
    expect(eraOf({ ...state })).toBe(eraOf({ ...state, flips: at(1) }));
  });

  it('is another with each revision, kind, name and beginning, and never the same again', () => {
    const { eraOf } = createKeptReads();
    const eras = [
      state,
      { ...state, revision: 2 },
      state,
      { ...state, kind: 'recon' },
      { ...state, flips: at(2) },
      { ...state, name: 'recon' },
    ].map(eraOf);
    expect(new Set(eras).size).toBe(eras.length);
  });
});

describe('what is kept', () => {
  const doc = (id: string, more: object = {}) => ({ _id: id, ...more }) as Doc;

  it('can be changed by nobody, however deep', () => {
    const kept = createKeptReads();
    const nested = { seats: [{ used: 1n }], at: new Date(0) };
    kept.keep('k', [doc('a', { nested })]);
    expect(() => nested.seats.push({ used: 2n })).toThrow(TypeError);
    expect(() => Object.assign(nested.seats[0] ?? {}, { used: 2n })).toThrow(TypeError);
    expect(kept.get('k')).toEqual([doc('a', { nested })]);
  });

  it('never weighs more than it may, and of large reads nothing is kept', () => {
    const kept = createKeptReads(80_000);
    kept.keep('large', [doc('x'.repeat(20_000))]);
    expect(kept.get('large')).toBeUndefined();
    for (let i = 0; i < 100; i++) kept.keep(`k${i}`, [doc('x'.repeat(2_000))]);
    const left = Array.from({ length: 100 }, (_, i) => kept.get(`k${i}`)).filter((docs) => docs !== undefined);
    expect(left.length).toBeGreaterThan(10);
    expect(left.length).toBeLessThan(40);
    expect(kept.get('k99')).toBeDefined();
  });
});
