import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../src/graphql/cursor.js';

const order = { field: 'displayName', direction: 'ASC' } as const;
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }),
  fc.date({ noInvalidDate: true }),
  fc.constant(null),
);

it('brings back the place it was made of, of whatever type', () => {
  fc.assert(
    fc.property(value, (at) => {
      const position = { value: at, id: 'License:s:a' };
      expect(decodeCursor('after', order, encodeCursor(order, position))).toEqual(position);
    }),
  );
});

it('never throws anything but BAD_USER_INPUT that names the argument, whatever it is given', () => {
  const forged = fc.oneof(
    fc.string(),
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
    fc
      .array(fc.jsonValue(), { minLength: 5, maxLength: 5 })
      .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
  );
  fc.assert(
    fc.property(forged, (cursor) => {
      expect(() => decodeCursor('before', order, cursor)).toThrow(
        expect.objectContaining({
          message: expect.stringMatching(/^before: /),
          extensions: { code: 'BAD_USER_INPUT', argument: 'before' },
        }),
      );
    }),
  );
});
