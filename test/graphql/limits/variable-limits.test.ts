import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkVariables } from '../../../src/graphql/limits/variable-limits.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';

const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, 1]));

it.each([
  ['100,000 values in a list', { ids: Array.from({ length: 99_999 }, () => 'a') }],
  ['1,000 fields', { input: { metadata: fields(1_000) } }],
  ['100,000 levels', { deep: nested(99_998) }],
])('takes %s', (_, variables) => {
  expect(() => checkVariables(variables)).not.toThrow();
});

it.each([
  [
    '100,001 values in lists',
    { a: Array.from({ length: 50_000 }, () => 1), b: Array.from({ length: 49_999 }, () => 1) },
  ],
  ['1,001 fields', { filter: fields(1_001) }],
  ['100,001 levels', { deep: nested(100_001) }],
])('refuses %s', (_, variables) => {
  expect(() => checkVariables(variables)).toThrow(/^the variables hold .*; send several operations$/);
});

describe('through the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway([]);
  });
  afterAll(() => gateway?.close());

  const query = 'query ($filter: LicenseFilter) { licenses(filter: $filter) { totalCount } }';

  it('what is too large is refused as a whole, in a few words', async () => {
    const { errors } = await gateway.ask(query, { filter: fields(60_000) });
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    expect(JSON.stringify(errors).length).toBeLessThan(500);
  });

  it.each([
    ['wrong items', { sources: Array.from({ length: 90_000 }, () => 1) }],
    ['unknown words', { statuses: Array.from({ length: 90_000 }, () => 'A') }],
    ['unknown fields', fields(1_000)],
  ])('what has %s is refused with a bounded number of errors, each without the value', async (_, filter) => {
    const { errors = [] } = await gateway.ask(query, { filter });
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(51);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(JSON.stringify(errors).length).toBeLessThan(30_000);
  });
});

function nested(levels: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < levels; i++) value = [value];
  return value;
}
