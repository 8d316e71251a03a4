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
import { compiledOperationsPlugin } from './execution/compiled-operations-plugin.js';
import { formatError } from './format-error.js';
import { operationLimitsPlugin } from './limits/operation-limits-plugin.js';
import type { OperationLimits } from './limits/options.js';
import { type OperationTelemetry, operationTelemetryPlugin } from './operation-telemetry-plugin.js';
import type { GraphqlOptions } from './options.js';
import { admittedDocumentPlugin } from './persisted-operations.js';
import { subscriptionConditionsRule } from './subscriptions/conditions-rule.js';
import { subscribingPlugin } from './subscriptions/subscribing.js';
import { warnOfUnusable } from './unusable-operations.js';

export interface GraphqlServerDeps {
  readonly schema: GraphQLSchema;
  readonly options: GraphqlOptions;
  readonly limits: OperationLimits;
  readonly telemetry: OperationTelemetry;
  readonly logger: Logger;
}

export function createGraphqlServer({
  schema,
  options,
  limits,
  telemetry,
  logger,
}: GraphqlServerDeps): ApolloServer<GraphqlContext> {
  if (options.persisted !== null) warnOfUnusable(options.persisted, { schema, limits, logger });
  return new ApolloServer<GraphqlContext>({
    schema,
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
      operationLimitsPlugin(schema, limits),
      subscribingPlugin(schema),
      compiledOperationsPlugin(schema),
      operationTelemetryPlugin(telemetry, logger),
    ],
  });
}
