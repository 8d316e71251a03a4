/** The mutations, by name. */
import type { MutationResolvers } from '../generated/resolvers.js';
import { testAlert } from '../mutations/alerts.js';
import * as lifecycle from '../mutations/license-lifecycle.js';
import { activateGroup, deleteLicense, uploadLicense } from '../mutations/licenses.js';
import { activateMachine, deactivateMachine } from '../mutations/machines.js';
import { acknowledgeMessage } from '../mutations/messages.js';
import { createPool, deletePool, updatePool } from '../mutations/pools.js';
import { refreshSource } from '../mutations/sources.js';

export const mutation: MutationResolvers = {
  refreshSource,
  acknowledgeMessage,
  testAlert,
  uploadLicense,
  deleteLicense,
  activateGroup,
  createPool,
  updatePool,
  deletePool,
  ...lifecycle,
  activateMachine,
  deactivateMachine,
};
