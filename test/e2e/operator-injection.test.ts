/** Operators of a database, sent as values: on both engines they are refused by their form, or are texts that nothing has. */
import {
  buildSchema,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicSdl } from '../../src/graphql/sdl.js';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { storeKinds, type TestStore } from '../support/stores.js';

const OBJECTS = [{ $gt: '' }, { $ne: null }, { $regex: '.*' }, { $where: 'true' }, { $in: ['splunk'] }];
const TEXTS = ['{"$gt":""}', '{"$ne":null}', '$where', "'; return true; //", '$gt', '.*', '[$ne]=1'];

const schema = buildSchema(publicSdl());
/** Every field of every filter: the connection, the filter's type, and the field. */
const filters = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) => {
  const type = args.find((arg) => arg.name === 'filter')?.type;
  if (type === undefined || !isInputObjectType(getNamedType(type))) return [];
  const filter = getNamedType(type) as GraphQLInputObjectType;
  return Object.values(filter.getFields()).map((field) => ({ connection: name, filter: filter.name, field }));
});

const isText = ({ type }: GraphQLInputField) => ['String', 'ID'].includes(getNamedType(type).name);
const asGiven = (field: GraphQLInputField, value: unknown) => (String(field.type).startsWith('[') ? [value] : value);

interface Count {
  readonly [connection: string]: { readonly totalCount: number };
}

describe.each(storeKinds)('on $name', ({ skipped, make }) => {
  if (skipped) return it.skip('operators reach no database', () => {});
  let store: TestStore;
  let emulators: TestEmulators;
  let gateway: TestGateway;
  beforeAll(async () => {
    store = await make();
    emulators = await startDemoEmulators();
    gateway = await startGateway(emulators.sources, { store });
    await gateway.refresh();
    // A change, so that the audit log has an entry to find.
    await gateway.query('mutation { refreshSource(input: { sourceId: "Source:keygen" }) { source { id } } }');
  });
  afterAll(async () => {
    await gateway?.close();
    await emulators?.close();
    await store?.remove();
  });

  const count = (connection: string, filter: string, value: object) =>
    gateway.ask<Count>(`query ($filter: ${filter}) { ${connection}(filter: $filter) { totalCount nodes { id } } }`, {
      filter: value,
    });

  it('there are filters, and things that operators would find', async () => {
    expect(filters.length).toBeGreaterThan(20);
    for (const { connection, filter } of filters) {
      expect((await count(connection, filter, {})).data?.[connection]?.totalCount, connection).toBeGreaterThan(0);
    }
  });

  it.each(OBJECTS)('%j in place of a value is refused by its form', async (operator) => {
    for (const { connection, filter, field } of filters) {
      for (const value of [operator, [operator]]) {
        const { data, errors } = await count(connection, filter, { [field.name]: value });
        expect(data ?? null, `${filter}.${field.name}`).toBeNull();
        expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      }
    }
  });

  it.each(TEXTS)('%s as a text finds nothing, or is refused', async (text) => {
    for (const { connection, filter, field } of filters.filter((each) => isText(each.field))) {
      const { data, errors } = await count(connection, filter, { [field.name]: asGiven(field, text) });
      const codes = errors?.map(({ extensions }) => extensions.code) ?? [];
      expect(
        codes.filter((code) => code !== 'BAD_USER_INPUT'),
        `${filter}.${field.name}`,
      ).toEqual([]);
      if (errors === undefined)
        expect(data?.[connection], `${filter}.${field.name}`).toEqual({ totalCount: 0, nodes: [] });
    }
  });

  it('an id that is an operator is refused, and one that looks like it is of nothing', async () => {
    const { errors } = await gateway.ask('query ($id: ID!) { node(id: $id) { id } }', { id: { $gt: '' } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    for (const text of TEXTS) {
      const named = { id: text, name: text };
      const { data } = await gateway.ask(
        'query ($id: ID!, $name: String!) { node(id: $id) { id } source(name: $name) { id } }',
        named,
      );
      expect(data).toEqual({ node: null, source: null });
    }
  });
});
