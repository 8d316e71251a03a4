/** Signed answers (facts 3, "Signatures"): digest, date and an ed25519 signature over them, with a key of the emulator's. */
import { createHash } from 'node:crypto';
import { type PublicKey, publicKey } from '../public-key.js';

export interface Signer {
  /** Raw ed25519 public key in hex, the form in which Keygen shows an account's key. */
  readonly publicKeyHex: string;
  headers(input: SignedInput): Readonly<Record<string, string>>;
}

export interface SignedInput {
  readonly keyId: string;
  readonly method: string;
  /** Path with query. */
  readonly target: string;
  readonly host: string;
  readonly date: Date;
  readonly body: string;
}

/** The account's one key: it signs answers, and license keys under ED25519_SIGN. */
export function accountKey(): PublicKey {
  return publicKey('license-gateway keygen emulator');
}

export function createSigner(): Signer {
  const key = accountKey();
  return { publicKeyHex: key.publicKeyHex, headers: (input) => signed(key, input) };
}

function signed(key: PublicKey, input: SignedInput): Readonly<Record<string, string>> {
  const date = input.date.toUTCString();
  const digest = `sha-256=${createHash('sha256').update(input.body).digest('base64')}`;
  const text = [
    `(request-target): ${input.method.toLowerCase()} ${input.target}`,
    `host: ${input.host}`,
    `date: ${date}`,
    `digest: ${digest}`,
  ].join('\n');
  const signature = key.sign(text);
  return {
    date,
    digest,
    // The same again, because proxies rewrite Date and Digest.
    'keygen-date': date,
    'keygen-digest': digest,
    'keygen-signature': `keyid="${input.keyId}", algorithm="ed25519", signature="${signature}", headers="(request-target) host date digest"`,
  };
}
