/** The commands about machines: one comes to a license, or goes. */
import { type ById, type Command, type Created, type NewMachine, notDone } from '../../../domain/commands.js';
import { command, writeOnce } from '../../write.js';
import type { KeygenClient } from '../client.js';
import { idIn, isGone } from './answers.js';
import { newMachineDocument } from './documents.js';
import { keysOf, noLicense } from './on-license.js';
import { findLicense, findMachine, machinesOf } from './reads.js';
import { LICENSE_MISSING, MACHINE_MISSING, type RefusalRules, refusalOf } from './refusals.js';

const activation: RefusalRules = {
  missing: LICENSE_MISSING,
  fields: ownNames(['fingerprint', 'name', 'hostname', 'platform', 'ip', 'cores', 'memory', 'disk', 'metadata']),
  codes: { FINGERPRINT_TAKEN: { code: 'MACHINE_EXISTS', path: ['fingerprint'] } },
};

export function activateMachine(client: KeygenClient): Command<NewMachine, Created> {
  return command(async (input, signal) => {
    const { licenseVendorId, fingerprint } = input;
    const license = await findLicense(client, licenseVendorId, signal);
    if (license === null) return noLicense();
    const before = await machinesOf(client, licenseVendorId, fingerprint, signal);

    return writeOnce<Created>({
      send: () => client.send({ method: 'POST', path: ['machines'], document: newMachineDocument(input) }, signal),
      accept: (response) => ({ vendorId: idIn(response) }),
      refusal: (response) => refusalOf(response, client.wordsOf(response, keysOf(license)), activation),
      said: (response) => client.wordsOf(response, keysOf(license))?.words ?? null,
      async confirm(accepted) {
        if (accepted !== null) {
          const isThere = (await findMachine(client, accepted.value.vendorId, signal)) !== null;
          return isThere ? { happened: true, ...accepted } : { happened: false };
        }
        const now = await machinesOf(client, licenseVendorId, fingerprint, signal);
        if (before === null || now === null) return { happened: null };
        const added = now.find((id) => !before.includes(id));
        return added === undefined ? { happened: false } : { happened: true, value: { vendorId: added } };
      },
    });
  });
}

const deactivation: RefusalRules = { missing: MACHINE_MISSING, fields: {} };

export function deactivateMachine(client: KeygenClient): Command<ById> {
  return command(async ({ vendorId }, signal) => {
    if ((await findMachine(client, vendorId, signal)) === null) {
      return notDone(MACHINE_MISSING.code, 'the vendor has no machine of this id', MACHINE_MISSING.path);
    }
    return writeOnce<null>({
      send: () => client.send({ method: 'DELETE', path: ['machines', vendorId] }, signal),
      accept: isGone,
      refusal: (response) => refusalOf(response, client.wordsOf(response, []), deactivation),
      said: (response) => client.wordsOf(response, [])?.words ?? null,
      async confirm() {
        const now = await findMachine(client, vendorId, signal);
        return now === null ? { happened: true, value: null } : { happened: false };
      },
    });
  });
}

function ownNames(names: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(names.map((name) => [name, [name]]));
}
