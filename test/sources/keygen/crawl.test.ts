/** Whole lists, though rows vanish, appear and repeat while they are read. */
import { afterEach, describe, expect, it } from 'vitest';
import { type FakeKeygen, type FakeRequest, fakeKeygen, type Reply, readFrom } from './fake-server.js';
import { rawLicense } from './rows.js';

let server: FakeKeygen | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const licenses = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => rawLicense(`l${String(at + from).padStart(5, '0')}`));

async function serve(
  rows: unknown[],
  override?: (request: FakeRequest, lists: Record<string, unknown[]>) => Reply | null,
) {
  const lists = { licenses: rows };
  server = await fakeKeygen(lists, (request) =>
    request.list === 'licenses' ? (override?.(request, lists) ?? null) : null,
  );
  return server;
}

const calls = (list: string) => server?.requests.filter((request) => request.list === list) ?? [];

describe('A crawl', () => {
  it('takes as many pages as there are, and one call for the count', async () => {
    const { url } = await serve(licenses(250));
    const snapshot = await readFrom(url);
    expect(snapshot.licenses).toHaveLength(250);
    expect(calls('licenses').map(({ cursor }) => cursor)).toEqual(['', 'l00099', 'l00199', null]);
  });

  it('knows an empty list from a broken one by two calls', async () => {
    const { url } = await serve([]);
    expect((await readFrom(url)).licenses).toEqual([]);
    expect(calls('licenses')).toHaveLength(2);
  });

  it('takes a full last page for the end only when the vendor says so', async () => {
    const { url } = await serve(licenses(200));
    expect((await readFrom(url)).licenses).toHaveLength(200);
    expect(calls('licenses')).toHaveLength(3);
  });

  it('goes on from an earlier row when the row of its cursor is deleted meanwhile', async () => {
    const { url } = await serve(licenses(350), ({ cursor }, lists) => {
      if (cursor === 'l00199') lists.licenses = (lists.licenses ?? []).filter((row) => !has(row, 'l00199', 'l00198'));
      return null;
    });
    const snapshot = await readFrom(url);
    // The two were there when they were read; the next sync misses them.
    expect(snapshot.licenses).toHaveLength(350);
    expect(snapshot.findings).toEqual([]);
    expect(calls('licenses').map(({ cursor }) => cursor)).toEqual([
      '',
      'l00099',
      'l00199',
      'l00198',
      'l00197',
      'l00299',
      null,
    ]);
  });

  it('starts from the first row again when all the rows it could go on from are gone', async () => {
    const { url } = await serve(licenses(250), ({ cursor }, lists) => {
      if (cursor === 'l00099') lists.licenses = licenses(150, 100);
      return null;
    });
    expect((await readFrom(url)).licenses).toHaveLength(250);
  });

  it('takes the end for proven when the row behind which nothing came is still there', async () => {
    const { url } = await serve(licenses(100), ({ cursor }) =>
      // Says that there is more, always.
      cursor === null
        ? null
        : {
            body: {
              data: cursor === '' || cursor === 'l00098' ? licenses(100).slice(cursor === '' ? 0 : 99) : [],
              links: { next: '/more' },
            },
          },
    );
    expect((await readFrom(url)).licenses).toHaveLength(100);
    expect(calls('licenses').map(({ cursor }) => cursor)).toEqual(['', 'l00099', 'l00098', null]);
  });

  it('takes in what was created after its last page', async () => {
    const { url } = await serve(licenses(150), ({ cursor }, lists) => {
      if (cursor === null && lists.licenses?.length === 150) lists.licenses.push(...licenses(2, 150));
      return null;
    });
    expect((await readFrom(url)).licenses).toHaveLength(152);
  });

  it('starts over once, then fails, when the vendor counts more than it shows', async () => {
    const { url } = await serve(licenses(5), ({ cursor }) =>
      cursor === null ? { body: { data: [], links: { meta: { pages: 7, count: 7 } } } } : null,
    );
    await expect(readFrom(url)).rejects.toMatchObject({
      status: 'BAD_RESPONSE',
      code: 'INCOMPLETE_CRAWL',
      message: expect.stringContaining('2 rows short'),
    });
    expect(calls('licenses').filter(({ cursor }) => cursor === '')).toHaveLength(2);
  });

  it('never follows a link, wherever it leads', async () => {
    const elsewhere = await fakeKeygen({});
    const { url } = await serve(licenses(150), ({ cursor }) =>
      cursor === '' ? { body: { data: licenses(100), links: { next: `${elsewhere.url}/v1/licenses?stolen` } } } : null,
    );
    expect((await readFrom(url)).licenses).toHaveLength(150);
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  it('gives up on a server whose pages bring the same rows again and again', async () => {
    const { url } = await serve([], ({ cursor }) =>
      cursor === null ? null : { body: { data: licenses(100), links: { next: '/again' } } },
    );
    await expect(readFrom(url)).rejects.toMatchObject({ status: 'BAD_RESPONSE', code: 'PAGING_LOOP' });
  });

  it('gives up on a server whose rows vanish and come back without an end', async () => {
    const all = licenses(100);
    const { url } = await serve(all, ({ cursor }) =>
      cursor === null
        ? null
        : { body: { data: cursor === 'l00099' ? [] : cursor === '' ? all : all.slice(0, 50), links: { next: '/x' } } },
    );
    await expect(readFrom(url)).rejects.toMatchObject({ code: 'PAGING_LOOP' });
    expect(calls('licenses').length).toBeLessThan(100);
  });

  it('says so when it cannot go on from a page without ids', async () => {
    const { url } = await serve([], ({ cursor }) =>
      cursor === '' ? { body: { data: [{ attributes: {} }], links: { next: '/more' } } } : null,
    );
    await expect(readFrom(url)).rejects.toMatchObject({ code: 'NO_ROW_ID' });
  });

  it('sends the token, the version and the media type with every request, and sorts oldest first', async () => {
    const { url } = await serve(licenses(1));
    await readFrom(url, 'acme inc');
    const request = calls('licenses')[0];
    expect(request?.path).toBe('/v1/accounts/acme%20inc/licenses');
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer admin-secret-token',
      accept: 'application/vnd.api+json',
      'keygen-version': '1.8',
    });
  });
});

function has(row: unknown, ...ids: string[]): boolean {
  return ids.includes((row as { id: string }).id);
}
