/** The HTTP server: started with its routes and its WebSocket door, and its graceful end. */
import type { AddressInfo } from 'node:net';
import type { BaseContext } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import type { OnReload } from '../auth/authenticate.js';
import { trackAnswers } from './answers.js';
import { graphqlOverHttpPlugin } from './graphql-over-http-plugin.js';
import { createListener, listenAt } from './listener.js';
import type { ServerOptions } from './options.js';
import { addRoutes, type RoutesDeps } from './routes.js';
import { createStreams } from './streams.js';
import { defaultWaits, type Waits } from './waits.js';
import { addWebSocketDoor, type WebSocketDoor } from './websocket/door.js';

/** The Apollo server of `graphql` is not started yet: it is started, given this server's plugins, and stopped here. */
export interface HttpServerDeps<C extends BaseContext> extends RoutesDeps<C> {
  readonly logger: Logger;
  /** Tells when bearers that were good may not be any more. */
  readonly onReload?: OnReload;
  readonly waits?: Partial<Waits>;
  /** Frees the port of who listened there until now. */
  readonly beforeListening?: () => Promise<void>;
  /** How long running requests may take to finish when the server closes. Default 10 s. */
  readonly closeWithinMs?: number;
}

export interface HttpServer {
  /** Where it listens, without a trailing slash. */
  readonly url: string;
  /** Takes no new request, lets the running ones finish until the deadline, then cuts what is left. */
  close(): Promise<void>;
}

/** Listens when it resolves. Throws the system's own error (EADDRINUSE, EACCES, …) when it cannot. */
export async function createHttpServer<C extends BaseContext>(deps: HttpServerDeps<C>): Promise<HttpServer> {
  const { server, graphql, logger, limits, closeWithinMs = 10_000 } = deps;
  const { apollo } = graphql;
  const waits = { ...defaultWaits, ...deps.waits };
  apollo.addPlugin(ApolloServerPluginLandingPageDisabled());
  apollo.addPlugin(graphqlOverHttpPlugin());
  await apollo.start();
  const app = createListener({ server, limits, waits, logger });
  const answers = trackAnswers(app.server);
  const streams = createStreams({ ...deps, everyMs: waits.keepAliveMs });
  let door: WebSocketDoor | undefined;

  async function close() {
    const cut = setTimeout(() => {
      app.server.closeAllConnections();
      door?.terminate();
    }, closeWithinMs);
    // Again and again: one may have come before it was listened no more.
    const sweep = setInterval(answers.closeUnused, 20);
    try {
      door?.close();
      await app.close();
    } finally {
      clearInterval(sweep);
      clearTimeout(cut);
      streams.close();
      await apollo.stop();
    }
  }

  try {
    const isOverloaded = await addRoutes(app, { ...deps, answers, streams });
    door = addWebSocketDoor(app, { ...deps, waits, answers, streams, isOverloaded });
    await deps.beforeListening?.();
    await listenAt(app, server);
  } catch (error) {
    await close();
    throw error;
  }
  let closing: Promise<void> | null = null;
  return {
    url: urlOf(app.server.address() as AddressInfo, server),
    close() {
      closing ??= close();
      return closing;
    },
  };
}

function urlOf({ address, family, port }: AddressInfo, server: ServerOptions): string {
  const isEverywhere = address === '0.0.0.0' || address === '::';
  const host = isEverywhere ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `${server.tls === null ? 'http' : 'https'}://${host}:${port}`;
}
