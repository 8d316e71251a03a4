/** The section `graphql`: who may look at the schema, and which operations are known beforehand. */
import { z } from 'zod';
import type { GraphqlOptions } from '../graphql/options.js';
import type { Problems } from './problems.js';
import { flag } from './values.js';

const LOOKERS = { viewer: 'VIEWER', operator: 'OPERATOR', admin: 'ADMIN', off: 'NOBODY' } as const;

const shape = {
  introspection: z.enum(['viewer', 'operator', 'admin', 'off']).default('viewer'),
  graphiql: flag.default(true),
};

export function graphqlSection(raw: unknown, problems: Problems): GraphqlOptions | undefined {
  const path = ['graphql'];
  const { introspection, graphiql } = problems.checkFields(shape, raw, path);
  if (introspection === undefined || graphiql === undefined) return undefined;
  return { introspection: LOOKERS[introspection], graphiql, persisted: null };
}
