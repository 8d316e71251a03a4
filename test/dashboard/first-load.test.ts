/** What the browser loads before the first view is seen. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const built = resolve(import.meta.dirname, '../../dist/dashboard');
const OVERVIEW = 'views/overview/overview.tsx';
const LIMIT_BYTES = 300_000;

it('is at most 300 kB of JavaScript, compressed: the page, the overview, and everything they import', () => {
  const manifest = JSON.parse(readFileSync(resolve(built, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry);
  const files = new Set<string>();
  function add(name: string | undefined): void {
    const chunk = name === undefined ? undefined : manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const each of chunk.imports ?? []) add(each);
  }
  add(entry);
  add(OVERVIEW);
  const sizes = [...files].map((file) => [file, gzipSync(readFileSync(resolve(built, file))).length] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(LIMIT_BYTES);
});
