/** Webhook endpoints made and removed: where events are told (facts 3, "Webhooks"). */
import { randomUUID } from 'node:crypto';
import { isLoopback } from '../../../domain/hosts.js';
import { isRefusal, type Refusal, unprocessable } from '../errors.js';
import { webhookEndpoints } from '../kinds.js';
import { type Answer, type Call, created, ID, type Route, seek } from '../routing.js';
import { refusedAccess } from './access.js';
import { document, listOf, readBody, shape, text } from './body.js';

export const webhookEndpointWrites: readonly Route[] = [
  { method: 'POST', pattern: ['webhook-endpoints'], handle: create },
  { method: 'DELETE', pattern: ['webhook-endpoints', ID], handle: remove },
];

const NEW_ENDPOINT = document(
  ['webhook-endpoint', 'webhook-endpoints', 'webhookEndpoint', 'webhookEndpoints'],
  { attributes: shape({ url: text }, { subscriptions: listOf(text), signatureAlgorithm: text, apiVersion: text }) },
  {},
);
/** The vendor has three more, for which the emulated account has no keys. */
const ALGORITHM = 'ed25519';

function create(call: Call): Answer {
  const read = refusedAccess('manage', null, call) ?? readBody(call.body, NEW_ENDPOINT);
  if (isRefusal(read)) return read;
  const { url, subscriptions = ['*'], signatureAlgorithm = ALGORITHM } = read.value.data.attributes;
  const refused = refusedUrl(url) ?? refusedAlgorithm(signatureAlgorithm);
  if (refused !== null) return refused;
  const row = { id: randomUUID(), created: call.now, updated: call.now, url, subscriptions, signatureAlgorithm };
  return created(webhookEndpoints, call.state.webhookEndpoints.insert(row), call);
}

function remove(call: Call): Answer {
  const refused = refusedAccess('manage', null, call);
  if (refused !== null) return refused;
  const endpoint = seek(webhookEndpoints, call);
  if (isRefusal(endpoint)) return endpoint;
  call.state.webhookEndpoints.remove(endpoint.id);
  return { status: 204, document: null };
}

/** The vendor takes https alone; here http will do on this machine, where a gateway that is being tried out has no certificate. */
function refusedUrl(given: string): Refusal | null {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return null;
  return unprocessable('/data/attributes/url', 'must be a valid URL using the https protocol', 'URL_PROTOCOL_INVALID');
}

function refusedAlgorithm(algorithm: string): Refusal | null {
  if (algorithm === ALGORITHM) return null;
  const detail = `is not supported here: this emulator signs with ${ALGORITHM} only`;
  return unprocessable('/data/attributes/signatureAlgorithm', detail, 'SIGNATURE_ALGORITHM_NOT_ALLOWED');
}
