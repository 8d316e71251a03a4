/** Keys that the emulators sign with. They are made from public words, so that every start signs alike: they protect nothing. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** The PKCS #8 frame of a raw ed25519 seed. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const RAW_KEY_BYTES = 32;

export interface PublicKey {
  /** Raw ed25519 public key in hex. */
  readonly publicKeyHex: string;
  /** The signature of a text, in base64. */
  sign(text: string): string;
  /** Whether `signature` (base64) is of that text. False for what is no signature at all. */
  verify(text: string, signature: string): boolean;
}

export function publicKey(words: string): PublicKey {
  const seed = createHash('sha256').update(words).digest();
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  const open = createPublicKey(key);
  return {
    publicKeyHex: rawKey(open),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
    verify: (text, signature) => verify(null, Buffer.from(text), open, Buffer.from(signature, 'base64')),
  };
}

function rawKey(open: KeyObject): string {
  return open.export({ format: 'der', type: 'spki' }).subarray(-RAW_KEY_BYTES).toString('hex');
}
