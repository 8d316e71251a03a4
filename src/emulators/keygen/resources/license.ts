/** The license resource (facts 1): attributes in the order of the vendor's sample, effective limits, counted relationships. */
import { effectiveLimits, licenseStatus, machineTotals, nextCheckIn, policyOf, userCount } from '../rules.js';
import type { License } from '../state.js';
import { int64, type Resource, resource, timestamp, toMany, toOne, type View } from './document.js';

export function licenseResource(license: License, view: View): Resource {
  const { state, now } = view;
  const policy = policyOf(state, license);
  const limits = effectiveLimits(license, policy);
  const documented = state.shape === 'documentation';
  const totals = machineTotals(state.machines.by('license', license.id));
  return resource(view, 'licenses', license.id, {
    attributes: {
      name: license.name,
      ...(license.key === null ? {} : { key: license.key }),
      expiry: timestamp(license.expiry),
      status: licenseStatus(state, license, now),
      uses: license.uses,
      protected: license.protected ?? policy.protected,
      version: license.version,
      suspended: license.suspended,
      scheme: policy.scheme,
      encrypted: policy.encrypted,
      floating: policy.floating,
      strict: policy.strict,
      maxMachines: limits.maxMachines,
      maxProcesses: limits.maxProcesses,
      maxUsers: limits.maxUsers,
      maxCores: limits.maxCores,
      ...(documented ? {} : { maxMemory: int64(limits.maxMemory), maxDisk: int64(limits.maxDisk) }),
      maxUses: limits.maxUses,
      requireHeartbeat: policy.requireHeartbeat,
      requireCheckIn: policy.requireCheckIn,
      lastValidated: timestamp(license.lastValidated),
      lastCheckOut: timestamp(license.lastCheckOut),
      lastCheckIn: timestamp(license.lastCheckIn),
      nextCheckIn: timestamp(nextCheckIn(license, policy)),
      metadata: license.metadata,
      created: timestamp(license.created),
      updated: timestamp(license.updated),
    },
    relationships: (self) => ({
      product: toOne(self, 'product', 'products', license.productId),
      policy: toOne(self, 'policy', 'policies', license.policyId),
      group: toOne(self, 'group', 'groups', license.groupId),
      owner: toOne(self, 'owner', 'users', license.ownerId),
      users: toMany(self, 'users', { count: documented ? license.userIds.length : userCount(license) }),
      machines: toMany(
        self,
        'machines',
        documented
          ? { count: totals.count }
          : {
              count: totals.count,
              cores: totals.cores,
              memory: int64(totals.memory),
              disk: int64(totals.disk),
            },
      ),
      tokens: toMany(self, 'tokens'),
      entitlements: toMany(self, 'entitlements'),
    }),
  });
}
