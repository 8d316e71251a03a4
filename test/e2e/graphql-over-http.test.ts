import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway([]);
});
afterAll(() => gateway?.close());

const audits = serverAudits({
  url: () => `${gateway.url}/graphql`,
  // What any client of ours sends beside: its key, and what no plain link or form of another page could.
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${keys.VIEWER}`, 'apollo-require-preflight': '1' },
    }),
});

describe.each([
  ['MUST', 13],
  ['SHOULD', 23],
  ['MAY', 25],
])('GraphQL over HTTP: what a server %s', (level, count) => {
  const ofLevel = audits.filter(({ name }) => name.startsWith(`${level} `));

  it(`is ${count} audits`, () => {
    expect(ofLevel).toHaveLength(count);
  });

  it.each(ofLevel.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (id, name, audit) => {
    expect(await audit.fn()).toEqual({ id, name, status: 'ok' });
  });
});
