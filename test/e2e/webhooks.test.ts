import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type RunningKeygenEmulator, startKeygenEmulator } from '../../src/emulators/keygen/index.js';
import { keygenSourceOf } from '../support/emulators.js';
import { startGateway, type TestGateway, type TestSource } from '../support/gateway.js';
import {
  type Answer,
  deliver,
  licensePayload,
  post,
  signedHeaders,
  webhookBody,
  webhookKeyHex,
} from '../support/keygen-webhooks.js';

const DAY = 86_400_000;

let emulator: RunningKeygenEmulator;
let gateway: TestGateway;
beforeEach(async () => {
  emulator = await startKeygenEmulator({ scenario: 'demo' });
});
afterEach(async () => {
  await gateway?.close();
  await emulator.close();
});

/** A gateway that has read the emulator, and takes webhooks signed with `key`. */
async function start(webhookPublicKey: string | null, over: Partial<TestSource> = {}): Promise<void> {
  const settings = { account: 'demo', webhookPublicKey };
  gateway = await startGateway([{ ...keygenSourceOf(emulator), settings, ...over }]);
  await gateway.refresh();
}

interface Seen {
  readonly id: string;
  readonly vendorId: string;
  readonly suspended: boolean;
  readonly uses: string;
  readonly machines: { readonly totalCount: number };
}

async function licenses(): Promise<readonly Seen[]> {
  const { licenses: found } = await gateway.query<{ licenses: { nodes: readonly Seen[] } }, unknown>(
    '{ licenses(first: 500) { nodes { id ... on KeygenLicense { vendorId suspended uses machines { totalCount } } } } }',
  );
  return found.nodes;
}
const shown = async (vendorId: string) => (await licenses()).find((license) => license.vendorId === vendorId);
const until = (expectation: () => Promise<unknown>) => vi.waitFor(expectation, { timeout: 20_000, interval: 5 });

/** What somebody does at the vendor's, past the gateway. */
async function atVendor(
  method: string,
  path: string,
  body?: object,
): Promise<{ readonly data: { readonly id: string } }> {
  const response = await fetch(`${emulator.url}/v1/accounts/demo/${path}`, {
    method,
    headers: { authorization: 'Bearer admin-demo', 'content-type': 'application/vnd.api+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status).toBeLessThan(300);
  return response.status === 204 ? { data: { id: '' } } : ((await response.json()) as { data: { id: string } });
}
const subscribe = () =>
  atVendor('POST', 'webhook-endpoints', {
    data: { type: 'webhook-endpoints', attributes: { url: `${gateway.url}/webhooks/keygen` } },
  });

describe('what is done at Keygen', () => {
  it('shows at the gateway without a sync, by the calls for that license alone', async () => {
    await start(emulator.publicKey);
    await subscribe();
    const license = (await licenses()).find(({ suspended }) => !suspended) as Seen;
    const before = emulator.requests.length;
    await atVendor('POST', `licenses/${license.vendorId}/actions/suspend`);
    await until(async () => expect(await shown(license.vendorId)).toMatchObject({ suspended: true }));
    expect(emulator.deliveries).toEqual([expect.objectContaining({ event: 'license.suspended', status: 204 })]);
    const calls = emulator.requests.slice(before).filter(({ method }) => method === 'GET');
    expect(calls.length).toBeLessThanOrEqual(8);
    expect(calls.map(({ url }) => url)).toContain(`/v1/accounts/demo/licenses/${license.vendorId}`);
    expect(calls.filter(({ url }) => /\/licenses\?/.test(url))).toEqual([]);
  });

  it('shows when a license is made, gets a machine, loses it, and goes', async () => {
    await start(emulator.publicKey);
    await subscribe();
    const policy = emulator.state.policies.all().find(({ floating, encrypted }) => floating && !encrypted);
    const { data } = await atVendor('POST', 'licenses', {
      data: {
        type: 'licenses',
        attributes: { name: 'Made elsewhere', maxMachines: 5 },
        relationships: { policy: { data: { type: 'policies', id: policy?.id } } },
      },
    });
    await until(async () => expect(await shown(data.id)).toMatchObject({ machines: { totalCount: 0 } }));
    await atVendor('POST', 'machines', {
      data: {
        type: 'machines',
        attributes: { fingerprint: 'made-elsewhere' },
        relationships: { license: { data: { type: 'licenses', id: data.id } } },
      },
    });
    await until(async () => expect(await shown(data.id)).toMatchObject({ machines: { totalCount: 1 } }));
    await atVendor('DELETE', 'machines/made-elsewhere');
    await until(async () => expect(await shown(data.id)).toMatchObject({ machines: { totalCount: 0 } }));
    await atVendor('DELETE', `licenses/${data.id}/actions/revoke`);
    await until(async () => expect(await shown(data.id)).toBeUndefined());
  });
});

describe('an event', () => {
  it('is no data: what it says of a license is not shown, what the vendor says is', async () => {
    await start(webhookKeyHex);
    const license = (await licenses()).find(({ suspended }) => !suspended) as Seen;
    emulator.state.licenses.update(license.vendorId, { uses: 4_321 });
    const payload = {
      data: { type: 'licenses', id: license.vendorId, attributes: { suspended: true, uses: 9_999, name: 'Forged' } },
    };
    expect(await deliver(gateway.url, 'keygen', { event: 'license.updated', payload })).toMatchObject({ status: 204 });
    await until(async () => expect(await shown(license.vendorId)).toMatchObject({ uses: '4321', suspended: false }));
  });

  it('of a policy has everything read', async () => {
    await start(webhookKeyHex);
    const policy = emulator.state.policies.all()[0];
    emulator.state.policies.update(policy?.id ?? '', { name: 'Renamed elsewhere' });
    await deliver(gateway.url, 'keygen', { event: 'policy.updated', payload: { data: { type: 'policies', id: 'p' } } });
    await until(async () => {
      const { source } = await gateway.query<{ source: { policies: { nodes: { name: string }[] } } }, unknown>(
        '{ source(name: "keygen") { policies(first: 500) { nodes { name } } } }',
      );
      expect(source.policies.nodes.map(({ name }) => name)).toContain('Renamed elsewhere');
    });
  });

  it('naming a key, or a license that is not there, makes nothing up', async () => {
    await start(webhookKeyHex);
    const before = await licenses();
    const key = emulator.state.licenses.all().find((license) => license.key !== null)?.key ?? '';
    for (const id of [key, 'nobody', '../admin', 'a%0d%0aX:1']) {
      const asked = emulator.requests.length;
      const event = { event: 'license.updated', payload: licensePayload(id) };
      expect(await deliver(gateway.url, 'keygen', event)).toMatchObject({ status: 204 });
      await until(async () => expect(emulator.requests.length).toBe(asked + 1));
      expect(emulator.requests.at(-1)?.url).toBe(`/v1/accounts/demo/licenses/${encodeURIComponent(id)}`);
    }
    expect(await licenses()).toEqual(before);
  });

  it('is taken while the source cannot be read, and what it told of comes with the next sync', async () => {
    await start(webhookKeyHex);
    const license = (await licenses())[0] as Seen;
    emulator.throttle(1, 60);
    const asked = emulator.requests.length;
    const event = { event: 'license.updated', payload: licensePayload(license.vendorId) };
    emulator.state.licenses.update(license.vendorId, { uses: 4_321 });
    expect(await deliver(gateway.url, 'keygen', event)).toMatchObject({ status: 204 });
    await until(async () => expect(emulator.requests.length).toBe(asked + 1));
    expect(emulator.requests.at(-1)?.status).toBe(429);
    await gateway.refresh();
    expect(await shown(license.vendorId)).toMatchObject({ uses: '4321' });
  });
});

describe('nothing is changed, and the vendor not asked, by an event', () => {
  const about = { event: 'license.updated', payload: licensePayload('license') };
  const forged = async (change: (headers: Record<string, string>) => Record<string, string>): Promise<Answer> => {
    const { host, pathname: target, href } = new URL('/webhooks/keygen', gateway.url);
    const body = webhookBody(about);
    const headers = signedHeaders(body, { target, host, date: new Date() });
    return post(href, { 'content-type': 'application/json', ...change(headers) }, body);
  };
  const without = (name: string) => (headers: Record<string, string>) =>
    Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));

  it.each<[string, number, () => Promise<Answer>]>([
    ['that is not signed', 401, () => forged(without('keygen-signature'))],
    [
      'with an API key in place of a signature',
      401,
      () =>
        forged((headers) => ({
          ...without('keygen-signature')(headers),
          authorization: 'Bearer admin-key-0123456789',
        })),
    ],
    [
      'that is signed by another',
      401,
      () =>
        forged((headers) => ({
          ...headers,
          'keygen-signature': (headers['keygen-signature'] ?? '').replace(/signature="./, 'signature="_'),
        })),
    ],
    ['that comes a day late', 401, () => deliver(gateway.url, 'keygen', about, new Date(Date.now() - DAY))],
    ['that comes from the future', 401, () => deliver(gateway.url, 'keygen', about, new Date(Date.now() + DAY))],
    ['for a source without a key', 404, () => deliver(gateway.url, 'plain', about)],
    ['for a source that is not there', 404, () => deliver(gateway.url, 'nowhere', about)],
    ['that nobody knows', 204, () => deliver(gateway.url, 'keygen', { ...about, event: 'release.published' })],
  ])('%s: %i', async (_name, status, send) => {
    gateway = await startGateway([
      { ...keygenSourceOf(emulator), settings: { account: 'demo', webhookPublicKey: webhookKeyHex } },
      keygenSourceOf(emulator, 'plain'),
    ]);
    await gateway.refresh();
    const asked = emulator.requests.length;
    expect((await send()).status).toBe(status);
    await gateway.query('{ sources { totalCount } }');
    expect(emulator.requests.length).toBe(asked);
  });

  it('that is not there and one without a key are answered alike', async () => {
    gateway = await startGateway([keygenSourceOf(emulator)]);
    const [plain, nowhere] = [await deliver(gateway.url, 'keygen', about), await deliver(gateway.url, 'no', about)];
    expect(plain.text).toBe(nowhere.text);
  });

  it('that comes again', async () => {
    await start(webhookKeyHex);
    const license = (await licenses())[0] as Seen;
    const event = { event: 'license.updated', payload: licensePayload(license.vendorId), token: 'the-same' };
    emulator.state.licenses.update(license.vendorId, { uses: 4_321 });
    await deliver(gateway.url, 'keygen', event);
    await until(async () => expect(await shown(license.vendorId)).toMatchObject({ uses: '4321' }));
    const asked = emulator.requests.length;
    for (let n = 0; n < 5; n++) {
      expect(await deliver(gateway.url, 'keygen', event)).toMatchObject({ status: 204 });
    }
    expect(emulator.requests.length).toBe(asked);
  });
});

it('1,000 validations of a chatty program cost at most 30 reads of its license and two of everything', async () => {
  const clock = { now: () => new Date('2026-06-30T12:00:00.000Z') };
  gateway = await startGateway(
    [{ ...keygenSourceOf(emulator), settings: { account: 'demo', webhookPublicKey: webhookKeyHex } }],
    { clock },
  );
  await gateway.refresh();
  const crawl = emulator.requests.length;
  const license = (await licenses())[0] as Seen;
  const asked = emulator.requests.length;
  const event = { event: 'license.validation.succeeded', payload: licensePayload(license.vendorId) };
  for (let n = 0; n < 100; n++) {
    const some = Array.from({ length: 10 }, () => deliver(gateway.url, 'keygen', event, clock.now()));
    expect((await Promise.all(some)).map(({ status }) => status)).toEqual(Array(10).fill(204));
  }
  await gateway.close();
  const callsOfOne = 8;
  expect(emulator.requests.length - asked).toBeLessThanOrEqual(30 * callsOfOne + 2 * crawl);
});
