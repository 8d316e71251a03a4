/** Refuses what costs too much, changes too much or asks too often; tells the cost of everything that runs. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../context.js';
import type { Spending } from './caller-rates.js';
import type { CallersTurns } from './callers-turns.js';
import type { OperationPrices } from './operation-price.js';

export interface OperationLimitsDeps {
  readonly prices: OperationPrices;
  readonly turns: CallersTurns;
}

export function operationLimitsPlugin({ prices, turns }: OperationLimitsDeps): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      let paid: Spending | null = null;
      let end = () => {};
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (!operation) return;
          const price = prices.priceOf({ document, operation, variables: request.variables ?? {} });
          if (price === null) return;
          await contextValue.pay(price);
          if (contextValue.subscribing) contextValue.subscribing.cost = price.cost;
          // Last, so that whoever waits holds nothing but a document. A change waits for vendors, and for no query.
          if (operation.operation === 'query') {
            end = await turns.enter(contextValue.viewer.name, price.cost, contextValue.signal);
          }
          paid = price;
        },
        /** However it has ended, and when its caller had left before, too. */
        async willSendResponse({ response: { body } }) {
          end();
          if (paid === null || body.kind !== 'single') return;
          const { extensions } = body.singleResult;
          body.singleResult.extensions = { ...extensions, cost: prices.told(paid) };
        },
      };
    },
  };
}
