/**
 * Events told to the account's webhook endpoints: signed as answers are, each sent once. The vendor tries again for days
 * what was refused, after ten minutes at least, and never what could not be connected to: nobody waits for that here.
 */
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Clock } from '../../domain/ports.js';
import { writeJson } from './json.js';
import { resource, timestamp } from './resources/document.js';
import type { Signer } from './signature.js';
import type { KeygenState, WebhookEndpoint } from './state.js';

export interface Delivery {
  readonly event: string;
  readonly url: string;
  /** What the endpoint answered; null when it did not. */
  readonly status: number | null;
}

export interface Deliveries {
  /** Tells every endpoint that has subscribed to it; `document` is the resource's. */
  emit(event: string, document: object): void;
  /** Those that are over, oldest first; the latest 10,000 are kept. */
  readonly done: readonly Delivery[];
  /** Cuts those under way. */
  close(): Promise<void>;
}

export interface DeliveriesDeps {
  readonly state: KeygenState;
  readonly signer: Signer;
  /** Dates the deliveries, which receivers hold against their own clock. */
  readonly wallClock: Clock;
}

const LONGEST_WAIT_MS = 15_000;
const KEPT = 10_000;

export function createDeliveries({ state, signer, wallClock }: DeliveriesDeps): Deliveries {
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();
  const done: Delivery[] = [];

  async function deliver(event: string, endpoint: WebhookEndpoint, body: string): Promise<void> {
    const url = new URL(endpoint.url);
    const signed = signer.headers({
      keyId: state.account.id,
      method: 'POST',
      target: url.pathname,
      host: url.host,
      date: wallClock.now(),
      body,
    });
    // Only answers have the duplicates.
    const { 'keygen-date': _date, 'keygen-digest': _digest, ...headers } = signed;
    const status = await post(url, { ...headers, 'content-type': 'application/json' }, body, closing.signal);
    done.push({ event, url: endpoint.url, status });
    if (done.length > KEPT) done.shift();
  }

  return {
    emit(event, document) {
      for (const endpoint of state.webhookEndpoints.all()) {
        if (!endpoint.subscriptions.some((name) => name === '*' || name === event)) continue;
        const body = writeJson(eventDocument(state, endpoint, event, document, wallClock.now()));
        const delivery = deliver(event, endpoint, body).finally(() => underWay.delete(delivery));
        underWay.add(delivery);
      }
    },
    done,
    async close() {
      closing.abort();
      await Promise.all(underWay);
    },
  };
}

/** The resource of the event is a text in it, so that it can be kept as it was. */
function eventDocument(state: KeygenState, { url }: WebhookEndpoint, event: string, document: object, now: Date) {
  const data = resource({ state, now }, 'webhook-events', randomUUID(), {
    attributes: {
      endpoint: url,
      payload: writeJson(document),
      event,
      status: 'DELIVERING',
      lastResponseCode: null,
      lastResponseBody: null,
      created: timestamp(now),
      updated: timestamp(now),
    },
    relationships: () => ({}),
  });
  return { data: { ...data, meta: { idempotencyToken: randomUUID().replaceAll('-', '') } } };
}

/** The status, or null when none came in time. Not `fetch`, which stamps its own Date. */
function post(url: URL, headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal) {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const within = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MS)]);
  return new Promise<number | null>((resolve) => {
    const sending = request(url, { method: 'POST', headers, signal: within, agent: false }, (response) => {
      response.resume();
      response.once('close', () => resolve(response.statusCode ?? null));
    });
    sending.once('error', () => resolve(null));
    sending.end(body);
  });
}
