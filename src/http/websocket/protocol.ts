/** graphql-transport-ws on one WebSocket: whose it is, and what of what it asks for may run. */
import { type ExecutionArgs, GraphQLSchema, parse } from 'graphql';
import { type Context, makeServer, type Server as ProtocolServer, type SubscribePayload } from 'graphql-ws';
import type { Logger } from 'pino';
import type { Authenticate } from '../../auth/authenticate.js';
import { bearerOf } from '../authentication.js';
import { holderOf } from '../holder.js';
import { errorsOf, refused } from '../operation-errors.js';
import type { Places } from '../places.js';
import { overloaded } from '../shedding.js';
import { REVOKED } from '../streams.js';
import { type Connection, closeCodes } from './connection.js';
import type { Results, RunOperation } from './operations.js';

type ConnectionInit = Record<string, unknown> | undefined;

export interface ProtocolDeps {
  readonly authenticate: Authenticate;
  readonly run: RunOperation;
  /** WebSockets of one caller. */
  readonly sockets: Places;
  readonly logger: Logger;
  readonly isOverloaded: () => boolean;
  readonly initMs: number;
}

export function createProtocol(deps: ProtocolDeps): ProtocolServer<Connection> {
  const { authenticate, run, sockets, isOverloaded, initMs, logger } = deps;

  /** Takes the connection for whoever holds its key; false when nobody does. */
  async function enter({
    extra: connection,
    connectionParams = {},
  }: Context<ConnectionInit, Connection>): Promise<boolean> {
    const given = connectionParams.Authorization ?? connectionParams.authorization ?? connection.authorization;
    const bearer = bearerOf(typeof given === 'string' ? given : undefined);
    const holder = () => holderOf(authenticate, bearer);
    const viewer = await holder();
    if (viewer === 'UNKNOWN') connection.close(closeCodes.tryAgainLater, 'Try again later');
    if (viewer === null || viewer === 'UNKNOWN' || !connection.isOpen()) return false;
    const leave = sockets.take(viewer.name);
    if (leave === null) {
      connection.close(closeCodes.tooMany, 'Too many WebSockets of this key; close one');
      return false;
    }
    connection.enter({ leave, holder });
    return true;
  }

  async function* results(connection: Connection, asked: SubscribePayload, signal: AbortSignal): Results {
    const viewer = await connection.viewer();
    if (viewer === null) throw refused(REVOKED);
    if (viewer === 'UNKNOWN') throw refused(UNKNOWN);
    if (isOverloaded()) throw refused(overloaded);
    const finished = connection.begin();
    try {
      // A subscription is nothing to wait for: whoever is cut off from it connects again.
      yield* run(asked, { viewer, signal, holder: connection.viewer, onStream: finished });
    } finally {
      finished();
    }
  }

  return makeServer<ConnectionInit, Connection>({
    connectionInitWaitTimeout: initMs,
    onConnect: enter,
    onSubscribe: ({ extra }, _id, asked) => ({
      ...RUN_BY_APOLLO,
      contextValue: abortable((signal) => results(extra, asked, signal)),
    }),
    execute: ({ contextValue }) => contextValue as never,
    // Formatted by Apollo already.
    onNext: (_context, _id, _asked, _args, result) => result as never,
    // The library wraps what was thrown.
    onError: (_context, _id, _asked, errors) => errors.flatMap(({ originalError }) => errorsOf(originalError, logger)),
  });
}

/** The library wants a document to tell queries from subscriptions, which is Apollo's to parse: whatever runs here is a stream. */
const RUN_BY_APOLLO: Pick<ExecutionArgs, 'schema' | 'document'> = {
  schema: new GraphQLSchema({}),
  document: parse('{ __typename }'),
};

/** A stream whose end by its reader aborts at once what it waits for. */
function abortable(start: (signal: AbortSignal) => Results): Results {
  const left = new AbortController();
  const results = start(left.signal);
  const end = results.return.bind(results);
  results.return = (value) => {
    left.abort();
    return end(value);
  };
  return results;
}

const UNKNOWN = {
  status: 503,
  code: 'AUTH_UNAVAILABLE',
  message: 'who this is cannot be checked right now; try again in a moment',
};
