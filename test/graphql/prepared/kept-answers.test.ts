import { describe, expect, it } from 'vitest';
import { createKeptAnswers } from '../../../src/graphql/prepared/kept-answers.js';

const answer = (bytes: number) => ({ body: Buffer.alloc(bytes), price: { cost: 1, changes: 0 } });

describe('answers that are kept', () => {
  it('are found by their key alone', () => {
    const answers = createKeptAnswers();
    const one = answer(10);
    answers.keep('a', one);
    expect(answers.get('a')).toBe(one);
    expect(answers.get('a ')).toBeUndefined();
  });

  it('are none of a crawl, and never more than fit', () => {
    const answers = createKeptAnswers();
    answers.keep('large', answer(2 ** 20));
    expect(answers.get('large')).toBeUndefined();
    for (let i = 0; i < 60; i++) answers.keep(`${i}`, answer(2 ** 19));
    const left = Array.from({ length: 60 }, (_, i) => answers.get(`${i}`)).filter((found) => found !== undefined);
    expect(left.length).toBeGreaterThan(20);
    expect(left.length).toBeLessThan(32);
  });
});
