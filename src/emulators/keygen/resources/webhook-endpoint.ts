/** The webhook endpoint resource. */
import type { WebhookEndpoint } from '../state.js';
import { type Resource, resource, timestamp, type View } from './document.js';

export function webhookEndpointResource(endpoint: WebhookEndpoint, view: View): Resource {
  return resource(view, 'webhook-endpoints', endpoint.id, {
    attributes: {
      url: endpoint.url,
      subscriptions: endpoint.subscriptions,
      signatureAlgorithm: endpoint.signatureAlgorithm,
      created: timestamp(endpoint.created),
      updated: timestamp(endpoint.updated),
    },
    relationships: () => ({}),
  });
}
