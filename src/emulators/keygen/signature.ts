/** Signed answers (facts 3, "Signatures"): digest, date and an ed25519 signature over them, with a key of the emulator's. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';

/** The PKCS #8 frame of a raw ed25519 seed. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const RAW_KEY_BYTES = 32;

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

/** The key is made from public words, so that every start signs alike; it protects nothing. */
export function createSigner(): Signer {
  const seed = createHash('sha256').update('license-gateway keygen emulator').digest();
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  return { publicKeyHex: rawPublicKey(privateKey), headers: (input) => signed(privateKey, input) };
}

function signed(privateKey: KeyObject, input: SignedInput): Readonly<Record<string, string>> {
  const date = input.date.toUTCString();
  const digest = `sha-256=${createHash('sha256').update(input.body).digest('base64')}`;
  const text = [
    `(request-target): ${input.method.toLowerCase()} ${input.target}`,
    `host: ${input.host}`,
    `date: ${date}`,
    `digest: ${digest}`,
  ].join('\n');
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
  return {
    date,
    digest,
    // The same again, because proxies rewrite Date and Digest.
    'keygen-date': date,
    'keygen-digest': digest,
    'keygen-signature': `keyid="${input.keyId}", algorithm="ed25519", signature="${signature}", headers="(request-target) host date digest"`,
  };
}

function rawPublicKey(privateKey: KeyObject): string {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return spki.subarray(-RAW_KEY_BYTES).toString('hex');
}
