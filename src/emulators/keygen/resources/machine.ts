/** The machine resource: an activation of a license. */
import { effectiveLimits, heartbeatOf, licenseOf, policyOf } from '../rules.js';
import type { Machine } from '../state.js';
import { int64, type Resource, resource, timestamp, toMany, toOne, type View } from './document.js';

export function machineResource(machine: Machine, view: View): Resource {
  const license = licenseOf(view.state, machine);
  const policy = policyOf(view.state, license);
  const heartbeat = heartbeatOf(machine, policy, view.now);
  return resource(view, 'machines', machine.id, {
    attributes: {
      fingerprint: machine.fingerprint,
      cores: machine.cores,
      memory: int64(machine.memory),
      disk: int64(machine.disk),
      ip: machine.ip,
      hostname: machine.hostname,
      platform: machine.platform,
      name: machine.name,
      maxProcesses: effectiveLimits(license, policy).maxProcesses,
      // A monitor that was started has to be kept up, whatever the policy says.
      requireHeartbeat: policy.requireHeartbeat || machine.lastHeartbeat !== null,
      heartbeatStatus: heartbeat.status,
      heartbeatDuration: heartbeat.duration,
      lastHeartbeat: timestamp(machine.lastHeartbeat),
      nextHeartbeat: timestamp(heartbeat.next),
      lastCheckOut: timestamp(machine.lastCheckOut),
      metadata: machine.metadata,
      created: timestamp(machine.created),
      updated: timestamp(machine.updated),
    },
    relationships: (self) => ({
      product: toOne(self, 'product', 'products', license.productId),
      license: toOne(self, 'license', 'licenses', machine.licenseId),
      group: toOne(self, 'group', 'groups', machine.groupId),
      owner: toOne(self, 'owner', 'users', machine.ownerId),
      components: toMany(self, 'components'),
      processes: toMany(self, 'processes'),
    }),
  });
}
