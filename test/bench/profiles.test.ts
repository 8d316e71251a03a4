import { expect, it } from 'vitest';
import { bench } from './load.js';

interface Profiles {
  sharesOf(profiles: readonly unknown[], spans?: readonly (readonly [number, number])[] | null): readonly unknown[];
}

const { sharesOf } = await bench<Profiles>('lib/profiles.mjs');

const node = (id: number, functionName: string, url = '') => ({ id, callFrame: { functionName, url, lineNumber: 9 } });
const profile = {
  startTime: 1000,
  nodes: [node(1, '(idle)'), node(2, 'parse', 'file:///x/node_modules/bson/lib.js'), node(3, '')],
  samples: [1, 2, 2, 3],
  timeDeltas: [100, 30, 30, 20],
};

it('shares out the time that was not idle, the costliest function first', () => {
  expect(sharesOf([profile])).toEqual([
    { where: 'parse  bson/lib.js:10', share: 0.75 },
    { where: '(anonymous)', share: 0.25 },
  ]);
});

it('counts only the time under load where that is known', () => {
  expect(sharesOf([profile], [[1140, 1200]])).toEqual([
    { where: 'parse  bson/lib.js:10', share: 0.6 },
    { where: '(anonymous)', share: 0.4 },
  ]);
});
