/** Tells at start which persisted operations can never run. */
import { GraphQLError, type GraphQLSchema, specifiedRules, validate } from 'graphql';
import type { Logger } from '../domain/ports.js';
import { limitedDocument } from './limits/limited-document.js';
import type { OperationLimits } from './limits/options.js';
import type { PersistedOperations } from './options.js';
import { subscriptionConditionsRule } from './subscriptions/conditions-rule.js';

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
  try {
    const document = limitedDocument(text, limits);
    if (document === null) return 'it does not parse';
    return validate(schema, document, [...specifiedRules, subscriptionConditionsRule])[0]?.message;
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}
