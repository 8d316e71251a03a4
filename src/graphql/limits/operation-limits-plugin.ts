/** What an operation may take, decided when it is known which one runs and with which variables, before any of it does. */
import type { ApolloServerPlugin } from '@apollo/server';
import { type GraphQLSchema, getVariableValues } from 'graphql';
import type { GraphqlContext } from '../context.js';
import { operationTooComplex } from '../errors.js';
import { checkArguments } from './argument-limits.js';
import { createCallersTurns } from './callers-turns.js';
import { costOf } from './cost.js';
import { countFields } from './document-limits.js';
import type { OperationLimits } from './options.js';
import { createPriceList } from './price-list.js';
import { checkVariables } from './variable-limits.js';

/** Each is one after the other: a request to a vendor, a read of the source, an entry in the audit log. */
const MOST_CHANGES = 25;

/** Refuses what costs too much, changes too much or asks too often; tells the cost of everything that runs. */
export function operationLimitsPlugin(
  schema: GraphQLSchema,
  limits: OperationLimits,
): ApolloServerPlugin<GraphqlContext> {
  const turns = createCallersTurns();
  const priceOf = createPriceList(schema);
  // What a whole minute does not hold could never run.
  const mostCost = Math.min(limits.cost, limits.costPerMinute);
  const mostChanges = Math.min(MOST_CHANGES, limits.changesPerMinute);
  return {
    async requestDidStart() {
      let cost: number | null = null;
      let end = () => {};
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (!operation) return;
          const changes = operation.operation === 'mutation' ? countFields(operation.selectionSet, document) : 0;
          if (changes > mostChanges) {
            throw operationTooComplex(
              `this operation has ${changes} mutations, and ${mostChanges} are the most; send several`,
            );
          }
          checkVariables(request.variables ?? {});
          // Coerced, so that a default of the operation counts. Those that do not fit are refused by who would run it.
          const { coerced: variables } = getVariableValues(
            schema,
            operation.variableDefinitions ?? [],
            request.variables ?? {},
            // The message of each shows the whole value.
            { maxErrors: 1 },
          );
          if (variables === undefined) return;
          const requested = costOf({ schema, priceOf, document, operation, variables, onField: checkArguments });
          if (requested > mostCost) {
            throw operationTooComplex(
              `this operation could cost ${requested}, and ${mostCost} is the most; ask for smaller pages, or for less within each`,
              { cost: requested, limit: mostCost },
            );
          }
          await contextValue.pay({ cost: requested, changes });
          if (contextValue.subscribing) contextValue.subscribing.cost = requested;
          // Last, so that whoever waits holds nothing but a document. A change waits for vendors, and for no query.
          if (operation.operation === 'query') {
            end = await turns.enter(contextValue.viewer.name, requested, contextValue.signal);
          }
          cost = requested;
        },
        /** However it has ended, and when its caller had left before, too. */
        async willSendResponse({ response: { body } }) {
          end();
          if (cost === null || body.kind !== 'single') return;
          // The same for everybody and at any time, so that an answer can be kept.
          const { extensions } = body.singleResult;
          body.singleResult.extensions = { ...extensions, cost: { requested: cost, limit: mostCost } };
        },
      };
    },
  };
}
