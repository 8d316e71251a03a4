import { describe, expect, it } from 'vitest';
import { type Fault, faults, startFaultServer } from '../../support/fault-server.js';
import { briefly, connect, fixture, fixtureText, licenseOf, readBody, readFrom, withServer } from './helpers.js';

describe('a server that misbehaves', () => {
  it.each(Object.keys(faults) as Fault[])('%s: a typed failure that a person can act on', async (mode) => {
    const server = await startFaultServer(mode, { json: fixtureText('non-sitewide') });
    const waits = mode === 'hang' || mode === 'slow-body';
    const failure = await readFrom(server.url, { timeoutMs: waits ? 150 : 10_000 }).catch((error: unknown) => error);
    await server.close();
    expect(failure).toMatchObject({ name: 'SourceFailure', ...faults[mode] });
    expect(String(failure)).not.toMatch(/password123|apiuser|Example Company|:\/\//);
  });

  it.each(['gzip', 'zlib-deflate', 'raw-deflate', 'json'] as const)('%s is read like any other', async (mode) => {
    const server = await startFaultServer(mode, { json: fixtureText('non-sitewide') });
    const snapshot = await readFrom(server.url);
    await server.close();
    expect(snapshot.pools).toHaveLength(4);
  });

  it('404 says where the API is switched on', async () => {
    const server = await startFaultServer('404');
    await expect(readFrom(server.url)).rejects.toThrow(/API Config/);
    await server.close();
  });
});

describe('a refusal', () => {
  const refusedWith = (status: number, message: unknown) =>
    withServer(
      (_request, response) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message })),
      (url) => readFrom(url),
    );

  it.each([
    [403, 'The API is not available in PCI.'],
    [403, 'This edition does not include the API'],
    [404, 'API access needs the PII or PRO edition.'],
    [400, 'NOW does not include API access'],
    [501, 'Not part of your edition'],
  ])('%i "%s" is an edition without the API', async (status, message) => {
    await expect(refusedWith(status, message)).rejects.toMatchObject({
      status: 'UNSUPPORTED',
      code: 'UNSUPPORTED_EDITION',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    [403, 'You may not do this now.', 'FORBIDDEN'],
    [403, { edition: 'PCI' }, 'FORBIDDEN'],
    [401, 'Wrong password for Enterprise Recon PII edition', 'AUTH_FAILED'],
    [500, 'edition lookup failed', 'BAD_RESPONSE'],
  ])('%i %j is not', async (status, message, expected) => {
    await expect(refusedWith(status, message)).rejects.toMatchObject({ status: expected });
  });

  it('of an edition that answers all the same is never assumed', async () => {
    expect(licenseOf(await readBody({ ...fixture('legacy'), edition: 'PCI' })).edition).toBe('PCI');
  });
});

describe('JSON that is no answer about licenses', () => {
  it.each([
    'null',
    '[]',
    '"licensed"',
    '42',
    '{}',
    '{"message":"please wait"}',
    '{"summary":"none"}',
    '{"state":"licensed","targets":{"a":1}}',
    '{"datausage":7}',
  ])('%s keeps the last good snapshot', async (body) => {
    await expect(readBody(body)).rejects.toMatchObject({ status: 'BAD_RESPONSE', code: 'UNEXPECTED_SHAPE' });
  });

  it('lists of null are lists that were not sent', async () => {
    const snapshot = await readBody({
      state: 'licensed',
      expires: 1938048757,
      summary: null,
      targets: null,
      datausage: null,
    });
    expect(snapshot).toMatchObject({ pools: [], targets: [], dataUsages: [], findings: [] });
  });
});

describe('bad rows', () => {
  it('cost themselves and a message each, by place', async () => {
    const body = fixture('non-sitewide');
    const snapshot = await readBody({
      ...body,
      summary: [null, ...body.summary, { comment: 'no type', total: '1', usage: '1' }, { type: ' ' }],
      targets: [{ name: 'no id', type: 'server' }, ...(body.targets ?? []), 'HOST', { id: 1.5, name: 'n', type: {} }],
      datausage: [[], ...(body.datausage ?? []), { location: '', type: 'file', bytes: '1' }],
    });
    expect(snapshot.pools).toHaveLength(4);
    expect(snapshot.targets).toHaveLength(2);
    expect(snapshot.dataUsages).toHaveLength(2);
    expect(briefly(snapshot.findings)).toEqual([
      'BAD_ROW WARN Pool summary[0]',
      'BAD_ROW WARN Pool summary[5]',
      'BAD_ROW WARN Pool summary[6]',
      'BAD_ROW WARN Target targets[0]',
      'BAD_ROW WARN Target targets[3]',
      'BAD_ROW WARN Target targets[4]',
      'BAD_ROW WARN DataUsage datausage[0]',
      'BAD_ROW WARN DataUsage datausage[3]',
      'USAGE_SUM_MISMATCH INFO Pool client.BYTES',
    ]);
    expect(snapshot.findings[3]?.description).toBe('Row 1 of "targets" has no readable id; it was left out.');
    expect(snapshot.findings[5]?.description).toContain('no readable id and no readable type');
  });

  it('fields of the wrong type cost themselves alone', async () => {
    const snapshot = await readBody({ ...fixture('sitewide'), company: 7, edition: ['PII'], warning: {}, state: 1 });
    expect(licenseOf(snapshot)).toMatchObject({
      company: null,
      edition: null,
      warning: null,
      reportedStatus: null,
      standing: { reported: null },
      vendorFields: { company: 7, edition: ['PII'], warning: {}, state: 1 },
    });
  });

  it('ids of any length and characters stay apart', async () => {
    const ids = ['a:b', 'a/b', '__proto__', 'ü'.repeat(300), `${'ü'.repeat(300)}x`, '\ud800'];
    const { targets } = await readBody({
      ...fixture('legacy'),
      targets: ids.map((id) => ({ id, name: '__proto__', type: 'constructor' })),
    });
    expect(new Set(targets.map(({ id }) => id)).size).toBe(ids.length);
    expect(targets.every(({ id }) => /^Target:recon:[^:]+$/.test(id))).toBe(true);
  });

  it('a location of a megabyte of spaces is read in no time', async () => {
    const location = `HOST ${' '.repeat(1_000_000)}`;
    const { dataUsages } = await readBody({
      expires: 1938048757,
      targets: [{ id: '1', name: 'HOST', type: 'none' }],
      datausage: [{ location, type: 'file', bytes: 1 }],
    });
    expect(dataUsages[0]).toMatchObject({ targetId: 'Target:recon:1', location });
  });
});

describe('a read that is stopped', () => {
  it('by its signal throws the reason, in either request', async () => {
    for (const stopAt of ['/v1/licenses', '/v1/server']) {
      const controller = new AbortController();
      const reason = new Error('the gateway stops');
      await withServer(
        (request, response) => {
          if (request.url === stopAt) return controller.abort(reason);
          response.writeHead(200, { 'content-type': 'application/json' }).end('{"state":"licensed"}');
        },
        async (url) => {
          const connection = connect(url);
          await expect(connection.read(controller.signal)).rejects.toBe(reason);
          await connection.close();
        },
      );
    }
  });

  it('by close() is a failure, not a snapshot', async () => {
    await withServer(
      () => {},
      async (url) => {
        const connection = connect(url);
        const reading = expect(connection.read(new AbortController().signal)).rejects.toMatchObject({ code: 'CLOSED' });
        await connection.close();
        await reading;
      },
    );
  });
});
