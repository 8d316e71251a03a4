/** What a verified webhook is about: which licenses are to be read anew. Nothing else of its payload is used. */
import { z } from 'zod';
import { parseVendorJson } from '../json.js';
import type { WebhookEvent } from '../source.js';
import { isAskable } from './client.js';

const token = z.string().min(1).max(200);
const meta = z.object({ idempotencyToken: token }).optional().catch(undefined);

/** The vendor has `meta` in the resource. */
const delivery = z.object({
  data: z.object({
    id: token,
    type: z.literal('webhook-events'),
    meta,
    attributes: z.object({ event: z.string().regex(/^[a-z0-9.-]{1,100}$/), payload: z.string().catch('') }),
  }),
  meta,
});

const resource = z.object({
  type: z.string().optional(),
  id: z.string().optional(),
  relationships: z
    .object({ license: z.object({ data: z.object({ id: z.string() }).nullish() }).optional() })
    .optional()
    .catch(undefined),
});
const payload = z.object({ data: z.union([z.array(resource), resource]) });

/** Subjects by the first word of an event's name. Of the first ones it is known which license they are of. */
const OF_LICENSES = new Set(['license', 'machine', 'process']);
const OF_MANY_LICENSES = new Set(['policy', 'group', 'user', 'entitlement']);
/** It comes of each machine every few minutes, and changes a time that the next read of everything shows. */
const PING = /\.heartbeat\.ping$/;
/** More than so many at once are read with everything. */
const MOST_LICENSES = 50;
const LONGEST_ID = 200;

/** Null for a body that is no webhook of Keygen. */
export function eventOf(body: Uint8Array): WebhookEvent | null {
  const parsed = delivery.safeParse(json(Buffer.from(body).toString('utf8')));
  if (!parsed.success) return null;
  const { data, meta: outer } = parsed.data;
  const { event } = data.attributes;
  return {
    kind: 'event',
    token: data.meta?.idempotencyToken ?? outer?.idempotencyToken ?? data.id,
    event,
    refresh: refreshOf(event, data.attributes.payload),
  };
}

function refreshOf(event: string, text: string): WebhookEvent['refresh'] {
  const subject = event.split('.', 1)[0] ?? '';
  if (PING.test(event)) return null;
  if (OF_LICENSES.has(subject)) return licensesIn(text) ?? 'ALL';
  return OF_MANY_LICENSES.has(subject) ? 'ALL' : null;
}

/** Null when that of anything in it is not told, or is nothing to ask for. */
function licensesIn(text: string): readonly string[] | null {
  const parsed = payload.safeParse(json(text));
  if (!parsed.success) return null;
  const { data } = parsed.data;
  const ids = new Set<string>();
  for (const row of Array.isArray(data) ? data : [data]) {
    const id = row.type === 'licenses' ? row.id : row.relationships?.license?.data?.id;
    if (id === undefined || id.length > LONGEST_ID || !isAskable(id)) return null;
    ids.add(id);
  }
  return ids.size === 0 || ids.size > MOST_LICENSES ? null : [...ids];
}

function json(text: string): unknown {
  try {
    return parseVendorJson(text);
  } catch {
    return undefined;
  }
}
