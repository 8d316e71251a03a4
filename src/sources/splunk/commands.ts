/** What a Splunk license manager can be asked to change: licenses, the active group, and the pools of its stacks. */
import { activateGroup } from './commands/activate-group.js';
import { createPool } from './commands/create-pool.js';
import { deleteLicense } from './commands/delete-license.js';
import { deletePool } from './commands/delete-pool.js';
import type { Server } from './commands/server.js';
import { updatePool } from './commands/update-pool.js';
import { uploadLicense } from './commands/upload-license.js';

/** Each reads what it is about first, so that a session is open and what cannot be is known, and then writes once. */
export function splunkCommands(server: Server) {
  return {
    uploadLicense: uploadLicense(server),
    deleteLicense: deleteLicense(server),
    activateGroup: activateGroup(server),
    createPool: createPool(server),
    updatePool: updatePool(server),
    deletePool: deletePool(server),
  };
}
