import { expect, it } from 'vitest';
import { bench } from './load.js';

interface Arguments {
  parseArguments(args: readonly string[], known: readonly string[]): { problems?: readonly string[] };
}

const { parseArguments } = await bench<Arguments>('lib/arguments.mjs');
const known = ['page', 'sync'];

it('runs every case when none is named', () => {
  expect(parseArguments([], known)).toMatchObject({ cases: known, compare: null, isQuick: false, isProfiled: false });
});

it('takes names and options in any order', () => {
  const parsed = parseArguments(['sync', '--quick', '--compare', 'v1', 'main', '--profile'], known);
  expect(parsed).toMatchObject({ cases: ['sync'], compare: ['v1', 'main'], isQuick: true, isProfiled: true });
});

it('lists everything that is wrong at once', () => {
  expect(parseArguments(['nope', '--fast', '--compare', 'v1'], known)).toEqual({
    problems: [
      'there is no case "nope"; there are page, sync',
      'there is no option --fast; --help lists them',
      '--compare wants two commits, as in --compare main~5 main',
    ],
  });
});
