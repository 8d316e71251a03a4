/** What a Keygen source can be told under `settings:`. */
import { z } from 'zod';
import { isPlainUrl } from '../../domain/hosts.js';
import { webhookKeyProblem } from './webhook-key.js';

export interface KeygenSettings {
  /** Id or slug of the account; null for a server of one account, whose paths are `/v1/…`. */
  readonly account: string | null;
  /** The account's ed25519 public key (hex or PEM) that signs webhooks; null: webhooks are not taken. */
  readonly webhookPublicKey: string | null;
  /** The address that Keygen sends webhooks to, where a proxy makes another of it; null: as the request says. */
  readonly webhookUrl: string | null;
}

export const keygenSettings: z.ZodType<KeygenSettings> = z.strictObject({
  account: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/, 'must be the id or slug of a Keygen account')
    .nullable()
    .default(null),
  webhookPublicKey: z
    .string()
    .trim()
    .superRefine((key, context) => {
      const problem = webhookKeyProblem(key);
      if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    })
    .nullable()
    .default(null),
  webhookUrl: z
    .string()
    .trim()
    .refine(
      isPlainUrl,
      'must be the address that Keygen has as the webhook endpoint, such as https://gateway.example/webhooks/keygen, without credentials, query (?…) and fragment (#…)',
    )
    .nullable()
    .default(null),
});
