/** The process resource: a running instance on a machine, kept alive by heartbeats. */
import { heartbeatOf, licenseOf, policyOf } from '../rules.js';
import type { Process } from '../state.js';
import { type Resource, resource, timestamp, toOne, type View } from './document.js';

export function processResource(process: Process, view: View): Resource {
  const license = licenseOf(view.state, process);
  const heartbeat = heartbeatOf(process, policyOf(view.state, license), view.now);
  return resource(view, 'processes', process.id, {
    attributes: {
      lastHeartbeat: timestamp(process.lastHeartbeat),
      nextHeartbeat: timestamp(heartbeat.next),
      interval: heartbeat.duration,
      status: heartbeat.status,
      pid: process.pid,
      metadata: process.metadata,
      created: timestamp(process.created),
      updated: timestamp(process.updated),
    },
    relationships: (self) => ({
      product: toOne(self, 'product', 'products', license.productId),
      license: toOne(self, 'license', 'licenses', process.licenseId),
      machine: toOne(self, 'machine', 'machines', process.machineId),
    }),
  });
}
