/** Everything that runs operations, put together: the long way by Apollo, the short way for what is prepared, and subscriptions. */
import type { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { createAdmission } from './admission.js';
import type { GraphqlContext } from './context.js';
import { createCallerRates } from './limits/caller-rates.js';
import { createCallersTurns } from './limits/callers-turns.js';
import { createOperationPrices } from './limits/operation-price.js';
import type { OperationLimits } from './limits/options.js';
import { type ContextOf, createOperationContexts, type OperationContextDeps } from './operation-context.js';
import type { OperationTelemetry } from './operation-telemetry-plugin.js';
import type { GraphqlOptions } from './options.js';
import { createPersistedOperations } from './persisted-operations.js';
import { type AnswerPrepared, createPreparedAnswers } from './prepared/prepared-answers.js';
import { createPreparedOperations } from './prepared/prepared-operations.js';
import { createGraphqlServer } from './server.js';
import { createSubscriptions, type EventsOf, type SubscriptionsDeps } from './subscriptions/subscriptions.js';
import { warnOfUnusable } from './unusable-operations.js';

export interface OperationsDeps extends Omit<OperationContextDeps, 'sources' | 'limits' | 'admit' | 'rates'> {
  readonly schema: GraphQLSchema;
  readonly options: Pick<GraphqlOptions, 'introspection' | 'persisted'>;
  readonly limits: OperationLimits;
  readonly sources: SubscriptionsDeps['sources'] & { readonly known: OperationContextDeps['sources'] };
  readonly telemetry: OperationTelemetry;
}

export interface Operations {
  /** Not started yet. */
  readonly apollo: ApolloServer<GraphqlContext>;
  readonly contextOf: ContextOf;
  readonly answerPrepared: AnswerPrepared;
  readonly eventsOf: EventsOf;
}

export function createOperations(deps: OperationsDeps): Operations {
  const { schema, options, limits, sources, telemetry, clock, logger } = deps;
  if (options.persisted !== null) warnOfUnusable(options.persisted, { schema, limits, logger });
  const textOf = createPersistedOperations(options.persisted);
  const rates = createCallerRates(limits);
  const admit = createAdmission({ textOf, options, limits });
  const contexts = createOperationContexts({ ...deps, sources: sources.known, admit, rates });
  const running = { prices: createOperationPrices(schema, limits), turns: createCallersTurns() };
  const operations = createPreparedOperations(schema);
  return {
    apollo: createGraphqlServer({ schema, ...running, operations, telemetry, logger }),
    contextOf: contexts.contextOf,
    answerPrepared: createPreparedAnswers({
      ...running,
      operations,
      textOf,
      contexts,
      rates,
      telemetry,
      clock,
      logger,
    }),
    eventsOf: createSubscriptions({ schema, sources, logger }),
  };
}
