import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, createTable, type Row } from '../../../src/emulators/keygen/table.js';

interface Thing extends Row {
  readonly color: string;
}

const thing = (id: string, created: number, color = 'red'): Thing => ({ id, created: new Date(created), color });
const things = () => createTable<Thing, 'color'>({ color: (row) => [row.color] });

describe('a table', () => {
  it('keeps rows by creation, then by id, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.nat(5)), { selector: ([id]) => id }), (rows) => {
        const table = things();
        const made = rows.map(([id, created]) => table.insert(thing(id, created)));
        const sorted = [...made].sort(compare);
        expect(table.all()).toEqual(sorted);
        expect(table.by('color', 'red')).toEqual(sorted);
        for (const row of made.slice(0, 3)) table.remove(row.id);
        expect(table.all()).toEqual(sorted.filter((row) => !made.slice(0, 3).includes(row)));
      }),
    );
  });

  it('files a changed row anew', () => {
    const table = things();
    table.insert(thing('a', 1));
    table.insert(thing('b', 2));
    table.update('a', { color: 'blue' });
    expect(table.by('color', 'red').map((row) => row.id)).toEqual(['b']);
    expect(table.by('color', 'blue').map((row) => row.id)).toEqual(['a']);
    expect(table.holds('color', 'blue', table.get('a') ?? thing('', 0))).toBe(true);
    expect(table.update('missing', { color: 'blue' })).toBeUndefined();
  });

  it('takes an id once', () => {
    const table = things();
    table.insert(thing('a', 1));
    expect(() => table.insert(thing('a', 2))).toThrow(/already/);
    expect(table.size).toBe(1);
  });
});
