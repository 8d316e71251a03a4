import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKey } from '../../src/graphql/read-key.js';
import type { Condition, Scalar } from '../../src/store/repo.js';

const text = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'a,sb', ' b', 's1:a', 'null', '1', 'a) b (', '1n', 'd1'),
  fc.string({ maxLength: 4 }),
);
const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  text,
  fc.constantFrom(null, true, false, 0, 1, 1.5, 0n, 1n, new Date(0), new Date(1)),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  scalar,
  fc.record({ in: fc.array(text, { maxLength: 3 }) }),
  fc.record({ gt: scalar, lte: scalar }, { requiredKeys: [] }),
  fc.record({ exists: fc.boolean() }),
) as fc.Arbitrary<Condition>;
const position = fc.record({ value: scalar, id: text });
const read = fc.record(
  {
    where: fc.dictionary(fc.constantFrom('a', 'b', 'subjectId'), condition, { maxKeys: 2 }),
    order: fc.record({
      field: fc.constantFrom('a', 'id'),
      direction: fc.constantFrom('ASC' as const, 'DESC' as const),
    }),
    words: fc.array(text, { maxLength: 2 }),
    after: position,
    before: position,
    fromEnd: fc.constant(true),
    fields: fc.uniqueArray(fc.constantFrom('id', 'used'), { minLength: 1 }),
  },
  { requiredKeys: ['where', 'order'] },
);

/** With every type and every length, as no text can pretend. */
function told(value: unknown): unknown {
  if (value instanceof Date) return { date: value.getTime() };
  if (typeof value === 'bigint') return { bigint: String(value) };
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([name, part]) => [name, told(part)]);
}

describe('the key of a read', () => {
  it('is that of another exactly when nothing of them differs but how much is read', () => {
    const sorted = (one: object) =>
      JSON.stringify(told(Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))));
    fc.assert(
      fc.property(read, read, (one, other) => {
        expect(readKey(one) === readKey(other)).toBe(sorted(one) === sorted(other));
      }),
      { numRuns: 3_000, seed: 20_263 },
    );
  });

  it('tells a document from a part of one', () => {
    const whole = { where: { stackId: 's' }, order: { field: 'id', direction: 'ASC' }, limit: 5 } as const;
    expect(readKey({ ...whole, fields: ['id'] })).not.toBe(readKey(whole));
  });
});
