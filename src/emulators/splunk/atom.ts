/** Writes an answer the way splunkd does without `output_mode`: Atom feeds with `s:dict`, every scalar as text. */
import type { Body, Entry, Feed, Link, Message, Value } from './feed.js';

export const ATOM_CONTENT_TYPE = 'text/xml; charset=UTF-8';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES =
  'xmlns="http://www.w3.org/2005/Atom" xmlns:s="http://dev.splunk.com/ns/rest" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"';
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML 1.0 has no way to write these, not even as references.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export function writeAtom(body: Body): string {
  if (body.kind === 'feed') return DECLARATION + feedXml(body.feed);
  const session = body.kind === 'session' ? `  <sessionKey>${escapeXml(body.sessionKey)}</sessionKey>\n` : '';
  const messages = body.kind === 'messages' ? body.messages : [];
  return `${DECLARATION}<response>\n${session}${messagesXml(messages)}</response>\n`;
}

function messagesXml(messages: readonly Message[]): string {
  if (messages.length === 0) return '';
  const rows = messages.map((message) => `    <msg type="${message.type}">${escapeXml(message.text)}</msg>\n`);
  return `  <messages>\n${rows.join('')}  </messages>\n`;
}

function feedXml(feed: Feed): string {
  const { build, version } = feed.generator;
  return [
    `<feed ${NAMESPACES}>`,
    ` <title>${escapeXml(feed.title)}</title>`,
    ` <id>${escapeXml(feed.origin + feed.path)}</id>`,
    ` <updated>${feed.updated}</updated>`,
    ` <generator${build === undefined ? '' : ` build="${escapeXml(build)}"`} version="${escapeXml(version)}"/>`,
    ' <author>',
    '  <name>Splunk</name>',
    ' </author>',
    ...feed.links.map((link) => ` ${linkXml(link)}`),
    ` <opensearch:totalResults>${feed.paging.total}</opensearch:totalResults>`,
    ` <opensearch:itemsPerPage>${feed.paging.perPage}</opensearch:itemsPerPage>`,
    ` <opensearch:startIndex>${feed.paging.offset}</opensearch:startIndex>`,
    ' <s:messages/>',
    ...feed.entries.map((entry) => entryXml(feed, entry)),
    '</feed>\n',
  ].join('\n');
}

function entryXml(feed: Feed, entry: Entry): string {
  const [alternate, ...others] = entry.links;
  return [
    ' <entry>',
    `  <title>${escapeXml(entry.name)}</title>`,
    `  <id>${escapeXml(feed.origin + entry.path)}</id>`,
    `  <updated>${feed.updated}</updated>`,
    ...(alternate === undefined ? [] : [`  ${linkXml(alternate)}`]),
    '  <author>',
    `   <name>${escapeXml(entry.author)}</name>`,
    '  </author>',
    ...others.map((link) => `  ${linkXml(link)}`),
    '  <content type="text/xml">',
    `   ${dictXml(inOrder({ ...entry.content, 'eai:acl': entry.acl }), '   ')}`,
    '  </content>',
    ' </entry>',
  ].join('\n');
}

function linkXml([rel, href]: Link): string {
  return `<link href="${escapeXml(href)}" rel="${escapeXml(rel)}"/>`;
}

/** splunkd writes content keys in alphabetical order. */
function inOrder(content: { readonly [key: string]: Value }): { readonly [key: string]: Value } {
  return Object.fromEntries(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function dictXml(dict: { readonly [key: string]: Value }, indent: string): string {
  const keys = Object.entries(dict).map(([key, value]) => `${indent} ${keyXml(key, value, `${indent} `)}\n`);
  return `<s:dict>\n${keys.join('')}${indent}</s:dict>`;
}

/** Absent: a self-closed key. A map without entries: a key with nothing in it (the documentation's `peers_usage_bytes`). */
function keyXml(key: string, value: Value, indent: string): string {
  const open = `<s:key name="${escapeXml(key)}"`;
  if (value === null) return `${open}/>`;
  const inner = valueXml(value, `${indent} `);
  return inner.startsWith('<') ? `${open}>\n${indent} ${inner}\n${indent}</s:key>` : `${open}>${inner}</s:key>`;
}

function valueXml(value: Value, indent: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value !== 'object') return escapeXml(String(value));
  if (!isList(value)) return Object.keys(value).length === 0 ? '' : dictXml(value, indent);
  if (value.length === 0) return '<s:list/>';
  const items = value.map((item) => `${indent} <s:item>${valueXml(item, `${indent} `)}</s:item>\n`);
  return `<s:list>\n${items.join('')}${indent}</s:list>`;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}
