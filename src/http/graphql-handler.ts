/** What runs operations, as the doors of the server see it. */
import type { ApolloServer, BaseContext } from '@apollo/server';
import type { OperationRequest } from '../graphql/context.js';
import type { EventQueue } from '../graphql/subscriptions/event-queue.js';

export interface GraphqlHandler<C extends BaseContext> {
  /** Started already. */
  readonly apollo: ApolloServer<C>;
  /** Rejects with a GraphQLError for what may not run. */
  contextOf(request: OperationRequest): Promise<C>;
  /** The body of an answer without errors to what was asked before; null: this is for Apollo. */
  readonly answerPrepared?: (request: OperationRequest) => Promise<Buffer | null>;
  /** The events of the subscription that was run with this context, from now on; null when none was. */
  eventsOf(context: C): EventQueue | null;
}
