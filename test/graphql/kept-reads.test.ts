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

  const one = { limit: 1 };

  it('can be changed by nobody, however deep', () => {
    const kept = createKeptReads();
    const nested = { seats: [{ used: 1n }], at: new Date(0) };
    kept.keep('k', 1, [doc('a', { nested })]);
    expect(() => nested.seats.push({ used: 2n })).toThrow(TypeError);
    expect(() => Object.assign(nested.seats[0] ?? {}, { used: 2n })).toThrow(TypeError);
    expect(kept.get('k', one)).toEqual([doc('a', { nested })]);
  });

  it('never weighs more than it may, and of large reads nothing is kept', () => {
    const kept = createKeptReads(80_000);
    kept.keep('large', 1, [doc('x'.repeat(20_000))]);
    expect(kept.get('large', one)).toBeUndefined();
    for (let i = 0; i < 100; i++) kept.keep(`k${i}`, 1, [doc('x'.repeat(2_000))]);
    const left = Array.from({ length: 100 }, (_, i) => kept.get(`k${i}`, one)).filter((docs) => docs !== undefined);
    expect(left.length).toBeGreaterThan(10);
    expect(left.length).toBeLessThan(40);
    expect(kept.get('k99', one)).toBeDefined();
  });

  it('answers for less than was read, and for more only where that was all', () => {
    const kept = createKeptReads();
    const docs = ['a', 'b', 'c'].map((id) => doc(id));
    kept.keep('some', 3, docs);
    kept.keep('all', 10, docs);
    expect(kept.get('some', { limit: 2 })).toEqual(docs.slice(0, 2));
    expect(kept.get('some', { limit: 3, fromEnd: true })).toEqual(docs);
    expect(kept.get('some', { limit: 4 })).toBeUndefined();
    expect(kept.get('all', { limit: 500 })).toEqual(docs);
    expect(kept.get('all', { limit: 2, fromEnd: true })).toEqual(docs.slice(1));
    expect(kept.get('none', { limit: 1 })).toBeUndefined();
  });
});
