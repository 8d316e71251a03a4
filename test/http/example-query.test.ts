import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { publicSdl } from '../../src/graphql/sdl.js';
import { exampleQuery } from '../../src/http/example-query.js';

it('is a query that the schema knows, so that what the demo prints runs', () => {
  expect(validate(buildSchema(publicSdl()), parse(exampleQuery))).toEqual([]);
});
