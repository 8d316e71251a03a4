import { describe, expect, it } from 'vitest';
import { scalars } from '../../src/graphql/scalars.js';

describe('BigInt', () => {
  it.each([
    ['0', 0n],
    ['-5', -5n],
    [7, 7n],
    ['18446744073709551616', 2n ** 64n],
  ])('takes %s', (given, value) => {
    expect(scalars.BigInt.parseValue(given)).toBe(value);
  });
  it.each([1.5, Number.MAX_SAFE_INTEGER + 1, '1e3', '0x10', '', ' 1', null, true, {}])('refuses %s', (given) => {
    expect(() => scalars.BigInt.parseValue(given)).toThrow(/BigInt/);
  });
  it('is a decimal string on the way out, exact at any size', () => {
    expect(scalars.BigInt.serialize(2n ** 70n)).toBe('1180591620717411303424');
    expect(scalars.BigInt.serialize(5)).toBe('5');
    expect(() => scalars.BigInt.serialize(1.5)).toThrow();
  });
});

describe('DateTime', () => {
  it('is UTC with milliseconds on the way out', () => {
    expect(scalars.DateTime.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(() => scalars.DateTime.serialize(new Date(Number.NaN))).toThrow();
  });
  it.each([
    ['2026-01-31T09:30:00Z', '2026-01-31T09:30:00.000Z'],
    ['2026-01-31T09:30:00.5+02:00', '2026-01-31T07:30:00.500Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('takes %s', (given, instant) => {
    expect(scalars.DateTime.parseValue(given)).toEqual(new Date(instant));
  });
  it.each(['2026-01-31', '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01T25:00:00Z', 'now', 0, null])(
    'refuses %s',
    (given) => {
      expect(() => scalars.DateTime.parseValue(given)).toThrow(/DateTime/);
    },
  );
});

describe('JSONObject', () => {
  it('is an object and nothing else', () => {
    expect(scalars.JSONObject.serialize({ a: [1, null] })).toEqual({ a: [1, null] });
    for (const given of ['text', 1, null, []]) expect(() => scalars.JSONObject.parseValue(given)).toThrow(/JSONObject/);
  });
});
