/** Writes an answer the way splunkd does on `output_mode=json`: real booleans and numbers, the ACL beside the content. */
import { stringify } from 'lossless-json';
import type { Body, Entry, Feed, Link, Value } from './feed.js';

export const JSON_CONTENT_TYPE = 'application/json; charset=UTF-8';

export function writeJson(body: Body): string {
  // lossless-json writes bigint as digits, so byte counts past 2^53 stay exact.
  return stringify(shape(body)) ?? '';
}

function shape(body: Body): unknown {
  if (body.kind === 'session') return { sessionKey: body.sessionKey, message: '', code: '' };
  if (body.kind === 'messages') return { messages: body.messages };
  const { feed } = body;
  return {
    links: links(feed.links),
    origin: feed.origin + feed.path,
    updated: feed.updated,
    generator: feed.generator,
    entry: feed.entries.map((entry) => shapeEntry(feed, entry)),
    paging: feed.paging,
    messages: [],
  };
}

function shapeEntry(feed: Feed, entry: Entry): unknown {
  const fields: [string, Value][] = Object.entries({ ...entry.content, 'eai:acl': null });
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: entry.name,
    id: feed.origin + entry.path,
    updated: feed.updated,
    links: links(entry.links),
    author: entry.author,
    acl: entry.acl,
    content: Object.fromEntries(fields.map(([key, value]) => [key, emptyMapAsNull(value)])),
  };
}

/** A map that would be an empty element in Atom is null in JSON: seen so on 10.6 for usage and add-on maps. */
function emptyMapAsNull(value: Value): Value {
  const isEmptyMap =
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
  return isEmptyMap ? null : value;
}

function links(all: readonly Link[]): Record<string, string> {
  return Object.fromEntries(all);
}
