import { buildSchema, type GraphQLInputObjectType, isEnumType, isListType, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { TableSpec } from '../../../../src/dashboard/parts/table/spec.js';
import { publicSdl } from '../../../../src/graphql/sdl.js';

const schema = buildSchema(publicSdl());
/** Files by connection. */
const files = {
  licenses: 'licenses',
  quotas: 'quotas',
  groups: 'groups',
  stacks: 'stacks',
  pools: 'pools',
  peers: 'peers',
  targets: 'targets',
  dataUsages: 'data-usages',
  policies: 'policies',
};
const specs: (readonly [string, TableSpec<never, never>])[] = [];
for (const [connection, file] of Object.entries(files)) {
  const view = new URL(`../../../../src/dashboard/views/tables/${file}.tsx`, import.meta.url);
  specs.push([connection, (await import(view.pathname))[connection]]);
}

describe.each(specs)('the table of %s', (connection, spec) => {
  const field = schema.getQueryType()?.getFields()[connection];
  const typeOf = (argument: string) => field?.args.find(({ name }) => name === argument)?.type;

  it('asks what the API answers', () => {
    expect(validate(schema, parse(spec.document.toString()))).toEqual([]);
  });

  it('offers filters that the API has, and every value of their enums', () => {
    const fields = (typeOf('filter') as GraphQLInputObjectType).getFields();
    for (const filter of spec.filters) {
      const type = fields[filter.field]?.type;
      expect(type, filter.field).toBeDefined();
      const inner = isListType(type) ? schema.getType(String(type.ofType).replace('!', '')) : type;
      if (filter.kind === 'choices' && isEnumType(inner)) {
        const values = inner.getValues().map(({ name }) => name);
        expect(filter.options.map(({ value }) => value).sort(), filter.field).toEqual(values.sort());
      }
      if (filter.kind === 'choices' || filter.kind === 'texts')
        expect(isListType(type), filter.field).toBe(filter.single !== true);
    }
  });

  it('offers every filter that the API has', () => {
    const fields = Object.keys((typeOf('filter') as GraphQLInputObjectType).getFields());
    const offered = new Set(spec.filters.map((filter) => filter.field));
    // Of one vendor only, there is nothing to choose.
    expect(fields.filter((name) => !offered.has(name) && name !== 'kinds')).toEqual([]);
  });

  it('orders by what the API can order by', () => {
    const order = typeOf('orderBy') as GraphQLInputObjectType;
    const values = schema.getType(String(order.getFields().field?.type).replace('!', ''));
    const known = isEnumType(values) ? values.getValues().map(({ name }) => name) : [];
    const used = spec.columns.flatMap(({ order: by }) => by ?? []);
    expect(used.toSorted()).toEqual(known.toSorted());
    expect(known).toContain(spec.order.field);
  });
});
