/** The ed25519 key that an account signs its webhooks with: hex of 32 bytes, as Keygen shows it, or PEM. */
import { createPublicKey, type KeyObject } from 'node:crypto';

/** What stands before the 32 bytes of a raw ed25519 key in DER (RFC 8410). */
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');

/** Why the text is no such key; null when it is. Never quotes the text. */
export function webhookKeyProblem(text: string): string | null {
  if (/PRIVATE KEY/.test(text)) return 'holds a private key; give the public one, which Keygen shows under Settings';
  const key = parsed(text);
  if (key === null) {
    return "must be the account's Ed25519 128-bit Verify Key: 64 hexadecimal digits, or a PEM public key (-----BEGIN PUBLIC KEY-----)";
  }
  if (key.asymmetricKeyType === 'ed25519') return null;
  return 'holds a key of another algorithm; webhooks are verified by the ed25519 key of the account';
}

/** Throws for a text that `webhookKeyProblem` objects to. */
export function webhookKey(text: string): KeyObject {
  const problem = webhookKeyProblem(text);
  const key = parsed(text);
  if (problem !== null || key === null) throw new Error(`the key of the webhooks ${problem}`);
  return key;
}

function parsed(text: string): KeyObject | null {
  try {
    if (!/^[0-9a-f]{64}$/i.test(text)) return createPublicKey(text);
    return createPublicKey({
      key: Buffer.concat([SPKI_ED25519, Buffer.from(text, 'hex')]),
      format: 'der',
      type: 'spki',
    });
  } catch {
    return null;
  }
}
