import { afterAll, beforeAll, expect, it } from 'vitest';
import { KEY, startTinyServer, type TinyServer } from '../support/tiny-server.js';

let server: TinyServer;
beforeAll(async () => {
  server = await startTinyServer();
});
afterAll(() => server?.close());

it.each([
  '{"query":"{ hello }","__proto__":{"admin":true}}',
  '{"query":"{ hello }","variables":{"a":{"__proto__":{"admin":true}}}}',
  '{"query":"{ hello }","variables":{"constructor":{"prototype":{"admin":true}}}}',
  '{"query":"{ hello }"',
])('the body %s is refused in words that name what may be wrong with it', async (body) => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    errors: [{ message: expect.stringMatching(/not valid JSON, or .*__proto__/), extensions: { code: 'BAD_REQUEST' } }],
  });
});

it('a member that is only called constructor is one like any other', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: '{"query":"{ hello }","constructor":1}',
  });
  expect(await response.json()).toEqual({ data: { hello: 'there' } });
});
