/** The key of a new license: the caller's, or one made as its policy's scheme says (seed, `data.attributes.key`). */
import { randomBytes } from 'node:crypto';
import { type Refusal, unprocessable } from '../errors.js';
import { isUuid } from '../paging.js';
import { accountKey } from '../signature.js';
import type { KeygenState, Policy } from '../state.js';

const POINTER = '/data/attributes/key';
const MIN_LENGTH = 6;
const MAX_BYTES = 16 * 1024;

export interface KeyInput {
  readonly state: KeygenState;
  readonly policy: Policy;
  /** Under a scheme it is the text that is signed into the key. */
  readonly given: string | null;
  readonly licenseId: string;
  readonly created: Date;
  readonly expiry: Date | null;
}

/** What is shown at creation, and what is kept: nothing when the policy encrypts, for then only a hash would be. */
export interface NewKey {
  readonly shown: string;
  readonly kept: string | null;
}

export function makeKey(input: KeyInput): NewKey | Refusal {
  const { policy, given, state } = input;
  if (policy.encrypted || policy.scheme === 'LEGACY_ENCRYPT') {
    if (given !== null) return refused('NOT_SUPPORTED', 'cannot be given for a legacy encrypted license');
    return { shown: `${input.licenseId.replaceAll('-', '')}-${randomBytes(32).toString('hex')}`, kept: null };
  }
  if (given === '') return refused('TOO_SHORT', 'is too short (minimum is 1 character)');
  if (given !== null && Buffer.byteLength(given) > MAX_BYTES) return refused('TOO_LONG', 'is too long (16 KB at most)');
  if (policy.scheme !== null) {
    // The emulated account has an ed25519 key and none of the RSA and ECDSA kinds.
    if (policy.scheme !== 'ED25519_SIGN') return refused('NOT_SUPPORTED', `cannot be made under ${policy.scheme} here`);
    const key = signedKey(given ?? claims(input));
    return isTaken(state, key) ? taken() : { shown: key, kept: key };
  }
  if (given === null) {
    if (policy.usePool) return unprocessable('/data/relationships/policy', 'pool is empty', 'POLICY_POOL_EMPTY');
    const key = freeKey(state);
    return { shown: key, kept: key };
  }
  if (given.length < MIN_LENGTH) return refused('TOO_SHORT', `is too short (minimum is ${MIN_LENGTH} characters)`);
  if (isUuid(given) && state.licenses.get(given) !== undefined) {
    return refused('CONFLICT', "must not conflict with another license's identifier (UUID)");
  }
  return isTaken(state, given) ? taken() : { shown: given, kept: given };
}

/** Five groups of six hexadecimal digits and the format's version, as in the vendor's sample. */
function freeKey(state: KeygenState): string {
  for (;;) {
    const digits = randomBytes(15).toString('hex').toUpperCase();
    const key = `${(digits.match(/.{6}/g) ?? []).join('-')}-V3`;
    if (!isTaken(state, key)) return key;
  }
}

function signedKey(dataset: string): string {
  const signed = `key/${Buffer.from(dataset).toString('base64').replaceAll('+', '-').replaceAll('/', '_')}`;
  return `${signed}.${accountKey().sign(signed).replaceAll('+', '-').replaceAll('/', '_')}`;
}

/** What is signed when nobody says what. */
function claims({ state, policy, licenseId, created, expiry }: KeyInput): string {
  return JSON.stringify({
    account: { id: state.account.id },
    product: { id: policy.productId },
    policy: { id: policy.id, duration: policy.duration },
    license: { id: licenseId, created: created.toISOString(), expiry: expiry?.toISOString() ?? null },
  });
}

function isTaken(state: KeygenState, key: string): boolean {
  return state.licenses.by('key', key).length > 0;
}

function taken(): Refusal {
  return refused('TAKEN', 'has already been taken');
}

function refused(kind: string, detail: string): Refusal {
  return unprocessable(POINTER, detail, `KEY_${kind}`);
}
