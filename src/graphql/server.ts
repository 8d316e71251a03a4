/** The Apollo Server over the schema: no landing page, no stack traces, one way errors look. */
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../domain/ports.js';
import type { GraphqlContext } from './context.js';
import { createDocumentStore } from './document-store.js';
import { formatError } from './format-error.js';
import type { CallersTurns } from './limits/callers-turns.js';
import { operationLimitsPlugin } from './limits/operation-limits-plugin.js';
import type { OperationPrices } from './limits/operation-price.js';
import { type OperationTelemetry, operationTelemetryPlugin } from './operation-telemetry-plugin.js';
import { admittedDocumentPlugin } from './persisted-operations.js';
import type { PreparedOperations } from './prepared/prepared-operations.js';
import { preparingPlugin } from './prepared/preparing-plugin.js';
import { subscriptionConditionsRule } from './subscriptions/conditions-rule.js';
import { subscribingPlugin } from './subscriptions/subscribing.js';

export interface GraphqlServerDeps {
  readonly schema: GraphQLSchema;
  readonly prices: OperationPrices;
  readonly turns: CallersTurns;
  readonly operations: PreparedOperations;
  readonly telemetry: OperationTelemetry;
  readonly logger: Logger;
}

export function createGraphqlServer({
  schema,
  prices,
  turns,
  operations,
  telemetry,
  logger,
}: GraphqlServerDeps): ApolloServer<GraphqlContext> {
  return new ApolloServer<GraphqlContext>({
    schema,
    documentStore: createDocumentStore(),
    introspection: true,
    validationRules: [subscriptionConditionsRule],
    // Whoever has that many mends these first; a small document can have thousands.
    validationOptions: { maxErrors: 20 },
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    // Which text an id means is settled before Apollo is asked, for every transport and under every limit.
    persistedQueries: false,
    formatError: formatError(logger),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // It looks at every field of every answer; what may be kept, and by whom, is said for all of them.
      ApolloServerPluginCacheControlDisabled(),
      admittedDocumentPlugin,
      operationLimitsPlugin({ prices, turns }),
      subscribingPlugin(schema),
      preparingPlugin(operations),
      operationTelemetryPlugin(telemetry, logger),
    ],
  });
}
