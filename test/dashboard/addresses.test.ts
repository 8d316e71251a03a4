import { expect, it } from 'vitest';
import { places } from '../../src/dashboard/addresses.js';
import { pagePaths } from '../../src/http/dashboard/page-paths.js';

it('every view opens at its address, and every address has a view', () => {
  const paths = places.map(({ path }) => path);
  expect([...paths, '/node/*'].sort()).toEqual([...pagePaths].sort());
  expect(new Set(paths).size).toBe(paths.length);
});
