/** Which answers the server still owes: told by the server's own events, since hooks may run when the caller has long gone. */
import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server as TlsServer } from 'node:tls';

export interface Answers {
  /**
   * Whether earlier requests of a connection are still being answered. Whoever sends an upgrade behind them would be
   * answered out of order, and take one answer for another.
   */
  isOwed(socket: Duplex): boolean;
  /** Over once nobody waits for this answer any more: it was sent, or its connection has gone. */
  waitOf(response: ServerResponse): Wait;
  /** Closes connections on which nothing was asked yet: browsers open some to be ready, and a closing server would wait for them. */
  closeUnused(): void;
}

/** A signal is made only for who asks for one: most answers are there before anybody could leave. */
export interface Wait {
  readonly isOver: boolean;
  /** Aborts when it is over. */
  readonly signal: AbortSignal;
  /** Called when it is over. */
  whenOver(told: () => void): void;
  end(): void;
}

/** To be called before the server listens. */
export function trackAnswers(server: Server): Answers {
  const waits = new WeakMap<ServerResponse, Wait>();
  const owed = new WeakMap<Duplex, Map<ServerResponse, Wait>>();
  const unused = new Set<Duplex>();

  function owedTo(socket: Duplex): Map<ServerResponse, Wait> {
    const known = owed.get(socket);
    if (known !== undefined) return known;
    const all = new Map<ServerResponse, Wait>();
    owed.set(socket, all);
    socket.once('close', () => {
      for (const response of all.keys()) if (response.socket === null) tellClosed(response);
      for (const wait of all.values()) wait.end();
      all.clear();
    });
    return all;
  }

  server.on(server instanceof TlsServer ? 'secureConnection' : 'connection', (socket: Duplex) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.prependListener('upgrade', ({ socket }) => unused.delete(socket));
  server.prependListener('request', (request, response) => {
    unused.delete(request.socket);
    const all = owedTo(request.socket);
    const wait = createWait();
    waits.set(response, wait);
    all.set(response, wait);
    response.once('close', () => {
      all.delete(response);
      wait.end();
    });
  });

  return {
    closeUnused() {
      for (const socket of unused) socket.destroy();
    },
    isOwed: (socket) => (owed.get(socket)?.size ?? 0) > 0,
    waitOf(response) {
      const wait = waits.get(response);
      if (wait === undefined) throw new Error('an answer is asked about that this server does not give');
      return wait;
    },
  };
}

/** One for all: to make one takes longer than most of what an answer takes. */
const OVER = new DOMException('nobody waits for the answer any more', 'AbortError');

function createWait(): Wait {
  let isOver = false;
  let controller: AbortController | null = null;
  const told: (() => void)[] = [];
  return {
    get isOver() {
      return isOver;
    },
    get signal() {
      controller ??= new AbortController();
      if (isOver) controller.abort(OVER);
      return controller.signal;
    },
    whenOver(tell) {
      told.push(tell);
    },
    end() {
      if (isOver) return;
      isOver = true;
      controller?.abort(OVER);
      for (const tell of told) tell();
    },
  };
}

/** Answers that stand behind another are not told by Node that their connection has gone: whoever waits for it would wait for ever. */
function tellClosed(response: ServerResponse): void {
  response.destroy();
  response.emit('close');
}
