/** Starts the Splunk emulator for a test and reads its answers: JSON as it is, Atom taken apart by an independent parser. */
import { XMLParser } from 'fast-xml-parser';
import { onTestFinished } from 'vitest';
import type { EmulatorOptions } from '../../../src/emulators/emulator.js';
import { type RunningSplunkEmulator, startSplunkEmulator } from '../../../src/emulators/splunk/index.js';

export const NOW = new Date('2026-03-10T15:00:00Z');
export const ADMIN = `Basic ${Buffer.from('admin:changeme').toString('base64')}`;

export interface JsonEntry {
  readonly name: string;
  readonly id: string;
  readonly author: string;
  readonly links: Record<string, string>;
  readonly acl: Record<string, unknown>;
  readonly content: Record<string, unknown>;
}

export interface JsonFeed {
  readonly links: Record<string, string>;
  readonly origin: string;
  readonly updated: string;
  readonly generator: Record<string, string>;
  readonly entry: JsonEntry[];
  readonly paging: { total: number; perPage: number; offset: number };
  readonly messages: { type: string; text: string }[];
}

export interface AtomEntry {
  readonly title: string;
  readonly id: string;
  readonly author: string;
  readonly links: Record<string, string>;
  readonly content: Record<string, unknown>;
}

export interface AtomFeed {
  readonly title: string;
  readonly id: string;
  readonly updated: string;
  readonly generator: Record<string, string>;
  readonly links: Record<string, string>;
  readonly paging: { total: number; perPage: number; offset: number };
  readonly entries: AtomEntry[];
}

export interface Splunk {
  readonly emulator: RunningSplunkEmulator;
  /** Any request; the administrator's Basic credentials unless headers are given. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  json(path: string): Promise<JsonFeed>;
  atom(path: string): Promise<AtomFeed>;
  names(path: string): Promise<string[]>;
  /** A write with a form, answered in JSON: the status, and the feed or the messages of a refusal. */
  write(method: 'POST' | 'DELETE', path: string, fields?: Record<string, string>): Promise<Written>;
}

export interface Written {
  readonly status: number;
  /** Absent in a refusal. */
  readonly entry: JsonEntry[] | undefined;
  readonly paging: JsonFeed['paging'] | undefined;
  /** Of a refusal's messages; empty after success. */
  readonly refusal: string;
}

/** A running emulator with a fixed clock, closed when the test ends. */
export async function splunk(options: EmulatorOptions = {}): Promise<Splunk> {
  const emulator = await startSplunkEmulator({ clock: { now: () => NOW }, ...options });
  onTestFinished(() => emulator.close());
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(emulator.url + path, { headers: { authorization: ADMIN }, ...init });
  const json = async (path: string) => {
    const response = await ask(`${path}${path.includes('?') ? '&' : '?'}output_mode=json`);
    return (await response.json()) as JsonFeed;
  };
  return {
    emulator,
    ask,
    json,
    atom: async (path) => readAtom(await (await ask(path)).text()),
    names: async (path) => (await json(path)).entry.map((entry) => entry.name),
    write: async (method, path, fields) => {
      const body = fields === undefined ? {} : { body: new URLSearchParams(fields) };
      const response = await ask(`${path}?output_mode=json`, { method, ...body });
      const { entry, paging, messages } = (await response.json()) as Partial<JsonFeed>;
      return { status: response.status, entry, paging, refusal: (messages ?? []).map((each) => each.text).join(' ') };
    },
  };
}

/** The text of a refusal in its Atom form, with its type. */
export function readAtomMessages(xml: string): { type: string; text: string }[] {
  const response = child(parser.parse(xml), 'response');
  return children(child(response, 'messages'), 'msg').map((message) => ({
    type: text(message['@type']),
    text: text(message['#text']),
  }));
}

export function readAtom(xml: string): AtomFeed {
  const feed = child(parser.parse(xml), 'feed');
  return {
    title: text(feed.title),
    id: text(feed.id),
    updated: text(feed.updated),
    generator: attributes(child(feed, 'generator')),
    links: linksOf(feed),
    paging: {
      total: Number(feed['opensearch:totalResults']),
      perPage: Number(feed['opensearch:itemsPerPage']),
      offset: Number(feed['opensearch:startIndex']),
    },
    entries: children(feed, 'entry').map((entry) => ({
      title: text(entry.title),
      id: text(entry.id),
      author: text(child(entry, 'author').name),
      links: linksOf(entry),
      content: dict(child(child(entry, 'content'), 's:dict')),
    })),
  };
}

type Node = Record<string, unknown>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
});

function dict(node: Node): Record<string, unknown> {
  return Object.fromEntries(children(node, 's:key').map((key) => [text(key['@name']), value(key)]));
}

/** A scalar is text, a self-closed or empty key null. */
function value(key: Node): unknown {
  if ('s:dict' in key) return dict(child(key, 's:dict'));
  if ('s:list' in key) return list(child(key, 's:list')['s:item']).map(text);
  return '#text' in key ? text(key['#text']) : null;
}

function linksOf(node: Node): Record<string, string> {
  return Object.fromEntries(children(node, 'link').map((link) => [text(link['@rel']), text(link['@href'])]));
}

function attributes(node: Node): Record<string, string> {
  return Object.fromEntries(Object.entries(node).map(([key, each]) => [key.replace('@', ''), text(each)]));
}

function child(node: Node, name: string): Node {
  return children(node, name)[0] ?? {};
}

function children(node: Node, name: string): Node[] {
  return list(node[name]).map((each) => (typeof each === 'object' && each !== null ? { ...each } : { '#text': each }));
}

function list(each: unknown): unknown[] {
  if (each === undefined) return [];
  return Array.isArray(each) ? each : [each];
}

function text(each: unknown): string {
  return typeof each === 'string' ? each : '';
}
