import { expect, it } from 'vitest';
import { readAtomMessages, splunk } from './support.js';

it.each([
  '/services/licenser/nothing',
  '/services/licenser',
  '/services/nothing/here',
  '/services',
  '/',
  '/servicesNS/admin',
  '/services/enterprise',
  '/services/licenser/pools/auto_generated_pool_free/nothing',
  '/services/licenser/pools/auto_generated_pool_free/acl/more',
  '/services/licenser/stacks/_new',
  '/services/licenser/stacks/free/_reload',
  '/services/server/info/other',
])('answers 404 with a message to %s', async (path) => {
  const { ask } = await splunk();
  const response = await ask(path);
  expect(response.status).toBe(404);
  const [message] = readAtomMessages(await response.text());
  expect(message).toEqual({ type: 'ERROR', text: expect.stringMatching(/^(Not Found|Could not find object id=.+)$/) });
});

it.each(['%zz', '%C3'])('answers 400 to the malformed name %s', async (name) => {
  const { ask } = await splunk();
  expect((await ask(`/services/licenser/pools/${name}`)).status).toBe(400);
});

it.each(['PUT', 'PATCH'])('refuses the method %s', async (method) => {
  const { ask } = await splunk();
  const response = await ask('/services/licenser/pools?output_mode=json', { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toContain('GET');
  expect(await response.json()).toEqual({ messages: [{ type: 'ERROR', text: 'Method Not Allowed' }] });
});

it('wants a POST to log in', async () => {
  const { ask } = await splunk();
  const response = await ask('/services/auth/login', { headers: {} });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST');
});

it('refuses a body that is far too long with a message of its own form', async () => {
  const { ask } = await splunk();
  const response = await ask('/services/auth/login?output_mode=json', { method: 'POST', body: 'x'.repeat(2_000_000) });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ messages: [{ type: 'ERROR' }] });
});

it('answers XML whatever is asked when the server knows no JSON', async () => {
  const { emulator, ask } = await splunk({ scenario: 'legacy-names' });
  emulator.state.server.xmlOnly = true;
  const response = await ask('/services/licenser/slaves?output_mode=json');
  expect(response.headers.get('content-type')).toMatch(/^text\/xml/);
  const missing = await ask('/services/licenser/slaves/missing?output_mode=json');
  expect(readAtomMessages(await missing.text())).toEqual([{ type: 'ERROR', text: 'Could not find object id=missing' }]);
});
