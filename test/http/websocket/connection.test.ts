import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Connection, createConnection } from '../../../src/http/websocket/connection.js';
import { silentPino } from '../../support/silent-pino.js';

/** A socket of which the test says how much of what was sent is unread. */
function fakeSocket() {
  const fake = Object.assign(new EventEmitter(), {
    readyState: WebSocket.OPEN as number,
    bufferedAmount: 0,
    pings: 0,
    ping: () => {
      fake.pings++;
    },
    terminate: () => {
      fake.readyState = WebSocket.CLOSED;
    },
  });
  return fake;
}

let socket: ReturnType<typeof fakeSocket>;
let connection: Connection;
beforeEach(() => {
  socket = fakeSocket();
  connection = createConnection({
    socket: socket as unknown as WebSocket,
    transport: new PassThrough(),
    authorization: undefined,
    arrived: () => {},
    logger: silentPino,
  });
});

const isCut = () => socket.readyState === WebSocket.CLOSED;

it('is asked for a sign of life each time, and kept as long as it gives one', () => {
  for (let n = 1; n <= 3; n++) {
    connection.ping();
    expect([socket.pings, isCut()]).toEqual([n, false]);
    socket.emit('pong');
  }
});

it('is cut when it has given none since the last time', () => {
  connection.ping();
  connection.ping();
  expect([socket.pings, isCut()]).toEqual([1, true]);
});

it('is kept while it reads a large answer, however slowly, and cut when it stops', () => {
  socket.bufferedAmount = 3_000_000;
  connection.ping();
  socket.bufferedAmount = 2_000_000;
  connection.ping();
  socket.bufferedAmount = 1_000_000;
  connection.ping();
  expect(isCut()).toBe(false);
  connection.ping();
  expect(isCut()).toBe(true);
});
