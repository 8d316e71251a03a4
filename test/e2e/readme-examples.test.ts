import { readFileSync } from 'node:fs';
import { type OperationDefinitionNode, parse, print } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { startGateway, type TestGateway } from '../support/gateway.js';

/** The mutations that the README offers to be pasted into GraphiQL in demo mode, in their order. */
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const section = readme.slice(readme.indexOf('## Changing things'), readme.indexOf('## The house'));
const operations = [...section.matchAll(/```graphql\n(.*?)```/gs)]
  .flatMap(([, text]) => parse(text ?? '').definitions)
  .map((node) => node as OperationDefinitionNode);

let emulators: TestEmulators;
let gateway: TestGateway;
beforeAll(async () => {
  emulators = await startDemoEmulators();
  gateway = await startGateway(emulators.sources);
  await gateway.refresh();
});
afterAll(async () => {
  await gateway.close();
  await emulators.close();
});

it.each(operations.map((operation) => [operation.name?.value ?? '', operation] as const))(
  'the example %s works as the README says',
  async (_name, operation) => {
    const data = await gateway.query<Record<string, { errors?: unknown[]; nodes?: unknown[] }>, object>(
      print(operation),
    );
    for (const payload of Object.values(data)) expect(payload.errors ?? []).toEqual([]);
  },
);

it('there is an example of every mutation', async () => {
  const { __schema: schema } = await gateway.query<
    { __schema: { mutationType: { fields: { name: string }[] } } },
    object
  >('{ __schema { mutationType { fields { name } } } }');
  for (const { name } of schema.mutationType.fields) expect(section).toContain(`${name}(input:`);
});
