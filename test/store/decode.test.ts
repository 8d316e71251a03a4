/** Documents are read from BSON exactly as the `bson` package reads them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BSON } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { bsonOptions, fromStored, toStored } from '../../src/store/codec.js';
import { decodeDoc } from '../../src/store/embedded/decode.js';
import type { Doc } from '../../src/store/repo.js';

const bytesOf = (doc: Doc) => Buffer.from(BSON.serialize(toStored(doc), bsonOptions));

const key = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('__proto__', '$set', '_bsontype', 'a.b', '', '0', '17', 'constructor', 'ключ', 'nu\0l', '＄x'),
);
const leaf = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 30 }),
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }),
  fc.date({ noInvalidDate: true }),
  fc.boolean(),
  fc.constant(null),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
}));
const body = fc.dictionary(fc.oneof(key, fc.constantFrom('id', 'name', 'status')), value, { maxKeys: 30 });

/** As the gate of the store lets pass. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_]*$/;

describe('a stored document', () => {
  it('is read as the bson package reads it, whatever is in it and whatever was read before', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), (bodies) => {
        for (const [at, fields] of bodies.entries()) {
          const stored = bytesOf(
            Object.defineProperty({ ...fields }, '_id', { value: `doc ${at}`, enumerable: true }) as Doc,
          );
          const read = decodeDoc(stored);
          const wanted = fromStored(BSON.deserialize(stored, bsonOptions));
          assert.deepStrictEqual(read, wanted);
          expect(Object.keys(read)).toEqual(Object.keys(wanted));
        }
      }),
    );
  });

  it('is read without what nobody wants as if that had never been there', () => {
    const unwanted = fc.uniqueArray(fc.oneof(key, fc.constantFrom('id', 'name', 'status')), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 3 }), unwanted, (bodies, names) => {
        const without = new Set(names.filter((name) => PLAIN.test(name)));
        for (const fields of bodies) {
          const stored = bytesOf(Object.defineProperty({ ...fields }, '_id', { value: 'd', enumerable: true }) as Doc);
          const wanted = Object.entries(decodeDoc(stored)).filter(([name]) => !without.has(name));
          assert.deepStrictEqual(Object.entries(decodeDoc(stored, without)), wanted);
        }
      }),
    );
  });

  it('is read from the beginning of bytes that go on', () => {
    const doc = { _id: 'a', big: 10n ** 30n, name: 'one' };
    expect(decodeDoc(Buffer.concat([bytesOf(doc), Buffer.from('something else')]))).toStrictEqual(doc);
    expect(decodeDoc(Buffer.concat([bytesOf({ _id: 'b', n: 1 }), Buffer.alloc(9)]))).toStrictEqual({ _id: 'b', n: 1 });
  });

  it('shares nothing with another of the same form', () => {
    const stored = bytesOf({ _id: 'a', list: [1], nested: { n: 1 } });
    const [one, other] = [decodeDoc(stored), decodeDoc(stored)];
    (one.list as number[]).push(2);
    Object.assign(one.nested as object, { n: 2 });
    expect(other).toStrictEqual({ _id: 'a', list: [1], nested: { n: 1 } });
  });

  it('is read however many keys others had that were all their own', () => {
    for (let n = 0; n < 30_000; n += 1) decodeDoc(bytesOf({ _id: 'x', [`key${n}`]: n }));
    expect(decodeDoc(bytesOf({ _id: 'y', key1: 1, key29999: 2 }))).toStrictEqual({ _id: 'y', key1: 1, key29999: 2 });
  });

  it('is refused without an id', () => {
    expect(() => decodeDoc(Buffer.from(BSON.serialize({ n: 1 })))).toThrow('no string _id');
  });
});
