/** Asking for a license's verdict, which is no harmless question: it stamps the license and may start its expiry (facts 2). */
import { badPointer, isRefusal } from '../errors.js';
import { licenses } from '../kinds.js';
import { type Answer, type Call, ID, type Route } from '../routing.js';
import type { Scope } from '../scopes.js';
import type { License } from '../state.js';
import { validate } from '../verdict.js';
import { inVersion, validationInVersion } from '../versions.js';
import { onLicense } from './access.js';
import { flag, int32, listOf, readBody, shape, text } from './body.js';
import { saveLicense, startedExpiry } from './rows.js';

export const validationRoutes: readonly Route[] = [
  onLicense('GET', ['licenses', ID, 'actions', 'validate'], 'validate', quickValidate),
  onLicense('POST', ['licenses', ID, 'actions', 'validate'], 'validate', validateById),
  { method: 'POST', pattern: ['licenses', 'actions', 'validate-key'], anonymous: true, handle: validateByKey },
];

const SCOPE = shape(
  {},
  {
    environment: text,
    product: text,
    policy: text,
    user: text,
    entitlements: listOf(text),
    machine: text,
    fingerprint: text,
    fingerprints: listOf(text),
    components: listOf(text),
    checksum: text,
    version: text,
  },
);
const BY_ID = shape({}, { meta: shape({}, { scope: SCOPE, nonce: int32 }) });
const BY_KEY = shape({ meta: shape({ key: text }, { scope: SCOPE, nonce: int32, legacyEncrypted: flag }) }, {});

/** No event comes of it, so that it starts no expiry; the stamp is left all the same. */
function quickValidate(license: License, call: Call): Answer {
  const verdict = validate(license, null, call);
  return answered(call, verdict, saveLicense(call, license, { lastValidated: call.now }), {});
}

function validateById(license: License, call: Call): Answer {
  const read = readBody(call.body, BY_ID);
  if (isRefusal(read)) return read;
  return validated(call, license, read.value.meta ?? {});
}

/** Needs no credentials: who has the key may know. A key nobody has is an answer, not an error. */
function validateByKey(call: Call): Answer {
  const read = readBody(call.body, BY_KEY);
  if (isRefusal(read)) return read;
  const { key, ...asked } = read.value.meta;
  if (key === '') return badPointer('/meta/key', 'cannot be blank');
  return validated(call, call.state.licenses.by('key', key)[0], asked);
}

interface Asked {
  readonly scope?: Scope;
  readonly nonce?: number;
}

/** Valid or not, the first one starts the expiry of a license that goes by it. */
function validated(call: Call, license: License | undefined, asked: Asked): Answer {
  const verdict = validate(license, asked.scope ?? {}, call);
  if (license === undefined) return answered(call, verdict, null, asked);
  const changes = { lastValidated: call.now, ...startedExpiry(call, license, 'FROM_FIRST_VALIDATION') };
  return answered(call, verdict, saveLicense(call, license, changes), asked);
}

function answered(
  call: Call,
  verdict: ReturnType<typeof validate>,
  license: License | null,
  { scope, nonce }: Asked,
): Answer {
  const meta = {
    ts: call.now.toISOString(),
    ...validationInVersion(call.version, verdict),
    ...(nonce === undefined ? {} : { nonce }),
    ...(scope === undefined ? {} : { scope }),
  };
  const data = license === null ? null : inVersion(call.version, licenses.show(license, call));
  return { status: 200, document: { data, meta } };
}
