/** What runs operations, as the doors of the server see it. */
import type { ApolloServer, BaseContext } from '@apollo/server';
import type { OperationRequest } from '../graphql/context.js';
import type { AnswerPrepared } from '../graphql/prepared/prepared-answers.js';
import type { EventQueue } from '../graphql/subscriptions/event-queue.js';

export interface GraphqlHandler<C extends BaseContext> {
  /** Started already. */
  readonly apollo: ApolloServer<C>;
  /** Rejects with a GraphQLError for what may not run. */
  contextOf(request: OperationRequest): Promise<C>;
  /** Answers without Apollo what was asked before; null: nothing is. */
  readonly answerPrepared?: AnswerPrepared;
  /** The events of the subscription that was run with this context, from now on; null when none was. */
  eventsOf(context: C): EventQueue | null;
}
