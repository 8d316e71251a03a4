/** One WebSocket: who it belongs to, what runs on it, and when it ends. */
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type RawData, WebSocket } from 'ws';
import type { Holder } from '../holder.js';

export interface Connection {
  /** The Authorization header of its upgrade. */
  readonly authorization: string | undefined;
  isOpen(): boolean;
  close(code: number, reason: string): void;
  /** It is somebody's from now on: `holder` tells whose, for as long as the key holds, and `leave` gives the place back. */
  enter(session: Session): void;
  /** Whose it is; when it is nobody's any more, it is closed. */
  viewer(): Promise<Holder>;
  /** Notes an operation that runs; answers how to note its end (more than once is as once). */
  begin(): () => void;
  /** Closes when nothing runs on it any more. */
  finish(): void;
  /** Checks that the other side has shown itself since the last time; else it ends. */
  ping(): void;
  /** Checks that its key still holds; else it is closed. */
  recheck(): Promise<void>;
  terminate(): void;
}

export interface Session {
  readonly holder: () => Promise<Holder>;
  readonly leave: () => void;
}

export interface ConnectionDeps {
  readonly socket: WebSocket;
  /** What it was made from. */
  readonly transport: Duplex;
  readonly authorization: string | undefined;
  /** Gives back the place among those who have not shown a key yet. */
  readonly arrived: () => void;
  readonly logger: Logger;
}

/** What a WebSocket is closed with: the first three are RFC 6455's, 4403 is the protocol's, 4429 is ours. */
export const closeCodes = {
  goingAway: 1001,
  internalError: 1011,
  tryAgainLater: 1013,
  forbidden: 4403,
  tooMany: 4429,
} as const;

/** What may wait to be read by the other side before nothing more is taken from it. */
const MOST_UNREAD = 1024 * 1024;

/** What is taken from those who have not shown a key: a connection_init with a long token, and little more. */
const MOST_FROM_STRANGERS = 32 * 1024;

export function createConnection({ socket, transport, authorization, arrived, logger }: ConnectionDeps): Connection {
  let session: Session | null = null;
  let running = 0;
  let isFinishing = false;
  let isAlive = true;
  /** What waited to be read when it was last looked at. */
  let unread = 0;
  let taken = 0;

  // A frame that is none, or too large: the socket closes itself with the code that says so.
  socket.on('error', (error) => logger.debug({ err: error }, 'a WebSocket failed'));
  socket.on('pong', () => {
    isAlive = true;
  });
  socket.on('close', () => {
    arrived();
    session?.leave();
  });
  // Who asks without reading the answers would have them pile up here.
  socket.on('message', pauseWhileUnread);
  socket.on('ping', pauseWhileUnread);

  // By the byte, since a message is kept in parts until it is whole.
  transport.on('data', countFromStranger);

  function countFromStranger(chunk: Buffer) {
    taken += chunk.length;
    if (taken > MOST_FROM_STRANGERS) socket.terminate();
  }

  function pauseWhileUnread() {
    if (socket.bufferedAmount <= MOST_UNREAD || socket.isPaused) return;
    socket.pause();
    transport.once('drain', () => socket.resume());
  }

  function closeWhenDone() {
    if (isFinishing && running === 0) socket.close(closeCodes.goingAway, 'The gateway is closing');
  }

  const connection: Connection = {
    authorization,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: (code, reason) => socket.close(code, reason),
    enter(entered) {
      session = entered;
      transport.off('data', countFromStranger);
      arrived();
    },
    async viewer() {
      const viewer = (await session?.holder()) ?? null;
      if (viewer === null) socket.close(closeCodes.forbidden, 'Forbidden');
      return viewer;
    },
    begin() {
      running++;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        running--;
        // After the message that tells its end.
        setImmediate(closeWhenDone);
      };
    },
    finish() {
      isFinishing = true;
      closeWhenDone();
    },
    ping() {
      // A large answer over a slow line: what is read of it is a sign of life, and the pong comes behind it.
      const isReading = socket.bufferedAmount < unread;
      if (!isAlive && !isReading) return socket.terminate();
      isAlive = false;
      if (connection.isOpen()) socket.ping();
      unread = socket.bufferedAmount;
    },
    async recheck() {
      if (session !== null) await connection.viewer();
    },
    terminate: () => socket.terminate(),
  };
  return connection;
}

/** The text of a message. */
export function textOf(data: RawData): string {
  return Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as Buffer).toString();
}
