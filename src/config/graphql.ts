/** The section `graphql`: who may look at the schema, and which operations are known beforehand. */
import { z } from 'zod';
import type { GraphqlOptions } from '../graphql/options.js';
import type { ConfigFiles } from './files.js';
import { persistedOperations } from './persisted-operations.js';
import type { Problems } from './problems.js';
import { flag } from './values.js';

const LOOKERS = { viewer: 'VIEWER', operator: 'OPERATOR', admin: 'ADMIN', off: 'NOBODY' } as const;

const shape = {
  introspection: z.enum(['viewer', 'operator', 'admin', 'off']).default('viewer'),
  graphiql: flag.default(true),
  persistedOperations: z.unknown(),
};

export function graphqlSection(raw: unknown, files: ConfigFiles, problems: Problems): GraphqlOptions | undefined {
  const fields = problems.checkFields(shape, raw, ['graphql']);
  const persisted = persistedOperations(fields.persistedOperations, files, problems);
  const { introspection, graphiql } = fields;
  if (introspection === undefined || graphiql === undefined || persisted === undefined) return undefined;
  return { introspection: LOOKERS[introspection], graphiql, persisted };
}
