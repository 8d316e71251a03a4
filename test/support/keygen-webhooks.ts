/** Webhooks as Keygen sends them, signed with a key pair of the tests, whole or tampered with. */
import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { request } from 'node:http';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');

/** Of the key that signs the webhooks here. */
export const webhookKeyPem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
export const webhookKeyHex = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

export interface Signing {
  readonly target: string;
  readonly host: string;
  readonly date: Date;
  readonly key?: KeyObject;
  /** In this order. */
  readonly parts?: string;
}

/** The headers that Keygen signs a body with. */
export function signedHeaders(body: string | Uint8Array, signing: Signing): Record<string, string> {
  const { target, host, key = privateKey, parts = '(request-target) host date digest' } = signing;
  const date = signing.date.toUTCString();
  const digest = `sha-256=${createHash('sha256').update(body).digest('base64')}`;
  const values: Record<string, string> = { '(request-target)': `post ${target}`, host, date, digest };
  const text = parts
    .split(' ')
    .map((part) => `${part}: ${values[part]}`)
    .join('\n');
  const signature = sign(null, Buffer.from(text), key).toString('base64');
  return {
    date,
    digest,
    'keygen-signature': `keyid="1fddbb1e", algorithm="ed25519", signature="${signature}", headers="${parts}"`,
  };
}

export interface EventOf {
  readonly event: string;
  /** The document of the payload; a text goes as it is. */
  readonly payload?: unknown;
  readonly token?: string;
}

export function webhookBody({ event, payload = {}, token = randomUUID() }: EventOf): string {
  return JSON.stringify({
    data: {
      id: randomUUID(),
      type: 'webhook-events',
      meta: { idempotencyToken: token },
      attributes: { event, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) },
    },
  });
}

export const licensePayload = (id: string): object => ({ data: { type: 'licenses', id } });

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Sends with exactly these headers; `fetch` would stamp its own Date. */
export function post(url: string, headers: Record<string, string>, body: string | Uint8Array): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
      response.once('error', reject);
    });
    sending.once('error', reject);
    sending.end(body);
  });
}

/** Signs an event as of `date` and sends it to a gateway's source. */
export function deliver(gateway: string, source: string, event: EventOf, date = new Date()): Promise<Answer> {
  const { host, pathname: target, href } = new URL(`/webhooks/${source}`, gateway);
  const body = webhookBody(event);
  return post(href, { 'content-type': 'application/json', ...signedHeaders(body, { target, host, date }) }, body);
}
