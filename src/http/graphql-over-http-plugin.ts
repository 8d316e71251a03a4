/** Apollo answers 400 where the GraphQL-over-HTTP specification wants 200 for clients of plain application/json. */
import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';

/** Errors of a well-formed request: its document does not parse or does not validate, or its variables do not fit. */
const DOCUMENT_ERRORS: readonly unknown[] = [
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
];

/**
 * Sets 200 for those three only, and only for clients that do not accept application/graphql-response+json: without that
 * type a 4xx could have come from any proxy on the way, and clients do not read its body (GraphQL over HTTP, 6.4.1).
 */
export function graphqlOverHttpPlugin<C extends BaseContext>(): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse(context: GraphQLRequestContext<C>) {
          const { http } = context.response;
          // The errors before formatting: their codes are Apollo's own.
          const errors = context.errors ?? [];
          if (http === undefined || http.status !== 400 || errors.length === 0) return;
          if (acceptsGraphqlResponse(context.request.http?.headers.get('accept'))) return;
          if (errors.every((error) => DOCUMENT_ERRORS.includes(error.extensions.code))) http.status = 200;
        },
      };
    },
  };
}

function acceptsGraphqlResponse(accept: string | undefined): boolean {
  return accept?.toLowerCase().includes('application/graphql-response+json') ?? false;
}
