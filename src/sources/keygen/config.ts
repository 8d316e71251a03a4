/** What a Keygen source can be told under `settings:`. */
import { z } from 'zod';

export interface KeygenSettings {
  /** Id or slug of the account; null for a server of one account, whose paths are `/v1/…`. */
  readonly account: string | null;
  /** The account's public key (hex or PEM) that signs webhooks; null: webhooks are not taken. */
  readonly webhookPublicKey: string | null;
}

export const keygenSettings: z.ZodType<KeygenSettings> = z.strictObject({
  account: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/, 'must be the id or slug of a Keygen account')
    .nullable()
    .default(null),
  webhookPublicKey: z.string().trim().min(1).nullable().default(null),
});
