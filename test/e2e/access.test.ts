import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';

let emulators: TestEmulators;
let gateway: TestGateway;
beforeAll(async () => {
  emulators = await startDemoEmulators();
  gateway = await startGateway(emulators.sources);
  await gateway.refresh();
});
afterAll(async () => {
  await gateway?.close();
  await emulators?.close();
});

describe('without a key', () => {
  it.each([
    ['POST', '/graphql', '{"query":"{ __typename }"}'],
    ['GET', '/graphql?query={__typename}', undefined],
    ['GET', '/schema.graphql', undefined],
    ['GET', '/export', undefined],
    ['GET', '/export/licenses.csv', undefined],
    ['GET', '/export/none.csv', undefined],
  ])('%s %s is 401 and tells nothing of the schema', async (method, path, body) => {
    const response = await fetch(gateway.url + path, {
      method,
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
      ...(body === undefined ? {} : { body }),
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});

describe('a key that sees one source', () => {
  const ask = (query: string, variables = {}) => gateway.ask<Record<string, unknown>>(query, variables, keys.scoped);

  it('sees its name and role, and that source only', async () => {
    const { data } = await ask(
      '{ viewer { name role sources } sources { totalCount nodes { name } } overview { sources { total } } }',
    );
    expect(data).toEqual({
      viewer: { name: 'scoped', role: 'ADMIN', sources: ['splunk'] },
      sources: { totalCount: 1, nodes: [{ name: 'splunk' }] },
      overview: { sources: { total: 1 } },
    });
  });

  it('gets for what it may not see exactly what it gets for what does not exist', async () => {
    const all = await gateway.query<{ licenses: { nodes: { id: string }[] } }, unknown>(
      '{ licenses(first: 1, filter: { sources: ["keygen"] }) { nodes { id } } }',
    );
    const hidden = all.licenses.nodes[0]?.id ?? '';
    const about = async (id: string, source: string) =>
      ask(
        'query ($id: ID!, $source: String!) { node(id: $id) { id } nodes(ids: [$id]) { id } source(name: $source) { id } ' +
          'licenses(filter: { sources: [$source] }) { totalCount nodes { id } } ' +
          'quotas(filter: { subjectId: $id }) { totalCount } messages(filter: { subjectId: $id }) { totalCount } }',
        { id, source },
      );
    const seen = await about(hidden, 'keygen');
    expect(seen).toEqual(await about('License:nowhere:nothing', 'nowhere'));
    expect(seen.data).toEqual({
      node: null,
      nodes: [null],
      source: null,
      licenses: { totalCount: 0, nodes: [] },
      quotas: { totalCount: 0 },
      messages: { totalCount: 0 },
    });
  });

  it('counts only what it sees', async () => {
    const counts =
      '{ overview { licenses { total } quotas { total worst(first: 500) { source { name } } } expiring(withinDays: 36500) { source { name } } } licenses { totalCount } }';
    const { data } = await ask(counts);
    const own = data as {
      overview: {
        licenses: { total: number };
        quotas: { total: number; worst: { source: { name: string } }[] };
        expiring: { source: { name: string } }[];
      };
      licenses: { totalCount: number };
    };
    expect(own.overview.licenses.total).toBe(own.licenses.totalCount);
    expect(own.overview.quotas.worst).toHaveLength(own.overview.quotas.total);
    expect(new Set([...own.overview.quotas.worst, ...own.overview.expiring].map((each) => each.source.name))).toEqual(
      new Set(['splunk']),
    );
  });
});

describe('a license key of Keygen', () => {
  const query = '{ licenses(first: 500, filter: { kinds: ["keygen"] }) { nodes { ... on KeygenLicense { key } } } }';
  const shown = async (role: 'VIEWER' | 'OPERATOR' | 'ADMIN') => {
    const { licenses } = await gateway.query<{ licenses: { nodes: { key: string | null }[] } }, unknown>(
      query,
      {},
      role,
    );
    return licenses.nodes.filter((license) => license.key !== null).length;
  };

  it('is null for a viewer and shown to an operator and an admin', async () => {
    expect(await shown('VIEWER')).toBe(0);
    expect(await shown('OPERATOR')).toBeGreaterThan(0);
    expect(await shown('ADMIN')).toBe(await shown('OPERATOR'));
  });

  it('is in nothing else that a viewer can read, and cannot be searched for', async () => {
    const { licenses } = await gateway.query<{ licenses: { nodes: { key: string | null }[] } }, unknown>(query);
    const secrets = licenses.nodes.flatMap(({ key }) => (key === null ? [] : [key]));
    const everything = await gateway.query<unknown, unknown>(
      `{ licenses(first: 500) { nodes { id name displayName vendorFields ... on KeygenLicense { metadata entitlements { code } } } }
         targets(first: 500) { nodes { id displayName vendorFields } } messages(first: 500) { nodes { description vendorFields } }
         sources { nodes { vendorFields lastError { message } } } }`,
      {},
      'VIEWER',
    );
    const text = JSON.stringify(everything);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    const found = await gateway.query<{ licenses: { totalCount: number } }, unknown>(
      'query ($search: String) { licenses(filter: { search: $search }) { totalCount } }',
      { search: secrets[0] },
    );
    expect(found.licenses.totalCount).toBe(0);
  });
});

it('serves its SDL for codegen, whole and without federation', async () => {
  const response = await fetch(`${gateway.url}/schema.graphql`, {
    headers: { authorization: `Bearer ${keys.VIEWER}` },
  });
  const sdl = await response.text();
  const schema = buildSchema(sdl);
  expect(sdl).not.toMatch(/@key|@shareable|@link|_entities|_service/);
  expect(schema.getType('KeygenLicense')?.toString()).toBe('KeygenLicense');
  const missing = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !type.description && type.astNode !== undefined,
  );
  expect(missing.map((type) => type.name)).toEqual([]);
});
