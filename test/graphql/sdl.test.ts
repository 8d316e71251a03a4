import { isObjectType, parse } from 'graphql';
import { expect, it } from 'vitest';
import { createPriceList } from '../../src/graphql/limits/price-list.js';
import { createSchema } from '../../src/graphql/schema.js';
import { publicSdl, subgraphSdl } from '../../src/graphql/sdl.js';
import { sourceModules } from '../../src/sources/index.js';

const PAGE =
  '@listSize(assumedSize: 50, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)';

it('the subgraph’s SDL states the size of every list of things, and what costs more than others', () => {
  const sdl = subgraphSdl();
  parse(sdl);
  expect(sdl).toContain(`LicenseConnection! ${PAGE}`);
  expect(sdl).toContain('quotas: [Quota!]! @listSize(assumedSize: 5)');
  expect(sdl).toContain('[UsagePoint!]! @listSize(assumedSize: 30)');
  expect(sdl).toContain('WhatIfResult! @cost(weight: 20000)');
  expect(sdl).toContain('scalar JSONObject @cost(weight: 1)');
});

it('every connection of the running schema is sized by its arguments, and no list of things is without a size', () => {
  const schema = createSchema(sourceModules);
  const priceOf = createPriceList(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_') || type.name.endsWith('Connection')) continue;
    for (const field of Object.values(type.getFields())) {
      const { assumedSize, slicingArguments, sizedFields } = priceOf(field, type.name);
      const place = `${type.name}.${field.name}`;
      if (/Connection!?$/.test(String(field.type))) {
        expect({ place, slicingArguments, sizedFields }).toEqual({
          place,
          slicingArguments: ['first', 'last'],
          sizedFields: ['edges', 'nodes'],
        });
      } else if (/^\[(?!String|ID|Int)[A-Z]/.test(String(field.type)) && priceOf(field, type.name).weight > 0) {
        expect({ place, isSized: assumedSize > 1 }).toEqual({ place, isSized: true });
      }
    }
  }
});

it('clients see nothing of it', () => {
  expect(publicSdl()).not.toMatch(/@(cost|listSize|key|link|shareable)/);
});
