/** Webhooks of Keygen: verified over their raw bytes first, read only then. */
import type { WebhookReader } from '../source.js';
import type { KeygenSettings } from './config.js';
import { eventOf } from './webhook-event.js';
import { webhookKey } from './webhook-key.js';
import { signatureProblem } from './webhook-signature.js';

export function keygenWebhook({ webhookPublicKey, webhookUrl }: KeygenSettings): WebhookReader | null {
  if (webhookPublicKey === null) return null;
  const key = webhookKey(webhookPublicKey);
  return (request, now) => {
    const problem = signatureProblem({ key, url: webhookUrl, request, now });
    if (problem !== null) return { kind: 'refusal', code: 'UNVERIFIED', message: problem };
    const message = 'the body is no webhook event of Keygen, though it is signed by the account';
    return eventOf(request.body) ?? { kind: 'refusal', code: 'UNREADABLE', message };
  };
}
