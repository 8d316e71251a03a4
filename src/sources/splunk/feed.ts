/** One answer of a licenser endpoint, JSON or Atom, as a feed of entries under the current field names. */
import { z } from 'zod';
import { parseJsonResponse } from '../body.js';
import type { HttpResponse } from '../http-response.js';
import { atomFeed, parseXml } from './atom.js';
import { unreadable } from './failures.js';
import { isMap, type WireMap, type WireValue, wireValue, withoutSecrets } from './value.js';

export interface Feed {
  /** Where it is from, as the server says: the URL of its endpoint. */
  readonly origin: string | null;
  /** When the server made it, by its own clock and offset. */
  readonly updated: string | null;
  /** `generator.version`: a version since 6.2, a build number before. */
  readonly version: string | null;
  /** How many entries there are in all, when the server says so. */
  readonly total: number | null;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly name: string | null;
  /** Content, `eai:acl` and author; null when the entry holds no map. */
  readonly fields: WireMap | null;
}

const jsonFeed = z.object({
  origin: z.string().nullish().catch(null),
  updated: z.string().nullish(),
  generator: z.object({ version: z.unknown() }).nullish().catch(null),
  paging: z.object({ total: z.unknown() }).nullish().catch(null),
  entry: z.array(z.unknown()),
});

/** Taken for JSON as well as for XML: which of the two it is shows in the first character. */
const XML_TYPES = ['application/xml', 'text/xml', 'application/atom+xml'];
const JSON_TYPES = ['text/json', ...XML_TYPES];

/** Throws SourceFailure BAD_RESPONSE when the answer is no feed; `path` is named in it. */
export function readAnswer(response: HttpResponse, path: string): Feed {
  return isXml(response) ? xmlAnswer(withoutMark(response.body), path) : jsonAnswer(response, path);
}

/** XML by its body, under a type that does not contradict; a web page is none, and JSON's reader refuses it by name. */
export function isXml({ body, contentType }: HttpResponse): boolean {
  const start = withoutMark(body).trimStart();
  if (!start.startsWith('<') || /^<(?:!doctype\s+html|html)\b/i.test(start)) return false;
  return contentType === '' || XML_TYPES.includes(contentType) || /^application\/(?:.+\+)?json$/.test(contentType);
}

function jsonAnswer(response: HttpResponse, path: string): Feed {
  const checked = jsonFeed.safeParse(parseJsonResponse(response, { accept: JSON_TYPES }));
  if (!checked.success) throw unreadable('NOT_A_FEED', path, 'the answer is JSON but no feed: it has no list "entry"');
  const { origin, updated, generator, paging, entry } = checked.data;
  return {
    origin: origin ?? null,
    updated: updated ?? null,
    version: textOrNull(wireValue(generator?.version)),
    total: countOrNull(textOrNull(wireValue(paging?.total))),
    entries: entry.map((item) => feedEntry(wireValue(item))),
  };
}

function xmlAnswer(body: string, path: string): Feed {
  const root = parseXml(body);
  if (root === null)
    throw unreadable('NOT_XML', path, 'the answer is no complete XML; it may have been cut off on its way');
  if (root.name !== 'feed') {
    throw unreadable('NOT_A_FEED', path, `the answer is XML but no feed: its root is <${root.name.slice(0, 40)}>`);
  }
  const feed = atomFeed(root.node);
  return {
    origin: feed.id,
    updated: feed.updated,
    version: feed.version,
    total: countOrNull(feed.total),
    entries: feed.entries.map(feedEntry),
  };
}

/**
 * JSON has the ACL beside the content and null inside it, and an entry's editable fields as `fields`; Atom has both
 * inside the content, as `eai:acl` and `eai:attributes`. Here they are where Atom has them.
 */
function feedEntry(raw: WireValue): FeedEntry {
  if (!isMap(raw)) return { name: null, fields: null };
  const name = textOrNull(raw.name);
  if (raw.content !== null && raw.content !== undefined && !isMap(raw.content)) return { name, fields: null };
  const fields = new Map<string, WireValue>(Object.entries(raw.content ?? {}));
  if (isMap(raw.acl)) fields.set('eai:acl', raw.acl);
  if (isMap(raw.fields)) {
    fields.set('eai:attributes', {
      optionalFields: raw.fields.optional ?? [],
      requiredFields: raw.fields.required ?? [],
      wildcardFields: raw.fields.wildcard ?? [],
    });
  }
  if (raw.author !== null && raw.author !== undefined && !fields.has('author')) fields.set('author', raw.author);
  const kept = withoutSecrets(currentNames(Object.fromEntries(fields)));
  return { name, fields: isMap(kept) ? kept : {} };
}

/** Before 8.1 managers were masters and peers were slaves; 10.6 sends some fields under both names. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['slaves', 'peers'],
  ['slaves_usage_bytes', 'peers_usage_bytes'],
  ['slave_id', 'peer_id'],
  ['slave_label', 'peer_label'],
  ['append_slaves', 'append_peers'],
  ['master_guid', 'manager_guid'],
  ['master_uri', 'manager_uri'],
  ['last_master_contact_attempt_time', 'last_manager_contact_attempt_time'],
  ['last_master_contact_success_time', 'last_manager_contact_success_time'],
]);

function currentNames(fields: WireMap): WireMap {
  const named = new Map<string, WireValue>();
  for (const [key, value] of Object.entries(fields)) if (!RENAMED.has(key)) named.set(key, value);
  for (const [old, current] of RENAMED) {
    const value = fields[old];
    if (value !== undefined) named.set(current, preferred(named.get(current), value));
  }
  const attributes = named.get('eai:attributes');
  if (isMap(attributes)) named.set('eai:attributes', renameItems(attributes));
  return Object.fromEntries(named);
}

/** The new name wins unless it is empty; of two numbers the larger (a usage seen with slaves > 0 beside peers = 0). */
function preferred(current: WireValue | undefined, old: WireValue): WireValue {
  if (current === undefined || current === null) return old;
  const bothNumbers = typeof current === 'string' && typeof old === 'string' && isDigits(current) && isDigits(old);
  return bothNumbers && BigInt(old) > BigInt(current) ? old : current;
}

function renameItems(attributes: WireMap): WireMap {
  const rename = (item: WireValue): WireValue => (typeof item === 'string' ? (RENAMED.get(item) ?? item) : item);
  return Object.fromEntries(
    Object.entries(attributes).map(([key, list]) => [key, Array.isArray(list) ? list.map(rename) : list]),
  );
}

/** A byte order mark, as some servers on Windows put it. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}

function textOrNull(value: WireValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function countOrNull(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}
