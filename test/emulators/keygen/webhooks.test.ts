import { createHash, createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  keygenEmulator,
  type RunningKeygenEmulator,
  startKeygenEmulator,
} from '../../../src/emulators/keygen/index.js';
import { ask, type Reply } from './ask.js';
import { KEY, LICENSE_ID, NOW, POLICY_ID, refusal, world } from './world.js';

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly data: Record<string, never> & { attributes: Record<string, string>; meta: Record<string, string> };
}

/** Takes webhooks and remembers them. */
async function startReceiver(status = 204) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let raw = '';
    request.on('data', (chunk) => {
      raw += chunk;
    });
    request.once('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, raw, data: JSON.parse(raw).data });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let emulator: RunningKeygenEmulator;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeEach(async () => {
  receiver = await startReceiver();
  const state = world({ policy: { requireCheckIn: true, checkInInterval: 'day', checkInIntervalCount: 1 } });
  emulator = await startKeygenEmulator({ state, clock: { now: () => NOW } });
});
afterEach(async () => {
  await emulator.close();
  await receiver.close();
});

const send = (method: string, path: string, body?: unknown, token = 'admin-demo'): Promise<Reply> =>
  ask(emulator, path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/vnd.api+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const subscribe = (attributes: object = {}, token?: string) => {
  const data = { type: 'webhook-endpoints', attributes: { url: receiver.url, ...attributes } };
  return send('POST', 'webhook-endpoints', { data }, token);
};
const act = (name: string, body?: unknown) => send('POST', `licenses/${LICENSE_ID}/actions/${name}`, body);
const delivered = (count: number) => vi.waitFor(() => expect(emulator.deliveries).toHaveLength(count), { interval: 1 });
const payloadOf = ({ data }: Received) => JSON.parse(data.attributes.payload ?? '');

describe('webhook endpoints', () => {
  it('are made, listed, shown and removed', async () => {
    const made = await subscribe({ subscriptions: ['license.created'], signatureAlgorithm: 'ed25519' });
    const { id } = made.body.data;
    expect(made).toMatchObject({
      status: 201,
      body: {
        data: {
          type: 'webhook-endpoints',
          attributes: { url: receiver.url, subscriptions: ['license.created'], signatureAlgorithm: 'ed25519' },
        },
      },
    });
    expect((await send('GET', 'webhook-endpoints')).body.data.map((row: { id: string }) => row.id)).toEqual([id]);
    expect((await send('GET', `webhook-endpoints/${id}`)).body.data).toEqual(made.body.data);
    expect((await send('DELETE', `webhook-endpoints/${id}`)).status).toBe(204);
    expect((await send('GET', `webhook-endpoints/${id}`)).status).toBe(404);
  });

  it.each(['http://gateway.example/hooks', 'ftp://127.0.0.1/', 'hooks'])('are not made for %s', async (url) => {
    expect(refusal(await subscribe({ url }))).toEqual([422, 'URL_PROTOCOL_INVALID', '/data/attributes/url']);
  });

  it('take https anywhere, and no other signature than ed25519', async () => {
    expect((await subscribe({ url: 'https://gateway.example/hooks' })).status).toBe(201);
    expect(refusal(await subscribe({ signatureAlgorithm: 'rsa-sha256' }))[1]).toBe('SIGNATURE_ALGORITHM_NOT_ALLOWED');
  });

  it('are for administrators to make and remove', async () => {
    const { body } = await subscribe();
    expect((await subscribe({}, 'read-demo')).status).toBe(403);
    expect((await send('DELETE', `webhook-endpoints/${body.data.id}`, undefined, 'read-demo')).status).toBe(403);
  });
});

describe('a delivery', () => {
  it('is a webhook event with the resource as a text, and a token of its own', async () => {
    await subscribe();
    await act('suspend');
    await act('reinstate');
    await delivered(2);
    expect(receiver.received.map(({ data }) => data.attributes.event).sort()).toEqual([
      'license.reinstated',
      'license.suspended',
    ]);
    const one = receiver.received.find(({ data }) => data.attributes.event === 'license.suspended') as Received;
    expect(one).toMatchObject({
      path: '/hooks',
      headers: { 'content-type': 'application/json' },
      data: { type: 'webhook-events', attributes: { endpoint: receiver.url, status: 'DELIVERING' } },
    });
    expect(payloadOf(one).data).toMatchObject({ type: 'licenses', id: LICENSE_ID, attributes: { suspended: true } });
    expect(new Set(receiver.received.map(({ data }) => data.meta.idempotencyToken)).size).toBe(2);
  });

  it('is signed over path, host, date and digest with the key that the emulator shows', async () => {
    await subscribe();
    await act('suspend');
    await delivered(1);
    const { headers, raw } = receiver.received[0] as Received;
    expect(headers.date).toBe(NOW.toUTCString());
    expect(headers.digest).toBe(`sha-256=${createHash('sha256').update(raw).digest('base64')}`);
    expect(headers).not.toHaveProperty('keygen-date');
    const [, signature = ''] =
      /^keyid="[^"]+", algorithm="ed25519", signature="([^"]+)", headers="\(request-target\) host date digest"$/.exec(
        String(headers['keygen-signature']),
      ) ?? [];
    const text = `(request-target): post /hooks\nhost: ${headers.host}\ndate: ${headers.date}\ndigest: ${headers.digest}`;
    const spki = Buffer.from(`302a300506032b6570032100${emulator.publicKey}`, 'hex');
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))).toBe(true);
    expect(keygenEmulator.credentials).toContain(emulator.publicKey);
  });

  it.each<[string, () => Promise<Reply>, string]>([
    ['changing a license', () => send('PATCH', `licenses/${LICENSE_ID}`, licenseDocument()), 'license.updated'],
    ['renewing it', () => act('renew'), 'license.renewed'],
    ['checking it in', () => act('check-in'), 'license.checked-in'],
    ['using it', () => act('increment-usage'), 'license.usage.incremented'],
    ['resetting its usage', () => act('reset-usage'), 'license.usage.reset'],
    ['validating it', () => act('validate'), 'license.validation.succeeded'],
    [
      'validating it in vain',
      () => act('validate', { meta: { scope: { product: 'another' } } }),
      'license.validation.failed',
    ],
    [
      'validating its key',
      () => send('POST', 'licenses/actions/validate-key', { meta: { key: KEY } }),
      'license.validation.succeeded',
    ],
    ['revoking it', () => send('DELETE', `licenses/${LICENSE_ID}/actions/revoke`), 'license.revoked'],
    ['deleting it by its key', () => send('DELETE', `licenses/${KEY}`), 'license.deleted'],
  ])('tells of %s', async (_name, write, event) => {
    await subscribe();
    expect((await write()).status).toBeLessThan(300);
    await delivered(1);
    expect(emulator.deliveries).toEqual([{ event, url: receiver.url, status: 204 }]);
    expect(payloadOf(receiver.received[0] as Received).data).toMatchObject({ type: 'licenses', id: LICENSE_ID });
  });

  it('tells of new licenses, and of machines with the license they are of', async () => {
    await subscribe();
    const policy = { data: { type: 'policies', id: POLICY_ID } };
    await send('POST', 'licenses', { data: { type: 'licenses', relationships: { policy } } });
    const license = { data: { type: 'licenses', id: LICENSE_ID } };
    const machine = { type: 'machines', attributes: { fingerprint: 'print' }, relationships: { license } };
    await send('POST', 'machines', { data: machine });
    await send('DELETE', 'machines/print');
    await delivered(3);
    const told = receiver.received.map((one) => [one.data.attributes.event, payloadOf(one).data.relationships.license]);
    expect(Object.fromEntries(told)).toMatchObject({
      'machine.created': license,
      'machine.deleted': license,
    });
    expect(told.map(([event]) => event)).toContain('license.created');
  });

  it('comes of no refused write, no quick validation, and no verdict on nothing', async () => {
    await subscribe();
    expect((await act('reinstate')).status).toBe(422);
    await send('GET', `licenses/${LICENSE_ID}/actions/validate`);
    await send('POST', 'licenses/actions/validate-key', { meta: { key: 'of-nobody' } });
    await act('suspend');
    await delivered(1);
    expect(emulator.deliveries.map(({ event }) => event)).toEqual(['license.suspended']);
  });

  it('goes to those who subscribed to it, and to nobody who has left', async () => {
    await subscribe({ subscriptions: ['license.suspended'] });
    const { body } = await subscribe();
    await send('DELETE', `webhook-endpoints/${body.data.id}`);
    await act('check-in');
    await act('suspend');
    await delivered(1);
    expect(receiver.received.map(({ data }) => data.attributes.event)).toEqual(['license.suspended']);
  });

  it('is sent once, whatever becomes of it, and its write is none the worse', async () => {
    const refusing = await startReceiver(500);
    const gone = await startReceiver();
    await gone.close();
    await subscribe({ url: refusing.url });
    await subscribe({ url: gone.url });
    expect((await act('suspend')).status).toBe(200);
    await delivered(2);
    expect(emulator.deliveries).toEqual(
      expect.arrayContaining([
        { event: 'license.suspended', url: refusing.url, status: 500 },
        { event: 'license.suspended', url: gone.url, status: null },
      ]),
    );
    expect(refusing.received).toHaveLength(1);
    await refusing.close();
  });
});

function licenseDocument(): object {
  return { data: { type: 'licenses', attributes: { name: 'Another' } } };
}
