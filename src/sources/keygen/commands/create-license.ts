/** A new license: looked for by its key when the answer is lost, which only tells where the key was chosen by us. */
import { type Command, type Created, type NewLicense, notDone } from '../../../domain/commands.js';
import { type Confirmation, command, writeOnce } from '../../write.js';
import type { KeygenClient } from '../client.js';
import type { LicenseRow, PolicyRow } from '../shapes.js';
import { idIn } from './answers.js';
import { newLicenseDocument } from './documents.js';
import { LICENSE_FIELDS } from './license-fields.js';
import { findLicense, findLicenseByKey, findPolicy, isPlain } from './reads.js';
import { POLICY_MISSING, type RefusalRules, refusalOf } from './refusals.js';

const rules: RefusalRules = {
  missing: POLICY_MISSING,
  fields: LICENSE_FIELDS,
  codes: { KEY_TAKEN: { code: 'CONFLICT', path: ['key'] } },
};

export function createLicense(client: KeygenClient): Command<NewLicense, Created> {
  return command(async (input, signal) => {
    const policy = await findPolicy(client, input.policyVendorId, signal);
    if (policy === null) {
      return notDone(POLICY_MISSING.code, 'the vendor has no policy of this id', POLICY_MISSING.path);
    }
    const key = findableKey(input, policy);
    const wasTaken = key !== null && (await findLicenseByKey(client, key, signal)) !== null;
    const keys = input.key === undefined ? [] : [input.key];

    return writeOnce<Created>({
      send: () => client.send({ method: 'POST', path: ['licenses'], document: newLicenseDocument(input) }, signal),
      accept: (response) => ({ vendorId: idIn(response) }),
      refusal: (response) => refusalOf(response, client.wordsOf(response, keys), rules),
      said: (response) => client.wordsOf(response, keys)?.words ?? null,
      async confirm(accepted) {
        if (accepted !== null) {
          const isThere = (await findLicense(client, accepted.value.vendorId, signal)) !== null;
          return isThere ? { happened: true, ...accepted } : { happened: false };
        }
        if (key === null) return { happened: null, seen: 'its key is not known, so it cannot be told from others' };
        return wasTaken ? { happened: false } : found(input, await findLicenseByKey(client, key, signal));
      },
    });
  });
}

/** Null: the license cannot be found by what was asked. With a scheme, what is given is only what goes into the key. */
function findableKey({ key }: NewLicense, { values }: PolicyRow): string | null {
  const isKeptAsGiven = values.scheme === null && values.encrypted !== true;
  return key !== undefined && isKeptAsGiven && isPlain(key) ? key : null;
}

/** A license of that key under another policy is somebody else's, and ours can no longer come about. */
function found(input: NewLicense, license: LicenseRow | null): Confirmation<Created> {
  return license !== null && license.linked.policy === input.policyVendorId
    ? { happened: true, value: { vendorId: license.id } }
    : { happened: false };
}
