import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keygenSource } from '../../../src/sources/keygen/index.js';
import { keygenWebhook } from '../../../src/sources/keygen/webhook.js';
import type { WebhookRequest } from '../../../src/sources/source.js';
import {
  type EventOf,
  licensePayload,
  type Signing,
  signedHeaders,
  webhookBody,
  webhookKeyHex,
  webhookKeyPem,
} from '../../support/keygen-webhooks.js';

const NOW = new Date('2026-06-30T12:00:00.000Z');
const PLACE = { target: '/webhooks/keygen', host: 'gateway.example', date: NOW };
const SUSPENDED: EventOf = { event: 'license.suspended', payload: licensePayload('license-1'), token: 'token-1' };

interface Case {
  readonly body?: string | Uint8Array;
  readonly signing?: Partial<Signing>;
  readonly request?: Partial<Pick<WebhookRequest, 'target' | 'host' | 'method'>>;
  /** In place of the signed headers; undefined takes one away. */
  readonly headers?: Record<string, string | string[] | undefined>;
  readonly sent?: Uint8Array;
  readonly now?: Date;
  readonly settings?: Record<string, unknown>;
}

function read({ body = webhookBody(SUSPENDED), signing, request, headers, sent, now = NOW, settings }: Case = {}) {
  const reader = keygenWebhook(keygenSource.settings.parse({ webhookPublicKey: webhookKeyHex, ...settings }) as never);
  return reader?.(
    {
      method: 'POST',
      target: PLACE.target,
      host: PLACE.host,
      headers: { ...signedHeaders(body, { ...PLACE, ...signing }), ...headers },
      body: sent ?? Buffer.from(body),
      ...request,
    },
    now,
  );
}

const EVENT = { kind: 'event', token: 'token-1', event: 'license.suspended', refresh: ['license-1'] };
const refused = (message: RegExp) => ({
  kind: 'refusal',
  code: 'UNVERIFIED',
  message: expect.stringMatching(message),
});
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const signatureOf = (changed: (header: string) => string) => ({
  'keygen-signature': changed(signedHeaders(webhookBody(SUSPENDED), PLACE)['keygen-signature'] ?? ''),
});
/** One body for cases that change what was signed for it. */
const BODY = webhookBody(SUSPENDED);

describe('a webhook is taken', () => {
  it.each<[string, Case]>([
    ['with the signature of the account', {}],
    ['with the key as PEM', { settings: { webhookPublicKey: webhookKeyPem } }],
    ['signed in another order', { signing: { parts: 'digest date host (request-target)' } }],
    ['with a date of five minutes ago', { signing: { date: minutes(-5) } }],
    ['with a date in five minutes', { signing: { date: minutes(5) } }],
    ['signed for the host without the port that was asked', { request: { host: 'gateway.example:8443' } }],
    [
      'signed for the address that a proxy stands at',
      {
        settings: { webhookUrl: 'https://public.example/hooks/keygen' },
        signing: { target: '/hooks/keygen', host: 'public.example' },
      },
    ],
    [
      'with the duplicates, where a proxy wrote Date and Digest anew',
      {
        body: BODY,
        headers: {
          date: minutes(1).toUTCString(),
          digest: 'sha-256=other',
          'keygen-date': NOW.toUTCString(),
          'keygen-digest': signedHeaders(BODY, PLACE).digest,
        },
      },
    ],
  ])('%s', (_name, given) => {
    expect(read(given)).toEqual(EVENT);
  });
});

describe('a webhook is refused', () => {
  const other = generateKeyPairSync('ed25519');
  it.each<[string, Case, RegExp]>([
    ['without a signature', { headers: { 'keygen-signature': undefined } }, /Keygen-Signature header is missing/],
    ['with two', { headers: { 'keygen-signature': ['a', 'b'] } }, /Keygen-Signature header is missing/],
    ['with an unreadable one', { headers: { 'keygen-signature': 'algorithm=ed25519' } }, /not in the form of Keygen/],
    [
      'with a parameter given twice',
      { headers: signatureOf((text) => `${text}, algorithm="ed25519"`) },
      /not in the form of Keygen/,
    ],
    ['signed with another key', { signing: { key: other.privateKey } }, /webhookPublicKey/],
    [
      'of another algorithm',
      { headers: signatureOf((text) => text.replace('ed25519', 'rsa-pss-sha256')) },
      /not of the algorithm ed25519/,
    ],
    [
      'of no algorithm',
      { headers: signatureOf((text) => text.replace('ed25519', 'none')) },
      /not of the algorithm ed25519/,
    ],
    ['that leaves the date unsigned', { signing: { parts: '(request-target) host digest' } }, /must cover/],
    ['that leaves the digest unsigned', { signing: { parts: '(request-target) host date' } }, /must cover/],
    ['that signs a part twice', { signing: { parts: '(request-target) host date date digest' } }, /must cover/],
    [
      'with a signature of the wrong length',
      { headers: signatureOf((text) => text.replace(/signature="[^"]+"/, 'signature="AAAA"')) },
      /64 bytes/,
    ],
    ['without a digest', { headers: { digest: undefined } }, /Digest/],
    ['with another body', { sent: Buffer.from(webhookBody({ event: 'license.deleted' })) }, /Digest/],
    [
      'with another body and its digest',
      {
        sent: Buffer.from('{}'),
        headers: { digest: signedHeaders('{}', PLACE).digest },
      },
      /does not fit/,
    ],
    ['without a date', { headers: { date: undefined } }, /Date header is missing/],
    ['with another date', { headers: { date: minutes(1).toUTCString() } }, /does not fit/],
    ['signed more than five minutes ago', { signing: { date: minutes(-6) } }, /five minutes/],
    ['signed more than five minutes ahead', { signing: { date: minutes(6) } }, /five minutes/],
    ['sent to another source', { request: { target: '/webhooks/other' } }, /does not fit/],
    ['sent to another host', { request: { host: 'elsewhere.example' } }, /does not fit/],
    ['with another method', { request: { method: 'PUT' } }, /does not fit/],
    [
      'signed for the inner address of a gateway with a public one',
      { settings: { webhookUrl: 'https://public.example/hooks' } },
      /webhookUrl/,
    ],
  ])('%s', (_name, given, message) => {
    expect(read(given)).toEqual(refused(message));
  });

  it.each([
    ['no JSON', '{"data"'],
    ['nested too deep', '['.repeat(50_000)],
    ['no event', '{"data":{"id":"x","type":"licenses"}}'],
    ['an event without a name', '{"data":{"id":"x","type":"webhook-events","attributes":{"payload":"{}"}}}'],
    ['null', 'null'],
    ['nothing', ''],
  ])('when what the account signed is %s', (_name, body) => {
    expect(read({ body })).toMatchObject({ kind: 'refusal', code: 'UNREADABLE' });
  });

  it('when it is no text at all', () => {
    expect(read({ body: Buffer.from([0xff, 0xfe, 0x00]) })).toMatchObject({ code: 'UNREADABLE' });
  });
});

describe('what is to be read anew', () => {
  const ofLicense = { data: { type: 'machines', id: 'm', relationships: { license: { data: { id: 'license-2' } } } } };
  const attached = [1, 2].map((n) => ({
    type: 'users',
    id: `u${n}`,
    relationships: { license: { data: { id: 'l' } } },
  }));
  const refreshOf = (event: string, payload?: unknown) => read({ body: webhookBody({ event, payload }) });

  it.each<[string, unknown, readonly string[] | 'ALL' | null]>([
    ['license.created', licensePayload('license-1'), ['license-1']],
    ['license.deleted', licensePayload('license-1'), ['license-1']],
    ['license.validation.succeeded', licensePayload('license-1'), ['license-1']],
    ['license.users.attached', { data: attached }, ['l']],
    ['license.users.attached', { data: [{ type: 'users', id: 'u' }] }, 'ALL'],
    ['license.suspended', 'not json', 'ALL'],
    ['license.suspended', { data: null }, 'ALL'],
    ['license.suspended', { data: [] }, 'ALL'],
    ['license.suspended', licensePayload('..'), 'ALL'],
    ['license.suspended', licensePayload(''), 'ALL'],
    ['license.suspended', licensePayload('\ud800'), 'ALL'],
    ['license.suspended', licensePayload('x'.repeat(201)), 'ALL'],
    ['license.suspended', { data: Array.from({ length: 51 }, (_, n) => ({ type: 'licenses', id: `${n}` })) }, 'ALL'],
    ['machine.created', ofLicense, ['license-2']],
    ['machine.heartbeat.dead', { data: { type: 'machines', id: 'm', relationships: { license: {} } } }, 'ALL'],
    ['machine.heartbeat.ping', ofLicense, null],
    ['process.heartbeat.ping', ofLicense, null],
    ['process.created', ofLicense, ['license-2']],
    ['policy.updated', { data: { type: 'policies', id: 'p' } }, 'ALL'],
    ['group.deleted', {}, 'ALL'],
    ['user.banned', {}, 'ALL'],
    ['entitlement.updated', {}, 'ALL'],
    ['release.published', {}, null],
    ['account.updated', {}, null],
    ['licenses-of-tomorrow', licensePayload('license-1'), null],
  ])('after %s of %j', (event, payload, refresh) => {
    expect(refreshOf(event, payload)).toMatchObject({ kind: 'event', event, refresh });
  });

  it.each([
    ['its idempotency token', { meta: { idempotencyToken: 'inner' } }, {}, 'inner'],
    ['that of the document', {}, { meta: { idempotencyToken: 'outer' } }, 'outer'],
    ['its id, where it has none', {}, {}, 'event-1'],
    ['its id, where the token is no text', { meta: { idempotencyToken: { $gt: '' } } }, {}, 'event-1'],
  ])('an event is known again by %s', (_name, inner, outer, token) => {
    const attributes = { event: 'license.created', payload: '{}' };
    const body = JSON.stringify({ data: { id: 'event-1', type: 'webhook-events', attributes, ...inner }, ...outer });
    expect(read({ body })).toMatchObject({ token });
  });
});

describe('its settings', () => {
  const messageOf = (settings: object) => keygenSource.settings.safeParse(settings).error?.issues[0]?.message;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = (key: typeof rsa.publicKey, type: 'spki' | 'pkcs8') => key.export({ format: 'pem', type: type as never });

  it('need a public ed25519 key, in hex or PEM', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    expect(messageOf({ webhookPublicKey: webhookKeyHex.toUpperCase() })).toBeUndefined();
    expect(messageOf({ webhookPublicKey: pem(publicKey, 'spki') })).toBeUndefined();
    expect(messageOf({ webhookPublicKey: webhookKeyHex.slice(2) })).toMatch(/64 hexadecimal digits/);
    expect(messageOf({ webhookPublicKey: '' })).toMatch(/64 hexadecimal digits/);
    expect(messageOf({ webhookPublicKey: pem(rsa.publicKey, 'spki') })).toMatch(/another algorithm/);
    expect(messageOf({ webhookPublicKey: pem(privateKey, 'pkcs8') })).toMatch(/private key/);
  });

  it('need a plain address', () => {
    expect(messageOf({ webhookUrl: 'https://gateway.example/webhooks/keygen' })).toBeUndefined();
    for (const bad of ['gateway.example', 'ftp://a/b', 'https://u:p@a/b', 'https://a/b?c', 'https://a/b#c']) {
      expect(messageOf({ webhookUrl: bad }), bad).toMatch(/webhook endpoint/);
    }
  });

  it('without a key take no webhooks', () => {
    expect(keygenWebhook(keygenSource.settings.parse({}) as never)).toBeNull();
  });
});
