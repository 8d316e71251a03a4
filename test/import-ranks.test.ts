import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

/** Rooms by rank: a room imports its own files and those of lower rank, never a sibling's. */
const ranks: readonly (readonly string[])[] = [
  ['domain'],
  ['sources', 'store', 'quota', 'auth'],
  ['sync'],
  ['alerts', 'telemetry'],
  ['graphql'],
  ['http'],
  ['config'],
  ['app'],
  ['cli'],
  ['main'],
];
/** Outside the order: they may be imported by the command line only, and import the domain at most. */
const apart = ['emulators'];
/** Runs in the browser: it speaks to the gateway by HTTP, as any client does. */
const alone = ['dashboard'];

const root = resolve(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

it('lets every room import only itself and rooms of lower rank', () => {
  expect(imports().filter(([from, to]) => !allowed(roomOf(from), roomOf(to)))).toEqual([]);
});

it('lets no vendor import another vendor', () => {
  const vendorOf = (file: string) => /^(?:sources|emulators)\/([a-z-]+)\//.exec(file)?.[1];
  const across = imports().filter(([from, to]) => {
    const [a, b] = [vendorOf(from), vendorOf(to)];
    return a !== undefined && b !== undefined && a !== b;
  });
  expect(across).toEqual([]);
});

it('finds the imports it is about', () => {
  expect(imports().length).toBeGreaterThan(100);
});

function imports(): [from: string, to: string][] {
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
    return targets.map((target): [string, string] => [file, relative(root, resolve(root, dirname(file), target))]);
  });
}

function roomOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.[jt]sx?$/, '');
}

function allowed(from: string, to: string): boolean {
  if (from === to) return true;
  if (alone.includes(from) || alone.includes(to)) return false;
  if (apart.includes(from)) return to === 'domain';
  if (apart.includes(to)) return ['cli', 'main'].includes(from);
  const rank = (room: string) => ranks.findIndex((rooms) => rooms.includes(room));
  return rank(from) > rank(to) && rank(to) >= 0;
}
