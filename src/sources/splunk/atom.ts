/** Splunk's Atom XML as plain values: a feed with its entries, or the messages of an error answer. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type WireMap, type WireValue, wireMap, wireText } from './value.js';

/** Entities are decoded here and not by the parser: what a DOCTYPE declares is never expanded. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  alwaysCreateTextNode: true,
  cdataPropName: '#cdata',
  jPath: false,
  isArray: (name) => name === 'entry' || name === 'key' || name === 'item' || name === 'msg',
});

export interface XmlNode {
  readonly [name: string]: XmlNode | readonly XmlNode[] | string | undefined;
}

export interface AtomFeed {
  readonly id: string | null;
  readonly updated: string | null;
  readonly version: string | null;
  readonly total: string | null;
  /** `{name, author, content}` as in the JSON form. */
  readonly entries: readonly WireMap[];
}

/** The root element, or null when the text is not whole, well-formed XML. Never throws. */
export function parseXml(text: string): { readonly name: string; readonly node: XmlNode } | null {
  try {
    if (XMLValidator.validate(text) !== true) return null;
    const roots = Object.entries(parser.parse(text) as XmlNode).filter(([name]) => !/^[?#]/.test(name));
    const [name, node] = roots[0] ?? [];
    if (roots.length !== 1 || name === undefined || typeof node !== 'object' || Array.isArray(node)) return null;
    return { name, node: node as XmlNode };
  } catch {
    return null; // nested deeper than the parser allows, or a reserved name
  }
}

export function atomFeed(root: XmlNode): AtomFeed {
  const generator = child(root, 'generator');
  const version = generator?.['@version'];
  return {
    id: textOf(child(root, 'id')),
    updated: textOf(child(root, 'updated')),
    version: typeof version === 'string' ? wireText(decodeEntities(version)) : null,
    total: textOf(child(root, 'totalResults')),
    entries: children(root, 'entry').map(entryOf),
  };
}

/** The texts of `<messages><msg>`, as in error answers and as in feeds. */
export function xmlMessages(root: XmlNode): string[] {
  const messages = child(root, 'messages');
  return messages === undefined ? [] : children(messages, 'msg').map((msg) => textOf(msg) ?? '');
}

export function xmlChild(root: XmlNode, name: string): XmlNode | null {
  return child(root, name) ?? null;
}

export function xmlText(root: XmlNode, name: string): string | null {
  return textOf(child(root, name));
}

function entryOf(entry: XmlNode): WireMap {
  const author = child(entry, 'author');
  const content = child(entry, 'content');
  return {
    name: textOf(child(entry, 'title')),
    author: author === undefined ? null : textOf(child(author, 'name')),
    content: content === undefined ? null : dataOf(content),
  };
}

/** `<dict>` and `<list>` inside; anything else is text. */
function dataOf(node: XmlNode): WireValue {
  const dict = child(node, 'dict');
  if (dict !== undefined) {
    return wireMap(children(dict, 'key').map((key) => [nameOf(key), dataOf(key)] as const));
  }
  const list = child(node, 'list');
  return list === undefined ? textOf(node) : children(list, 'item').map(dataOf);
}

function nameOf(key: XmlNode): string {
  const name = key['@name'];
  return typeof name === 'string' ? decodeEntities(name) : '';
}

function textOf(node: XmlNode | undefined): string | null {
  if (node === undefined) return null;
  const text = typeof node['#text'] === 'string' ? decodeEntities(node['#text']) : '';
  const cdata = child(node, '#cdata')?.['#text'];
  const literal = typeof cdata === 'string' ? cdata : '';
  // Around a CDATA section there is nothing but the indentation of the document.
  return wireText(literal === '' ? text : text.trim() + literal);
}

function child(node: XmlNode, name: string): XmlNode | undefined {
  const found = node[name];
  const first: unknown = Array.isArray(found) ? found[0] : found;
  return typeof first === 'object' && first !== null ? (first as XmlNode) : undefined;
}

function children(node: XmlNode, name: string): readonly XmlNode[] {
  const found = node[name];
  return Array.isArray(found) ? (found as readonly XmlNode[]) : [];
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities of XML and character references; any other stays as it is written. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g, (whole, dec, hex, name) => {
    if (name !== undefined) return NAMED[name as string] ?? whole;
    const point = dec === undefined ? Number.parseInt(hex as string, 16) : Number(dec);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
