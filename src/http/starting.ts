/** What answers while the store is waited for: the process lives, and is not ready; gone when the real server takes the port over. */
import type { Socket } from 'node:net';
import { STORE_UNAVAILABLE } from '../graphql/errors.js';
import { addCors } from './cors.js';
import { addHealthRoutes } from './health.js';
import { createListener, type ListenerDeps, listenAt } from './listener.js';
import { answerError, type Refusal, refuse } from './refusal.js';
import { addRequestHooks } from './request-hooks.js';
import { defaultWaits } from './waits.js';

export interface StartingServer {
  /** Gives the port back at once, and cuts what is still connected. */
  close(): Promise<void>;
}

/** Listens when it resolves. Throws the system's own error (EADDRINUSE, EACCES, …) when it cannot. */
export async function createStartingServer(deps: Omit<ListenerDeps, 'waits'>): Promise<StartingServer> {
  const { server } = deps;
  const app = createListener({ ...deps, waits: defaultWaits });
  let closing: Promise<void> | null = null;
  // By TCP's own: a connection within its TLS handshake is none that HTTP knows of.
  const sockets = new Set<Socket>();
  app.server.on('connection', (socket) => {
    if (closing !== null) return socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  function close() {
    closing ??= app.close();
    for (const socket of sockets) socket.destroy();
    return closing;
  }

  addRequestHooks(app, server);
  // A connection that is kept would be cut under its next request when the port is handed over.
  app.addHook('onRequest', async (_request, reply) => void reply.header('connection', 'close'));
  addCors(app, server.cors);
  // Before a body is read, and whatever it is.
  app.addHook('onRequest', async (request, reply) => (request.is404 ? refuse(reply, waiting) : undefined));
  app.setErrorHandler(answerError);
  addHealthRoutes(app, () => ({ missing: ['store: not open yet'] }));
  try {
    await listenAt(app, server, (url) => `Probes are answered at ${url} while the store is opened`);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}

const waiting: Refusal = {
  status: 503,
  code: STORE_UNAVAILABLE.code,
  message: 'the gateway is starting and waits for its store; ask again in a few seconds',
  retryAfterSeconds: STORE_UNAVAILABLE.seconds,
};
