import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAboutInput, withoutValues } from '../../src/graphql/without-values.js';
import { startGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway([]);
});
afterAll(() => gateway.close());

const upload = 'mutation ($input: UploadLicenseInput!) { uploadLicense(input: $input) { errors { code } } }';
const create = 'mutation ($input: CreateLicenseInput!) { createLicense(input: $input) { errors { code } } }';
const SECRET = 'SECRET: of "mine", found; at "x"; y';
const text = JSON.stringify(SECRET);

it.each([
  [
    'a field is missing',
    upload,
    { input: { content: SECRET } },
    'Variable "$input" cannot be used: Field "sourceId" of required type "ID!" was not provided.',
  ],
  [
    'a field is unknown',
    upload,
    { input: { sourceId: 'a', content: SECRET, more: SECRET } },
    'Variable "$input" cannot be used: Field "more" is not defined by type "UploadLicenseInput".',
  ],
  [
    'a text is none',
    create,
    { input: { sourceId: 'a', policyId: 'b', key: { a: SECRET } } },
    'Variable "$input" cannot be used at "input.key": String cannot represent a non string value',
  ],
  [
    'a word is none of an enum',
    upload,
    { input: { sourceId: 'a', content: SECRET, encoding: SECRET } },
    'Variable "$input" cannot be used at "input.encoding": The value does not exist in "UploadEncoding" enum.',
  ],
  [
    'a date is none',
    create,
    { input: { sourceId: 'a', policyId: 'b', key: SECRET, expiresAt: SECRET } },
    'Variable "$input" cannot be used at "input.expiresAt": ',
  ],
  [
    'the variable is a text',
    upload,
    { input: SECRET },
    'Variable "$input" cannot be used: Expected type "UploadLicenseInput" to be an object.',
  ],
  [
    'a number is in place of an object',
    `{ pools(filter: ${text}) { totalCount } }`,
    {},
    'Expected value of type "PoolFilter"',
  ],
  [
    'an argument cannot be used as a whole',
    `mutation ($s: ID = "a") { createLicense(input: { sourceId: $s, policyId: "p", key: ${text} }) { errors { code } } }`,
    { s: null },
    'Argument "input" cannot be used.',
  ],
  [
    'the document cannot be read',
    `mutation { createLicense(input: { key: SECRET mine ${text} }) }`,
    {},
    'Syntax Error: Expected ":", found String.',
  ],
  ['the document ends early', 'mutation { createLicense(input: {', {}, 'Syntax Error: Expected Name, found <EOF>.'],
  [
    'a literal is no id',
    `mutation { uploadLicense(input: { sourceId: { a: ${text} }, content: ${text} }) { errors { code } } }`,
    {},
    'ID cannot represent a non-string and non-integer value',
  ],
])('says what is wrong without saying what was sent when %s', async (_what, query, variables, message) => {
  const { errors, data } = await gateway.ask(query, variables);
  expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  expect(errors?.[0]?.message.startsWith(message), errors?.[0]?.message).toBe(true);
  expect(JSON.stringify(errors)).not.toMatch(/SECRET|mine/);
});

it('no more than fifty unusable parts of a variable are told of, and that there are more is no fault of ours', async () => {
  const severities = Array.from({ length: 600 }, () => SECRET);
  const query = 'query ($filter: MessageFilter) { messages(filter: $filter) { totalCount } }';
  const { errors } = await gateway.ask(query, { filter: { severities } });
  expect(new Set(errors?.map((error) => error.extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
  expect(errors).toHaveLength(51);
  expect(errors?.at(-1)?.message).toMatch(/^Too many errors processing variables/);
  expect(JSON.stringify(errors)).not.toContain('SECRET');
});

describe('a message of a million characters is looked at in a moment, and shown without what was sent', () => {
  const long = `${SECRET} cannot represent`.repeat(25_000);
  it.each([
    [`Syntax Error: Expected Name, found String "${long}".`, 'Syntax Error: Expected Name, found String.'],
    [`Syntax Error: Unexpected Name "${long}".`, 'Syntax Error: Unexpected Name.'],
    [`Value "${long}" does not exist in "UploadEncoding" enum.`, 'The value does not exist in "UploadEncoding" enum.'],
    [`String cannot represent a non string value: ["${long}"]`, 'String cannot represent a non string value'],
    [
      `Enum "UploadEncoding" cannot represent non-string value: {"${long}"}.`,
      'Enum "UploadEncoding" cannot represent non-string value',
    ],
    [`Expected value of type "ID!", found {${long}}.`, 'Expected value of type "ID!"'],
    [`Argument "input" has invalid value {${long}}.`, 'Argument "input" cannot be used.'],
    [`Variable "$input" got invalid value "${long}"; Expected "A".`, 'Variable "$input" cannot be used.'],
  ])('%.50s …', (message, shown) => {
    isAboutInput(message);
    expect(withoutValues(message, null)).toBe(shown);
  });

  it('a part of a variable', () => {
    const originalError = new Error(`String cannot represent a non string value: [${long}]`);
    const message = `Variable "$input" got invalid value [${long}] at "input.key"; ${originalError.message}`;
    expect(withoutValues(message, new GraphQLError(message, { originalError }))).toBe(
      'Variable "$input" cannot be used at "input.key": String cannot represent a non string value',
    );
  });

  it('a name that somebody made up is cut', () => {
    const shown = withoutValues(`Field "${'x'.repeat(1_000_000)}" is not defined by type "UploadLicenseInput".`, null);
    expect(shown).toMatch(/^Field "x+…x+" is not defined by type "UploadLicenseInput"\.$/);
    expect(shown).toHaveLength(1_001);
  });
});

it('a text full of what a message says is refused in a moment, in a document and in a variable', async () => {
  const text = ' cannot represent'.repeat(24_000);
  const inDocument = await gateway.ask(`{ "${text}" }`);
  expect(inDocument.errors).toMatchObject([{ message: 'Syntax Error: Expected Name, found String.' }]);
  const inVariable = await gateway.ask('query ($n: Int) { pools(first: $n) { totalCount } }', { n: text });
  expect(inVariable.errors).toMatchObject([
    { message: 'Variable "$n" cannot be used: Int cannot represent non-integer value' },
  ]);
});
