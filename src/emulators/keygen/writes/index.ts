/** What can be written, and the one question that leaves a mark; paths as in the table of what can be read. Each write tells its event. */
import type { Route } from '../routing.js';
import { telling } from './events.js';
import { licenseActions } from './license-actions.js';
import { licenseWrites } from './licenses.js';
import { machineWrites } from './machines.js';
import { validationRoutes } from './validation.js';
import { webhookEndpointWrites } from './webhook-endpoints.js';

export const writeRoutes: readonly Route[] = [
  ...[...licenseWrites, ...licenseActions, ...validationRoutes, ...machineWrites].map(telling),
  ...webhookEndpointWrites,
];
