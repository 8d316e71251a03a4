import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicSdl } from '../../src/graphql/sdl.js';
import { exampleOperations } from '../../src/http/example-operations.js';
import { type DemoWorld, startDemoWorld } from '../support/demo-world.js';

describe('the example operations', () => {
  let world: DemoWorld;
  beforeAll(async () => {
    world = await startDemoWorld();
  });
  afterAll(() => world?.close());

  const byName = exampleOperations.map((example) => ({
    name: /^(?:query|mutation|subscription) (\w+)/m.exec(example.query)?.[1],
    ...example,
  }));

  it.each(byName)('$name is one that the schema knows', ({ query }) => {
    expect(validate(buildSchema(publicSdl()), parse(query))).toEqual([]);
  });

  it.each(byName.filter(({ query }) => !/^subscription/m.test(query)))(
    '$name finds something in the demo',
    async ({ query, variables = '{}' }) => {
      const { data, errors } = await world.gateway.ask<Record<string, unknown>>(query, JSON.parse(variables));
      expect(errors).toBeUndefined();
      expect(Object.values(data ?? {}).filter((value) => value === null)).toEqual([]);
      expect(JSON.stringify(data)).not.toMatch(/"errors":\[\{/);
    },
  );
});
