/** The product and entitlement resources. */
import type { Entitlement, Product } from '../state.js';
import { type Resource, resource, timestamp, toMany, type View } from './document.js';

export function productResource(product: Product, view: View): Resource {
  return resource(view, 'products', product.id, {
    attributes: {
      name: product.name,
      code: product.code,
      distributionStrategy: product.distributionStrategy,
      url: product.url,
      platforms: product.platforms,
      metadata: product.metadata,
      created: timestamp(product.created),
      updated: timestamp(product.updated),
    },
    relationships: (self) => ({
      policies: toMany(self, 'policies'),
      licenses: toMany(self, 'licenses'),
      machines: toMany(self, 'machines'),
      users: toMany(self, 'users'),
      tokens: toMany(self, 'tokens'),
    }),
  });
}

export function entitlementResource(entitlement: Entitlement, view: View): Resource {
  return resource(view, 'entitlements', entitlement.id, {
    attributes: {
      name: entitlement.name,
      code: entitlement.code,
      metadata: entitlement.metadata,
      created: timestamp(entitlement.created),
      updated: timestamp(entitlement.updated),
    },
    relationships: () => ({}),
  });
}
