import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLines, harmless } from '../../../src/http/export/csv.js';

const read = (text: string): string[][] => parse(text, { record_delimiter: '\r\n' });

/** As whoever wants exactly what was there has to do it. */
const original = (cell: string) => (/^'+[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell);

describe('a line', () => {
  it('ends in CRLF, and quotes what RFC 4180 wants quoted', () => {
    expect(csvLines([['a', 'b c', 'd,e', 'say "hi"', 'two\nlines', 'two\r\nlines', 'a\rb']])).toBe(
      'a,b c,"d,e","say ""hi""","two\nlines","two\r\nlines","a\rb"\r\n',
    );
  });

  it('has values as the API shows them, and nothing where there is none', () => {
    const at = new Date('2026-01-31T09:30:00Z');
    expect(csvLines([[1, -2.5, 2n ** 70n, true, false, at, null, undefined, '', [], ['a', 'b']]])).toBe(
      '1,-2.5,1180591620717411303424,true,false,2026-01-31T09:30:00.000Z,,,,,a; b\r\n',
    );
  });
});

describe('a cell that a spreadsheet would run', () => {
  it.each([
    "=cmd|'/c calc'!A1",
    '@SUM(1+1)*cmd',
    '+1',
    '-1+2',
    '-',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    "'=1",
    "''@x",
    '=HYPERLINK("http://x","y")',
  ])('%j has an apostrophe before it', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
    expect(read(csvLines([['before', text, 'behind']]))).toEqual([['before', `'${text}`, 'behind']]);
  });

  it.each(['-1', '-12.5', '1e9', '-2.5E-3', "O'Brien", "'quoted'", 'a=b', 'a-b', ' =1', ''])('%j is none', (text) => {
    expect(harmless(text)).toBe(text);
  });

  it('is one in a list as well', () => {
    expect(csvLines([[['=1', 'b']]])).toBe("'=1; b\r\n");
  });

  it('is what it was without its apostrophe, whatever it was', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...`=+-@'",;\t\r\n＝＋－＠1e. a`) }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const width = Math.max(...rows.map((row) => row.length));
        const table = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('x')]);
        const cells = read(csvLines(table));
        expect(cells.map((row) => row.map(original))).toEqual(table);
        for (const text of cells.flat()) {
          expect(/^[=+@\t\r\n＝＋－＠]/u.test(text)).toBe(false);
          if (text.startsWith('-')) expect(Number(text)).not.toBeNaN();
        }
      }),
      { numRuns: 500 },
    );
  });
});
