/** The policy resource: what a license takes its limits, strategies and check-in rule from. */
import type { Policy } from '../state.js';
import { int64, type Resource, resource, timestamp, toMany, toOne, type View } from './document.js';

export function policyResource(policy: Policy, view: View): Resource {
  const { id, created, updated, productId, entitlementIds: _, maxMemory, maxDisk, ...plain } = policy;
  return resource(view, 'policies', id, {
    attributes: {
      ...plain,
      maxMemory: int64(maxMemory),
      maxDisk: int64(maxDisk),
      created: timestamp(created),
      updated: timestamp(updated),
    },
    relationships: (self) => ({
      product: toOne(self, 'product', 'products', productId),
      pool: toMany(self, 'pool'),
      licenses: toMany(self, 'licenses'),
      entitlements: toMany(self, 'entitlements'),
    }),
  });
}
