import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deferred, KEY, startTinyServer, type TinyServer } from '../support/tiny-server.js';

const BODY = '{"query":"{ hello }"}';
/** Nobody says whose it is before the end. */
const SLOW_KEY = 'slow-key-0123456789';
const AUTH = `Authorization: Bearer ${KEY}\r\n`;
/** As Java's client sends it. */
const OFFER =
  'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA\r\n';
const WEBSOCKET =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n';
const HEAD = `POST /graphql HTTP/1.1\r\nHost: a\r\n${AUTH}Content-Type: application/json\r\nContent-Length: ${BODY.length}\r\n`;
const LAST = `GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;

describe.each([false, true])('an upgrade that is not made, with TLS: %s', (isSecure) => {
  let server: TinyServer;
  const slow = deferred();
  beforeAll(async () => {
    const pair = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
    server = await startTinyServer(
      { tls: isSecure ? { cert: pair.cert, key: pair.private } : null },
      {
        authenticate: async (bearer) => {
          if (bearer === SLOW_KEY) await slow.promise;
          return bearer === undefined ? null : { name: 'ops', role: 'ADMIN', sources: null };
        },
      },
    );
  });
  afterAll(() => {
    slow.resolve();
    return server.close();
  });

  /** What is answered to the parts of a conversation; what follows the end of a request waits for its answer. */
  async function exchange(...parts: string[]): Promise<string> {
    const port = Number(new URL(server.url).port);
    const socket = isSecure ? connectTls({ port, rejectUnauthorized: false }) : connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    const closed = once(socket, 'close');
    await once(socket, isSecure ? 'secureConnect' : 'connect');
    for (const part of parts) {
      socket.write(part);
      if (part.endsWith('}')) await once(socket, 'data');
      else await setImmediate();
    }
    await closed;
    return answer;
  }

  const statuses = (answer: string) => answer.match(/HTTP\/1\.1 \d+/g);

  it('is answered as if it had not been offered, and the connection goes on', async () => {
    const answer = await exchange(`${HEAD}${OFFER}\r\n${BODY}${LAST}`);
    expect(statuses(answer)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
    expect(answer).toContain('{"data":{"hello":"there"}}');
    expect(answer).toContain('{"status":"ok"}');
  });

  it('may come in pieces, and more than once', async () => {
    const answer = await exchange(
      `${HEAD}${OFFER}\r\n`,
      BODY.slice(0, 5),
      BODY.slice(5),
      `${HEAD}${OFFER}\r\n`,
      BODY,
      LAST,
    );
    expect(statuses(answer)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 200']);
  });

  it('opens no way around the key, nor around the rules of HTTP', async () => {
    const without = HEAD.replace(AUTH, '');
    expect(statuses(await exchange(`${without}${OFFER.replace('Upgrade,', 'close, Upgrade,')}\r\n${BODY}`))).toEqual([
      'HTTP/1.1 401',
    ]);
    const twoLengths = await exchange(`${HEAD}Transfer-Encoding: chunked\r\n${OFFER}\r\n0\r\n\r\n${LAST}`);
    expect(statuses(twoLengths)).toEqual(['HTTP/1.1 400']);
  });

  it('that is sent behind a request without waiting for its answer ends the connection', async () => {
    const waiting = BODY.replace('hello', 'waits').replace('waits', 'wait ');
    const answer = await exchange(`${HEAD}\r\n${waiting}${HEAD}${OFFER}\r\n`);
    expect(answer).toBe('');
  });

  it.each([
    ['of our own protocol', WEBSOCKET],
    ['of another', OFFER],
  ])('%s ends the connection behind a request whose key is still being looked at', async (_what, offer) => {
    const slowly = HEAD.replace(KEY, SLOW_KEY);
    expect(await exchange(`${slowly}\r\n${BODY}GET /graphql HTTP/1.1\r\nHost: a\r\n${offer}\r\n`)).toBe('');
  });
});
