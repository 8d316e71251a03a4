/** Whether a webhook comes from the account: its ed25519 signature over path, host, date and digest of the raw body (draft-cavage-http-signatures-08). */
import { createHash, type KeyObject, verify } from 'node:crypto';
import type { WebhookRequest } from '../source.js';

export interface SignedWebhook {
  readonly key: KeyObject;
  /** Where Keygen sends webhooks to; null: where the request says. */
  readonly url: string | null;
  readonly request: WebhookRequest;
  readonly now: Date;
}

/** A delivery is signed when it is sent, and sent again with a new date: an old one is a replay, or a clock is wrong. */
const FARTHEST_DATE_MS = 5 * 60_000;
const SIGNED_PARTS = ['(request-target)', 'date', 'digest', 'host'];
const PARAMETERS = /^(?:[a-z]+="[^"]*"(?:, ?(?=[a-z])|$))+$/;
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/** Why it is not to be believed; null when it is. */
export function signatureProblem({ key, url, request, now }: SignedWebhook): string | null {
  const parameters = parametersOf(header(request, 'keygen-signature'));
  if (parameters === null) return 'the Keygen-Signature header is missing, or not in the form of Keygen';
  if (parameters.algorithm !== 'ed25519') {
    return 'the signature is not of the algorithm ed25519; set signatureAlgorithm of the webhook endpoint to ed25519';
  }
  const parts = (parameters.headers ?? '').split(' ');
  if ([...parts].sort().join() !== SIGNED_PARTS.join())
    return 'the signature must cover (request-target) host date digest';
  const signature = parameters.signature ?? '';
  if (!/^[A-Za-z0-9+/]{86}==$/.test(signature)) return 'the signature is not 64 bytes in base64';

  const digest = `sha-256=${createHash('sha256').update(request.body).digest('base64')}`;
  if (!eitherOf(request, 'digest').includes(digest)) return 'the Digest header is missing, or not of this body';
  const { target, hosts } = placeOf(request, url);
  const isSigned = (date: string, host: string) => {
    const values: Readonly<Record<string, string>> = {
      '(request-target)': `${request.method.toLowerCase()} ${target}`,
      host,
      date,
      digest,
    };
    const text = parts.map((part) => `${part}: ${values[part]}`).join('\n');
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  };
  const dates = eitherOf(request, 'date');
  if (dates.length === 0) return 'the Date header is missing';
  const date = dates.find((each) => hosts.some((host) => isSigned(each, host)));
  if (date === undefined) {
    return 'the signature does not fit; check settings.webhookPublicKey and, behind a proxy, settings.webhookUrl of the source';
  }
  const at = HTTP_DATE.test(date) ? Date.parse(date) : Number.NaN;
  if (Math.abs(at - now.getTime()) <= FARTHEST_DATE_MS) return null;
  return 'the date that was signed is more than five minutes off; check the clock, and let Keygen send it anew';
}

/** A proxy may write Date and Digest anew, and then Keygen's duplicates of them, where it sends any, are what was signed. */
function eitherOf(request: WebhookRequest, name: 'date' | 'digest'): readonly string[] {
  return [header(request, name), header(request, `keygen-${name}`)].filter((value) => value !== undefined);
}

/** The vendor signs the host of the address it was given, of which a port may or may not be part. */
function placeOf({ target, host }: WebhookRequest, url: string | null) {
  if (url === null) return { target, hosts: [...new Set([host, host.replace(/:\d+$/, '')])] };
  const { pathname, hostname, host: withPort } = new URL(url);
  return { target: pathname, hosts: [...new Set([withPort, hostname])] };
}

function parametersOf(value: string | undefined): Readonly<Record<string, string>> | null {
  if (value === undefined || !PARAMETERS.test(value)) return null;
  const pairs = [...value.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name = '', text = '']) => [name, text] as const);
  const parameters = Object.fromEntries(pairs);
  return Object.keys(parameters).length === pairs.length ? parameters : null;
}

/** A header that came twice is none: nobody knows which is meant. */
function header({ headers }: WebhookRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
