/** Takes a subscription through every check of a query, and hands it over instead of running it: what runs are its events. */
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { createSourceEventStream, type ExecutionArgs, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Change } from '../../sync/changes.js';
import type { GraphqlContext } from '../context.js';
import { isAboutInput } from '../without-values.js';
import type { Begun } from './begun.js';

export function subscribingPlugin(schema: GraphQLSchema): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      let begun: Begun | null = null;
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (operation?.operation !== 'subscription') return;
          if (contextValue.subscribing === null) throw noEvents();
          const { operationName, variables = {} } = request;
          const source = await sourceOf({ schema, document, operationName, variableValues: variables, contextValue });
          begun = { document, operationName, variables, source };
        },
        /** Not reached when any plugin has refused it. */
        async responseForOperation({ contextValue }) {
          if (begun === null || contextValue.subscribing === null) return null;
          contextValue.subscribing.begun = begun;
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: null } } };
        },
      };
    },
  };
}

async function sourceOf(args: ExecutionArgs): Promise<AsyncIterable<Change>> {
  const source = await createSourceEventStream(args);
  if (Symbol.asyncIterator in source) return source as AsyncIterable<Change>;
  throw refusalOf(source.errors?.[0] ?? new GraphQLError('there is nothing to tell'));
}

/** With its code and status where it is about what was asked for; else it is a fault, and stays one. */
function refusalOf(error: GraphQLError): GraphQLError {
  const { nodes, path, originalError, extensions, message } = error;
  // Without a path it is about the variables.
  const isAboutWhatWasAsked = path === undefined || isAboutInput(message);
  const code = extensions.code ?? (isAboutWhatWasAsked ? 'BAD_USER_INPUT' : null);
  if (code === null) return error;
  return new GraphQLError(message, {
    ...(nodes === undefined ? {} : { nodes }),
    ...(path === undefined ? {} : { path }),
    ...(originalError === undefined ? {} : { originalError }),
    extensions: { ...extensions, code, http: { status: 400 } },
  });
}

function noEvents(): GraphQLError {
  return new GraphQLError(
    'subscriptions are told over a WebSocket (sub-protocol graphql-transport-ws), or as server-sent events: send the POST with Accept: text/event-stream',
    { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } },
  );
}
