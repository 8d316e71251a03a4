/** How a Splunk server is asked: paging, names of both generations, sessions, refusals, and no more than is polite. */
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  at,
  connectTo,
  feed,
  json,
  LOGIN,
  PASSWORD,
  type Parts,
  type Route,
  type Rows,
  readOnce,
  readRoutes,
  type StubRequest,
  said,
  small,
  startStub,
} from './support.js';

const peerRows = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`GUID-${n}`, { label: `p${n}` }]));

/** The small state as routes; a part that is null is not served. */
function server(parts: Parts = {}, more: Readonly<Record<string, Route>> = {}): Record<string, Route> {
  const all: Readonly<Record<string, Rows | null>> = { ...small, ...parts };
  const served = Object.entries(all).flatMap(([part, rows]) => (rows === null ? [] : [[at(part), json(feed(rows))]]));
  return { ...Object.fromEntries(served), ...more };
}

/** A list that gives at most `most` entries at a time and states its total. */
function paged(rows: Rows, most: number): Route {
  const all = Object.entries(rows).map(([name, content]) => ({ name, content }));
  return ({ query }) => {
    const offset = Number(query.get('offset') ?? 0);
    const page = all.slice(offset, offset + most);
    return json(feed(page, { paging: { total: all.length, perPage: most, offset } }));
  };
}

const countOf = (requests: readonly StubRequest[], path: string) => requests.filter((r) => r.path === path).length;

it('asks one entry of each part, once, which fields it takes, and keeps the answer', async () => {
  const attributes = { optionalFields: ['append_peers', 'quota'], requiredFields: [], wildcardFields: [] };
  const stub = await startStub({
    ...server(),
    '/services/licenser/pools/a%20b': json(feed([{ name: 'a b', content: { 'eai:attributes': attributes } }])),
    '/services/licenser/pools': json(feed([{ name: 'a b', content: { stack_id: 'enterprise', quota: 'MAX' } }])),
  });
  const connection = connectTo(stub.url);
  const read = () => connection.read(new AbortController().signal);
  const first = await read();
  expect(first.vendorFields['eai:attributes']).toEqual({ pools: attributes });
  expect(await read()).toEqual(first);
  expect(countOf(stub.requests, '/services/licenser/pools/a%20b')).toBe(1);
  await connection.close();
  await stub.close();
});

describe('paging', () => {
  it('asks for everything at once, in JSON', async () => {
    const stub = await startStub(server());
    await readOnce(stub.url);
    await stub.close();
    const asked = stub.requests.filter(({ path }) => /^\/services\/licenser\/\w+$/.test(path));
    expect(asked).toHaveLength(8);
    expect(new Set(asked.map(({ query }) => query.toString()))).toEqual(new Set(['output_mode=json&count=0']));
  });

  it('pages on by offset when a server still truncates', async () => {
    const stub = await startStub(server({}, { [at('peers')]: paged(peerRows(65), 30) }));
    const snapshot = await readOnce(stub.url);
    await stub.close();
    expect(snapshot.peers).toHaveLength(65);
    const asked = stub.requests.filter(({ path }) => path === at('peers'));
    expect(asked.map(({ query }) => query.get('offset'))).toEqual([null, '30', '60']);
    expect(snapshot.findings).toEqual([]);
  });

  it('pages on in XML too', async () => {
    const page = (names: string[]) =>
      `<feed xmlns:s="s" xmlns:o="o"><o:totalResults>3</o:totalResults>${names
        .map(
          (name) =>
            `<entry><title>${name}</title><content><s:dict><s:key name="label">l</s:key></s:dict></content></entry>`,
        )
        .join('')}</feed>`;
    const route: Route = ({ query }) => page(query.get('offset') === null ? ['A', 'B'] : ['C']);
    const snapshot = await readRoutes(server({}, { [at('peers')]: route }));
    expect(snapshot.peers.map(({ vendorId }) => vendorId)).toEqual(['A', 'B', 'C']);
  });

  it('stops at a server that ignores the offset, and says what is missing', async () => {
    const always = json(feed(peerRows(2), { paging: { total: 5 } }));
    const stub = await startStub(server({}, { [at('peers')]: always }));
    const snapshot = await readOnce(stub.url);
    await stub.close();
    expect(snapshot.peers).toHaveLength(2);
    expect(countOf(stub.requests, at('peers'))).toBe(2);
    expect(snapshot.findings).toMatchObject([
      { category: 'BAD_ROW', concept: 'Peer', description: expect.stringContaining('counts 5 rows and gave 2') },
    ]);
  });
});

describe('names of the old generation', () => {
  const old = server(
    { peers: null, localpeer: null },
    {
      [at('slaves')]: json(feed({ G: { label: 'old' } })),
      [at('localslave')]: json(feed({ license: { slave_id: 'G', master_uri: 'self' } })),
    },
  );

  it('are asked for after a 404 of the new ones, once, and remembered', async () => {
    const stub = await startStub(old);
    const connection = connectTo(stub.url);
    const first = await connection.read(new AbortController().signal);
    const second = await connection.read(new AbortController().signal);
    await connection.close();
    await stub.close();
    expect(second).toEqual(first);
    expect(first.peers).toMatchObject([{ label: 'old', isLocal: true }]);
    for (const [fresh, before] of [
      ['peers', 'slaves'],
      ['localpeer', 'localslave'],
    ] as const) {
      expect(countOf(stub.requests, at(fresh))).toBe(1);
      expect(countOf(stub.requests, at(before))).toBe(2);
    }
  });

  it('give way again when the server was upgraded meanwhile', async () => {
    const routes = { ...old };
    const stub = await startStub(routes);
    const connection = connectTo(stub.url);
    await connection.read(new AbortController().signal);
    delete routes[at('slaves')];
    routes[at('peers')] = json(feed({ H: { label: 'new' } }));
    expect((await connection.read(new AbortController().signal)).peers).toMatchObject([{ label: 'new' }]);
    await connection.close();
    await stub.close();
  });

  it.each([403, 500])('are not asked for after a %i', async (status) => {
    const stub = await startStub({ ...old, [at('peers')]: said(status, 'no') });
    await readOnce(stub.url).catch(() => {});
    await stub.close();
    expect(stub.paths()).not.toContain(at('slaves'));
    expect(stub.paths()).toContain(at('peers'));
  });
});

describe('sessions', () => {
  /** A server whose sessions are the keys in `good`; each login hands out the next one. */
  function guarded(good: Set<string>, keys: string[]): Record<string, Route> {
    const guard =
      (answer: Route): Route =>
      ({ authorization }) =>
        good.has(authorization) ? (answer as Answer) : said(401, 'call not properly authenticated');
    const routes = Object.fromEntries(Object.entries(server()).map(([path, route]) => [path, guard(route)]));
    return {
      ...routes,
      '/services/server/info': guard(json(feed({ 'server-info': { version: '9.4.1' } }))),
      [LOGIN]: () => json({ sessionKey: keys.shift() ?? 'spent' }),
    };
  }

  it('log in with a form and send the key as Splunk wants it', async () => {
    const stub = await startStub(guarded(new Set(['Splunk key^1']), ['key^1']));
    const snapshot = await readOnce(stub.url, { auth: { username: 'a b', password: 'p&ä=1' } });
    await stub.close();
    const login = stub.requests.filter(({ path }) => path === LOGIN);
    expect(login.map(({ method, body }) => [method, Object.fromEntries(new URLSearchParams(body))])).toEqual([
      ['POST', { username: 'a b', password: 'p&ä=1' }],
    ]);
    expect(snapshot.version).toBe('9.4.1');
  });

  it('are renewed once, for all requests together, when they have expired', async () => {
    const good = new Set(['Splunk first']);
    const stub = await startStub(guarded(good, ['first', 'second']));
    const connection = connectTo(stub.url, { auth: PASSWORD });
    const before = await connection.read(new AbortController().signal);
    good.delete('Splunk first');
    good.add('Splunk second');
    expect(await connection.read(new AbortController().signal)).toEqual(before);
    await connection.close();
    await stub.close();
    expect(countOf(stub.requests, LOGIN)).toBe(2);
  });

  it('end in AUTH_FAILED at the second 401, without a loop', async () => {
    const stub = await startStub(guarded(new Set(), ['one', 'two', 'three', 'four', 'five']));
    await expect(readOnce(stub.url, { auth: PASSWORD })).rejects.toMatchObject({
      status: 'AUTH_FAILED',
      code: 'HTTP_401',
    });
    await stub.close();
    expect(countOf(stub.requests, LOGIN)).toBeLessThanOrEqual(4);
    expect(stub.requests.length).toBeLessThan(12);
  });

  it('fail with what the vendor says when the password is wrong, and ask nothing else', async () => {
    const stub = await startStub({ ...server(), [LOGIN]: said(401, 'Login failed') });
    const read = readOnce(stub.url, { auth: PASSWORD });
    await expect(read).rejects.toMatchObject({
      status: 'AUTH_FAILED',
      message: expect.stringContaining('Login failed'),
    });
    await stub.close();
    expect(new Set(stub.paths())).toEqual(new Set([LOGIN]));
  });

  it('are never shown, whoever repeats the password, the session key or the token', async () => {
    const auth = { username: 'svc', password: 'S3cret&pw' };
    const refusing = (status: number) => ({
      ...server({}, { [at('pools')]: said(status, 'key^1 of S3cret&pw is not enough') }),
      [LOGIN]: json({ sessionKey: 'key^1' }),
    });
    const { gaps } = await readRoutes(refusing(403), { auth });
    expect(gaps[0]?.message).toContain('[credentials] of [credentials] is not enough');
    await expect(readRoutes(refusing(500), { auth })).rejects.toThrow('[credentials] of [credentials]');
    const login = { ...server(), [LOGIN]: said(401, 'S3cret&pw is wrong') };
    await expect(readRoutes(login, { auth })).rejects.toThrow('[credentials] is wrong');
    const odd = { username: 'svc', password: 'p"ässwört' };
    const quoted = { ...server(), [LOGIN]: said(401, 'p"ässwört is wrong') };
    await expect(readRoutes(quoted, { auth: odd })).rejects.toThrow('[credentials] is wrong');
    const token = server({}, { [at('pools')]: said(401, 'jwt-of-mine has ended') });
    await expect(readRoutes(token, { auth: { token: 'jwt-of-mine' } })).rejects.toThrow('[credentials] has ended');
  });

  it('are read from XML as well', async () => {
    const xml = '<response>\n <sessionKey>abc</sessionKey>\n</response>';
    const stub = await startStub({ ...guarded(new Set(['Splunk abc']), []), [LOGIN]: xml });
    await readOnce(stub.url, { auth: PASSWORD });
    await stub.close();
    expect(countOf(stub.requests, LOGIN)).toBe(1);
  });

  it('make way for Basic where there is no login', async () => {
    const stub = await startStub(server());
    await readOnce(stub.url, { auth: { username: 'admin', password: 'pä:ss' } });
    await stub.close();
    const basic = `Basic ${Buffer.from('admin:pä:ss').toString('base64')}`;
    const headers = stub.requests.filter(({ path }) => path !== LOGIN).map(({ authorization }) => authorization);
    expect(new Set(headers)).toEqual(new Set([basic]));
  });

  it('are not needed with a token, and a refused token is not tried again', async () => {
    const stub = await startStub(Object.fromEntries(Object.keys(server()).map((path) => [path, said(401, 'expired')])));
    await expect(readOnce(stub.url, { auth: { token: 'jwt' } })).rejects.toMatchObject({ status: 'AUTH_FAILED' });
    await stub.close();
    expect(stub.paths()).not.toContain(LOGIN);
    expect(new Set(stub.requests.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer jwt']));
    expect(new Set(stub.paths()).size).toBe(stub.paths().length);
  });

  it('without a key in the answer are a bad response', async () => {
    const routes = { ...server(), [LOGIN]: json({ ok: true }) };
    await expect(readRoutes(routes, { auth: PASSWORD })).rejects.toMatchObject({
      status: 'BAD_RESPONSE',
      code: 'NO_SESSION_KEY',
    });
  });
});

describe('refusals', () => {
  it('of one part cost that part and say so', async () => {
    const snapshot = await readRoutes(server({}, { [at('peers')]: said(403, 'insufficient permission') }));
    expect(snapshot.gaps).toMatchObject([
      { part: 'peers', code: 'HTTP_403', message: expect.stringContaining('insufficient permission') },
    ]);
    expect(snapshot.pools).toHaveLength(1);
    expect(snapshot.peers).toEqual([]);
  });

  it('by 404 under both names are a gap as well', async () => {
    const snapshot = await readRoutes(server({ peers: null, messages: null }));
    expect(snapshot.gaps.map(({ part, code }) => [part, code])).toEqual([
      ['peers', 'HTTP_404'],
      ['messages', 'HTTP_404'],
    ]);
    expect(snapshot.gaps[0]?.message).toContain('slaves');
  });

  it('of all parts are a failure: FORBIDDEN, or no license manager at all', async () => {
    const forbidden = Object.fromEntries(Object.keys(server()).map((path) => [path, said(403, 'requires admin')]));
    await expect(readRoutes(forbidden)).rejects.toMatchObject({
      status: 'FORBIDDEN',
      message: expect.stringContaining('requires admin'),
    });
    await expect(readRoutes({})).rejects.toMatchObject({
      status: 'BAD_RESPONSE',
      code: 'HTTP_404',
      message: expect.stringContaining('management port'),
    });
  });

  it('of the server information cost nothing but the exact version', async () => {
    const snapshot = await readRoutes(server({}, { '/services/server/info': said(403, 'no') }));
    expect(snapshot).toMatchObject({ version: '10.6.0', gaps: [] });
  });

  it.each([401, 403])('by a free license (%i) are no matter of credentials', async (status) => {
    const text = 'Remote login disabled because you are using a free license which does not provide authentication.';
    const free = { status: 'UNSUPPORTED', code: 'FREE_NO_REMOTE' };
    await expect(readRoutes({ ...server(), [LOGIN]: said(status, text) }, { auth: PASSWORD })).rejects.toMatchObject(
      free,
    );
    await expect(readRoutes({ ...server(), [at('pools')]: said(status, text) })).rejects.toMatchObject(free);
  });

  it('of the default password are one', async () => {
    const text =
      "Remote login has been disabled for 'admin' with the default password. Either set the password, or override by changing the 'allowRemoteLogin' setting.";
    const routes = { ...server(), [LOGIN]: said(401, text) };
    await expect(readRoutes(routes, { auth: PASSWORD })).rejects.toMatchObject({ status: 'AUTH_FAILED' });
  });

  it.each([
    ['JSON', said(500, 'In handler: no'), 'In handler: no'],
    [
      'XML',
      {
        status: 500,
        body: '<?xml version="1.0"?><response><messages><msg type="ERROR">bad &lt;thing&gt;</msg></messages></response>',
      },
      'bad <thing>',
    ],
    [
      'a web page',
      {
        status: 500,
        type: 'text/html',
        body: '<!DOCTYPE html><html><head><title>Proxy says no</title></head><br></html>',
      },
      'Proxy says no',
    ],
    ['nothing', { status: 500, body: '' }, 'status 500'],
    ['broken JSON', { status: 500, body: '{"messages":[{"te' }, 'status 500'],
    ['other JSON', { status: 500, body: '{"messages":{"text":5}}' }, 'status 500'],
    ['broken XML', { status: 500, body: '<response><messages>' }, 'status 500'],
  ] as const)('are read from %s', async (_form, answer, text) => {
    await expect(readRoutes({ ...server(), [at('pools')]: answer })).rejects.toMatchObject({
      status: 'BAD_RESPONSE',
      code: 'HTTP_500',
      message: expect.stringContaining(text),
    });
  });

  it('by a redirect tell that this is not the management port', async () => {
    await expect(readRoutes({ ...server(), [at('groups')]: { status: 303, body: '' } })).rejects.toMatchObject({
      code: 'HTTP_303',
      message: expect.stringContaining('8089'),
    });
  });
});

describe('politeness', () => {
  it('has at most three requests open at a time', async () => {
    const slow = Object.fromEntries(
      Object.entries(server()).map(([path, answer]): [string, Route] => [
        path,
        () => new Promise((done) => setImmediate(() => setImmediate(() => done(answer as Answer)))),
      ]),
    );
    const stub = await startStub(slow);
    await readOnce(stub.url);
    await stub.close();
    expect(stub.mostAtOnce()).toBeGreaterThan(1);
    expect(stub.mostAtOnce()).toBeLessThanOrEqual(3);
  });

  it('asks nothing more once one answer has failed the read', async () => {
    const stub = await startStub({ ...server(), [at('groups')]: said(500, 'down') });
    await expect(readOnce(stub.url)).rejects.toMatchObject({ code: 'HTTP_500' });
    await stub.close();
    expect(stub.paths().length).toBeLessThan(9);
  });

  it('stops when it is told to, with the reason it was given', async () => {
    const stop = new AbortController();
    const reason = new Error('shutting down');
    const stub = await startStub({
      ...server(),
      [at('groups')]: () => {
        stop.abort(reason);
        return new Promise<string>(() => {});
      },
    });
    const connection = connectTo(stub.url);
    await expect(connection.read(stop.signal)).rejects.toBe(reason);
    await connection.close();
    await stub.close();
  });
});
