import { describe, expect, it } from 'vitest';
import { durationWords } from '../../../../src/dashboard/views/node/duration.js';
import { conceptOf, kinds } from '../../../../src/dashboard/views/node/kinds.js';
import { concepts } from '../../../../src/domain/ids.js';

describe('the kind of an object', () => {
  it('is known for every kind that the gateway has, and told by its id', () => {
    expect(Object.keys(kinds).sort()).toEqual([...concepts].sort());
    for (const concept of concepts) expect(conceptOf(`${concept}:splunk:x:y`)).toBe(concept);
  });

  it.each(['', ':', 'License', 'license:splunk:x', 'toString:splunk:x'])('is none for %j', (id) => {
    expect(conceptOf(id)).toBeNull();
  });
});

describe('a length of time', () => {
  it.each([
    [31_536_000, '365 days'],
    [86_400, '1 day'],
    [7_200, '2 hours'],
    [600, '10 minutes'],
    [90, '90 seconds'],
    [0, '0 seconds'],
  ])('%i seconds is %s', (seconds, text) => {
    expect(durationWords(seconds)).toBe(text);
  });
});
