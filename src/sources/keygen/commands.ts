/** What a Keygen account can be asked to change. */
import type { SourceCommands } from '../../domain/commands.js';
import type { KeygenClient } from './client.js';
import { createLicense } from './commands/create-license.js';
import {
  checkInLicense,
  decrementUsage,
  deleteLicense,
  incrementUsage,
  reinstateLicense,
  renewLicense,
  resetUsage,
  revokeLicense,
  suspendLicense,
  updateLicense,
  validateLicense,
} from './commands/licenses.js';
import { activateMachine, deactivateMachine } from './commands/machines.js';

export function keygenCommands(client: KeygenClient): SourceCommands {
  return {
    createLicense: createLicense(client),
    updateLicense: updateLicense(client),
    deleteLicense: deleteLicense(client),
    suspendLicense: suspendLicense(client),
    reinstateLicense: reinstateLicense(client),
    renewLicense: renewLicense(client),
    checkInLicense: checkInLicense(client),
    validateLicense: validateLicense(client),
    revokeLicense: revokeLicense(client),
    incrementUsage: incrementUsage(client),
    decrementUsage: decrementUsage(client),
    resetUsage: resetUsage(client),
    activateMachine: activateMachine(client),
    deactivateMachine: deactivateMachine(client),
  };
}
