/** What a vendor that is unwell means for those who ask meanwhile: changes of it are refused at once, everything else goes on. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startFaultProxy } from '../support/fault-proxy.js';
import { type Hurt, isWell, startHurt, startUpstreams, type Upstreams } from './faults-harness.js';

const cleanups: (() => Promise<unknown>)[] = [];
let upstreams: Upstreams;
beforeAll(async () => {
  upstreams = await startUpstreams();
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});
afterAll(() => upstreams?.close());

async function hurtSplunk(timeoutMs: number) {
  const proxy = await startFaultProxy(upstreams.splunk.url);
  cleanups.push(() => proxy.close());
  // An interval that no test lives to see: what is read is asked for.
  const hurt = await startHurt(upstreams, 'splunk', { url: proxy.url, syncIntervalMs: 3_600_000, timeoutMs });
  cleanups.push(() => hurt.close());
  return { proxy, hurt };
}

const refresh = async ({ gateway }: Hurt, sourceId = 'Source:splunk') => {
  const text = `mutation ($input: RefreshSourceInput!) {
    refreshSource(input: $input) { source { status lastError { code } } errors { code message } }
  }`;
  type Answer = { refreshSource: { source: { status: string; lastError: { code: string } | null } } };
  const { refreshSource } = await gateway.query<Answer, unknown>(text, { input: { sourceId } });
  return refreshSource.source;
};

const upload = async ({ gateway }: Hurt) => {
  const text = `mutation ($input: UploadLicenseInput!) { uploadLicense(input: $input) { license { id } errors { code message } } }`;
  type Answer = { uploadLicense: { license: null; errors: { code: string; message: string }[] } };
  const input = { sourceId: 'Source:splunk', content: '<license><payload/></license>', encoding: 'TEXT' };
  return (await gateway.query<Answer, unknown>(text, { input })).uploadLicense.errors;
};

it('a change of a vendor that is unwell is refused at once, with nothing sent, until it is found well again', async () => {
  const { proxy, hurt } = await hurtSplunk(5_000);
  await proxy.begin('reset');
  for (let i = 0; i < 3; i++) expect(await refresh(hurt)).toMatchObject({ lastError: { code: 'CONNECTION_LOST' } });

  const reads = hurt.reads();
  const { requests } = proxy.seen;
  for (let i = 0; i < 5; i++) {
    expect(await upload(hurt)).toEqual([
      {
        code: 'UPSTREAM_UNAVAILABLE',
        message: expect.stringMatching(/has been failing since .*; nothing was changed$/),
      },
    ]);
  }
  // A read, a person's or one that comes by itself, asks once whether it is well; changes ask nothing.
  expect(await refresh(hurt)).toMatchObject({ lastError: { code: 'CONNECTION_LOST' } });
  expect(proxy.seen.requests - requests).toBe(hurt.reads() - reads);

  await proxy.end();
  expect(await refresh(hurt)).toEqual({ status: 'OK', lastError: null });
  // The vendor's own word on a license that is none.
  expect((await upload(hurt)).map(({ code }) => code)).toEqual(['INVALID_LICENSE_FILE']);
});

it('queries, and reads of the others, take as long as ever while one vendor hangs', async () => {
  const { proxy, hurt } = await hurtSplunk(20_000);
  const query =
    '{ sources { nodes { name status } } licenses(first: 100) { nodes { id status } } quotas(first: 100) { nodes { id ratio } } }';
  const middleOf = async (times: number) => {
    const taken: number[] = [];
    for (let i = 0; i < times; i++) {
      const begun = performance.now();
      await hurt.gateway.query(query);
      taken.push(performance.now() - begun);
    }
    return taken.sort((a, b) => a - b)[Math.floor(times / 2)] as number;
  };
  await middleOf(20);
  const before = await middleOf(40);
  await proxy.begin('hung before headers');
  const hanging = refresh(hurt);
  let isOver = false;
  const ended = hanging.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  const during = await middleOf(40);
  await hurt.readOthers();
  expect(await refresh(hurt, 'Source:keygen')).toMatchObject({ status: 'OK' });
  expect(isOver).toBe(false);
  expect(during).toBeLessThan(5 * before);
  isWell(await hurt.view('recon'));
  await hurt.gateway.close();
  await ended;
});

it('a gateway that stops waits for no vendor that hangs', async () => {
  const { proxy, hurt } = await hurtSplunk(600_000);
  await proxy.begin('hung before headers');
  const hanging = refresh(hurt).catch(() => {});
  await expect.poll(() => proxy.seen.requests, { interval: 20 }).toBeGreaterThan(0);
  await hurt.gateway.close();
  await hanging;
});
