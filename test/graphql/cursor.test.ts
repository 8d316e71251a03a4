import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../src/graphql/cursor.js';

const order = { field: 'displayName', direction: 'ASC' } as const;
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0));
const placed = fc.oneof(
  fc.tuple(fc.constant('s' as const), fc.string({ unit: 'grapheme' })),
  fc.tuple(fc.constant('n' as const), finite),
  fc.tuple(fc.constant('b' as const), fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n })),
  fc.tuple(fc.constant('d' as const), fc.date({ noInvalidDate: true })),
  fc.tuple(fc.constantFrom('s' as const, 'n' as const, 'b' as const, 'd' as const), fc.constant(null)),
);

it('brings back the place it was made of, of whatever type', () => {
  fc.assert(
    fc.property(placed, ([type, at]) => {
      const position = { value: at, id: 'License:s:a' };
      expect(decodeCursor('after', { concept: 'License', order, type }, encodeCursor(order, position))).toEqual(
        position,
      );
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
      expect(() => decodeCursor('before', { concept: 'License', order, type: 's' }, cursor)).toThrow(
        expect.objectContaining({
          message: expect.stringMatching(/^before: /),
          extensions: { code: 'BAD_USER_INPUT', argument: 'before' },
        }),
      );
    }),
  );
});

it('refuses the cursor of another connection', () => {
  const ofPool = encodeCursor(order, { value: 'a', id: 'Pool:s:a' });
  expect(() => decodeCursor('after', { concept: 'License', order, type: 's' }, ofPool)).toThrow(
    /^after: this cursor is not one of License/,
  );
});

it('refuses a value of another type than the ordered field has, and numbers no store could hold', () => {
  const ofNumber = encodeCursor(order, { value: 5, id: 'License:s:a' });
  expect(() => decodeCursor('after', { concept: 'License', order, type: 's' }, ofNumber)).toThrow(
    /^after: this is no cursor/,
  );
  const huge = Buffer.from(JSON.stringify(['displayName', 'ASC', 'b', '9'.repeat(100), 'License:s:a'])).toString(
    'base64url',
  );
  expect(() => decodeCursor('after', { concept: 'License', order, type: 'b' }, huge)).toThrow(
    /^after: this is no cursor/,
  );
});
