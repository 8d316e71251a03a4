import { afterAll, beforeAll, expect, it } from 'vitest';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway([]);
});
afterAll(() => gateway?.close());

const ask = (representations: readonly unknown[]) =>
  gateway.ask(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }',
    { representations },
    keys.VIEWER,
  );

const otherTypes = [
  'Nope',
  'String',
  '__proto__',
  'WhatIfInput',
  'Query',
  'Mutation',
  'Viewer',
  'PageInfo',
  'Node',
  '_Service',
];
const noReferences: readonly (readonly [unknown])[] = [
  [{ id: 'x' }],
  ...otherTypes.map((name) => [{ __typename: name, id: 'x' }] as const),
  [{ __typename: 5 }],
  [{ __typename: ['Pool'] }],
  [5],
  ['x'],
  [[]],
];

it.each(noReferences)(
  'a reference such as %j is refused, in the same words as any other that is none',
  async (reference) => {
    const { errors } = await ask([{ __typename: 'Pool', id: 'Pool:a:b' }, reference]);
    expect(errors).toMatchObject([
      {
        message: 'representations: item 1 refers to no entity of this graph; give its __typename and id',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  },
);

it.each([{ id: 'Pool:a:b' }, {}, { id: null }, { id: 5 }, { id: { $gt: '' } }])(
  'an entity that is not there, or named by %j, is null',
  async (key) => {
    const { data, errors } = await ask([{ __typename: 'Pool', ...key }]);
    expect([data, errors]).toEqual([{ _entities: [null] }, undefined]);
  },
);
