import { expect, it } from 'vitest';
import { bench } from './load.js';

interface Lock {
  readonly packages: Readonly<Record<string, { version?: string; optional?: boolean }>>;
}

const { isInstalled } = await bench<{ isInstalled(lock: Lock, found: Lock | null): boolean }>('lib/install.mjs');

const lock: Lock = {
  packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } },
};

it('wants each package in the version of the lock file; optional ones may be for another platform', () => {
  expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
  expect(isInstalled(lock, { packages: {} })).toBe(false);
  expect(isInstalled(lock, null)).toBe(false);
});
