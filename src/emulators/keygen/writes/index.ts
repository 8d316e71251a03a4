/** What can be written, and the one question that leaves a mark; paths as in the table of what can be read. */
import type { Route } from '../routing.js';
import { licenseActions } from './license-actions.js';
import { licenseWrites } from './licenses.js';
import { machineWrites } from './machines.js';
import { validationRoutes } from './validation.js';

export const writeRoutes: readonly Route[] = [
  ...licenseWrites,
  ...licenseActions,
  ...validationRoutes,
  ...machineWrites,
];
