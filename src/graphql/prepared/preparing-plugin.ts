/** Notes which operations are asked and valid, so that those asked again and again are prepared. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../context.js';
import type { PreparedOperations } from './prepared-operations.js';

export function preparingPlugin(operations: PreparedOperations): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      return {
        /** Reached with valid documents only. */
        async executionDidStart({ source, document, request }) {
          operations.note({ text: source, operationName: request.operationName ?? null, document });
        },
      };
    },
  };
}
