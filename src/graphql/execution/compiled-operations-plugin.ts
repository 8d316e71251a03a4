/** Has Apollo take the answer of a compiled operation where there is one. */
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { GraphqlContext } from '../context.js';
import { createCompiledOperations } from './compiled-operations.js';

export function compiledOperationsPlugin(schema: GraphQLSchema): ApolloServerPlugin<GraphqlContext> {
  const run = createCompiledOperations(schema);
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ source, operationName, request, contextValue }) {
          const { variables = {} } = request;
          const singleResult = await run({ text: source, operationName, variables, context: contextValue });
          if (singleResult === null) return null;
          return { http: { headers: new HeaderMap(), status: undefined }, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}
