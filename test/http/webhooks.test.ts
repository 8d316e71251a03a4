import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebhookReceiver } from '../../src/http/webhooks.js';
import type { WebhookRequest } from '../../src/sources/source.js';
import { type Answer, post } from '../support/keygen-webhooks.js';
import { KEY, startTinyServer, type TinyServer } from '../support/tiny-server.js';

const SECRET = 'LICENSE-KEY-OF-SOMEBODY';

let server: TinyServer;
let received: WebhookRequest[];
afterEach(() => server.close());

/** A server whose one source, `keygen`, answers each webhook so. */
async function start(answer: ReturnType<WebhookReceiver['receive']> = { kind: 'taken' }, trustProxy = false) {
  received = [];
  const webhooks: WebhookReceiver = {
    takes: (source) => source === 'keygen',
    receive(_source, request) {
      received.push(request);
      return answer;
    },
  };
  server = await startTinyServer({ trustProxy }, { webhooks });
}

const json = { 'content-type': 'application/json' };
const send = (body: string | Uint8Array, headers: Record<string, string> = json, path = '/webhooks/keygen') =>
  post(server.url + path, headers, body);
const codeOf = ({ text }: Answer) => JSON.parse(text).errors[0].extensions.code;

describe('a webhook', () => {
  it('is answered 204 without a key once it is verified', async () => {
    await start();
    expect(await send('{}')).toMatchObject({ status: 204, text: '' });
  });

  it('comes to be verified byte by byte as it was sent, with its path, host and headers', async () => {
    await start();
    const body = Buffer.from('{ "a":\t1.0,\r\n"a": "\ud83d\ude00" }\0\xff', 'latin1');
    await send(body, { ...json, host: 'gateway.example', 'x-one': '1' }, '/webhooks/keygen?x=%2e%2e');
    expect(received).toMatchObject([
      {
        method: 'POST',
        target: '/webhooks/keygen?x=%2e%2e',
        host: 'gateway.example',
        headers: { 'x-one': '1' },
      },
    ]);
    expect(Buffer.from(received[0]?.body ?? []).equals(body)).toBe(true);
  });

  it('is not taken for a proxy’s, unless one is trusted', async () => {
    const headers = { ...json, host: 'inner', 'x-forwarded-host': 'outer.example' };
    await start();
    await send('{}', headers);
    await server.close();
    const untrusted = received[0]?.host;
    await start({ kind: 'taken' }, true);
    await send('{}', headers);
    expect([untrusted, received[0]?.host]).toEqual(['inner', 'outer.example']);
  });

  it.each([
    ['application/json', 204],
    ['application/json; charset=utf-8', 204],
    ['application/vnd.api+json', 204],
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
  ])('of content type %s is answered %i', async (type, status) => {
    await start();
    expect((await send('{}', { 'content-type': type })).status).toBe(status);
  });

  it('without a body is for its verifier to judge', async () => {
    await start({ kind: 'refusal', code: 'UNVERIFIED', message: 'no' });
    expect((await send('', { ...json, 'content-length': '0' })).status).toBe(401);
    expect((await send('', { 'content-length': '0' })).status).toBe(401);
  });

  it('that is not verified is 401 and says why', async () => {
    await start({ kind: 'refusal', code: 'UNVERIFIED', message: 'the signature does not fit' });
    const answer = await send('{}');
    expect(answer).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': expect.stringMatching(/^Signature /) },
    });
    expect(JSON.parse(answer.text)).toEqual({
      errors: [{ message: 'the signature does not fit', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('that is verified and unreadable is 400', async () => {
    await start({ kind: 'refusal', code: 'UNREADABLE', message: 'no event' });
    const answer = await send('{');
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('larger than 1 MiB is 413 and never comes to be verified', async () => {
    await start();
    expect((await send(Buffer.alloc(1024 * 1024))).status).toBe(204);
    const answer = await send(Buffer.alloc(1024 * 1024 + 1));
    expect([answer.status, codeOf(answer), received.length]).toEqual([413, 'PAYLOAD_TOO_LARGE', 1]);
  });

  it.each(['/webhooks/other', '/webhooks/KEYGEN', '/webhooks/keygen%00', '/webhooks/__proto__', '/webhooks/'])(
    'to %s is 404',
    async (path) => {
      await start();
      const answer = await send('{}', json, path);
      expect([answer.status, codeOf(answer), received.length]).toEqual([404, 'NOT_FOUND', 0]);
    },
  );

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('by %s is 404', async (method) => {
    await start();
    expect((await fetch(`${server.url}/webhooks/keygen`, { method })).status).toBe(404);
  });

  it('leaves nothing of its body, query and headers in the log', async () => {
    await start({ kind: 'refusal', code: 'UNVERIFIED', message: 'no' });
    await send(SECRET, { ...json, 'keygen-signature': SECRET }, `/webhooks/keygen?auth=${SECRET}`);
    expect(server.logText()).toContain('/webhooks/keygen');
    expect(server.logText()).not.toContain(SECRET);
  });
});

it('a webhook whose body never comes whole is no fault of ours', async () => {
  await start();
  const reply = await new Promise<string>((resolve) => {
    const { hostname, port } = new URL(server.url);
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write('POST /webhooks/keygen HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n');
      socket.end('Content-Length: 100\r\n\r\n{');
    });
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.once('close', () => resolve(text));
  });
  expect(reply).not.toMatch(/HTTP\/1.1 [25]/);
  expect(received).toEqual([]);
});

it('leaves the parsers of GraphQL as they are', async () => {
  await start();
  const ask = (type: string) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': type },
      body: '{"query":"{ hello }"}',
    });
  expect(await (await ask('application/json')).json()).toEqual({ data: { hello: 'there' } });
  expect((await ask('application/vnd.api+json')).status).toBe(415);
});
