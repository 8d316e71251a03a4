import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const locks = ['package-lock.json', 'bench/package-lock.json'];

it.each(locks)(
  '%s locks every optional package of every platform, also those that the registry at hand does not have: npm ci wants them',
  (file) => {
    const text = readFileSync(resolve(import.meta.dirname, '..', file), 'utf8');
    const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, Entry>> };
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) =>
          packages[`node_modules/${name}`] === undefined && packages[`${path}/node_modules/${name}`] === undefined,
      ),
    );
    // To mend: add each with its version, "os", "cpu" (and "libc") and "optional": true, as its siblings have them.
    expect(missing).toEqual([]);
  },
);

it.each(locks)('%s names no registry, so that each installs from its own', (file) => {
  expect(readFileSync(resolve(import.meta.dirname, '..', file), 'utf8')).not.toContain('"resolved"');
});
