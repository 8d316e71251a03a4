import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVendorJson, toJsonValue } from '../../src/sources/json.js';

describe('parseVendorJson', () => {
  it('keeps an integer beyond 2^53 exactly', () => {
    expect(parseVendorJson('{"id": 15192847076812295797}')).toEqual({ id: 15192847076812295797n });
    expect(parseVendorJson('[-9007199254740993, 9007199254740991]')).toEqual([-9007199254740993n, 9007199254740991]);
  });

  it('leaves digits inside strings, escaped quotes included, alone', () => {
    expect(parseVendorJson('{"a": "15192847076812295797", "b": "\\"15192847076812295797"}')).toEqual({
      a: '15192847076812295797',
      b: '"15192847076812295797',
    });
  });

  it('reads fractions and exponents as numbers, however long', () => {
    expect(parseVendorJson('[0.1234567890123456, 1e3, 1234567890123456.5]')).toEqual([
      0.1234567890123456, 1000, 1234567890123456.5,
    ]);
  });

  it('takes the last value of a key that comes twice, on the exact path too', () => {
    expect(parseVendorJson('{"a": 1, "a": 2}')).toEqual({ a: 2 });
    expect(parseVendorJson('{"a": 1, "a": 15192847076812295797}')).toEqual({ a: 15192847076812295797n });
  });

  it('gives a key named __proto__ no power', () => {
    for (const number of ['1', '15192847076812295797']) {
      const value = parseVendorJson(`{"__proto__": {"isAdmin": true}, "n": ${number}}`) as Record<string, unknown>;
      expect(value.isAdmin).toBeUndefined();
      expect(Object.keys(value)).toEqual(['__proto__', 'n']);
    }
  });

  it('agrees with JSON.parse on whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, exact) => {
        const text = JSON.stringify(exact ? [value, 1234567890123456] : [value]);
        expect(rounded(parseVendorJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keeps every integer, of any size and sign', () => {
    fc.assert(
      fc.property(fc.bigInt(), (integer) => {
        expect(String(parseVendorJson(`[${integer}]`))).toBe(String(integer));
      }),
    );
  });

  it.each(['', '{', '{"a": 1', '"open', '{"a": 1}}', '{"a": 1234567890123456789', 'NaN', '<html>'])(
    'throws SyntaxError for %j',
    (text) => {
      expect(() => parseVendorJson(text)).toThrow(SyntaxError);
    },
  );

  it('throws SyntaxError for nesting that would exhaust the stack of what comes after', () => {
    expect(() => parseVendorJson(`${'['.repeat(101)}${']'.repeat(101)}`)).toThrow('nested deeper than 100');
    expect(() => parseVendorJson('{"a":'.repeat(1_000_000))).toThrow(SyntaxError);
    expect(parseVendorJson(`${'['.repeat(100)}${']'.repeat(100)}`)).toHaveLength(1);
    expect(parseVendorJson(JSON.stringify('['.repeat(1_000)))).toHaveLength(1_000);
  });

  it('reads a string of many megabytes next to a long number', () => {
    const text = `{"a": "${'x\\"'.repeat(4_000_000)}", "n": 15192847076812295797}`;
    expect(parseVendorJson(text)).toMatchObject({ n: 15192847076812295797n });
  });
});

/** The value as JSON.parse would have had it. */
function rounded(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)]));
}

describe('toJsonValue', () => {
  it('makes anything plain JSON, big integers as decimal strings', () => {
    expect(toJsonValue({ id: 15192847076812295797n, list: [1n, undefined, null, true, 'x', 0.5] })).toEqual({
      id: '15192847076812295797',
      list: ['1', null, null, true, 'x', 0.5],
    });
  });

  it('leaves no number that JSON cannot write', () => {
    expect(toJsonValue(parseVendorJson('[1e999, -1e999]'))).toEqual(['Infinity', '-Infinity']);
  });
});
