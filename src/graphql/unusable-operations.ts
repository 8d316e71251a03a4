/** Tells at start which persisted operations can never run. */
import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import type { Logger } from '../domain/ports.js';
import { checkDocument } from './limits/document-limits.js';
import { checkText } from './limits/lexical-limits.js';
import type { OperationLimits } from './limits/options.js';
import { checkSchemaAliases } from './limits/schema-aliases.js';
import type { PersistedOperations } from './options.js';

/** Warns of each document that would be refused whenever it is asked for: the schema or the limits have no place for it. */
export function warnOfUnusable(
  { documents }: PersistedOperations,
  {
    schema,
    limits,
    logger,
  }: { readonly schema: GraphQLSchema; readonly limits: OperationLimits; readonly logger: Logger },
): void {
  for (const [id, text] of documents) {
    const problem = problemOf(text, schema, limits);
    if (problem !== undefined) logger.warn({ id, problem }, 'a persisted operation cannot run');
  }
}

function problemOf(text: string, schema: GraphQLSchema, limits: OperationLimits): string | undefined {
  const document = parse(text);
  try {
    checkText(text, limits.tokens);
    checkDocument(document, limits);
    checkSchemaAliases(document);
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
  return validate(schema, document)[0]?.message;
}
