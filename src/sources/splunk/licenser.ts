/** The licenser endpoints of one server: each read whole, under whichever of its names the server knows. */
import type { HttpResponse } from '../http-response.js';
import { failureOf } from './failures.js';
import { type Feed, type FeedEntry, readAnswer } from './feed.js';
import type { Session } from './session.js';

/** The parts by their present names. */
export const parts = ['groups', 'stacks', 'licenses', 'pools', 'peers', 'localpeer', 'messages', 'usage'] as const;
export type Part = (typeof parts)[number];

export type Answer = { readonly feed: Feed } | { readonly refused: HttpResponse };

export interface Licenser {
  /** Every entry of a part; `refused` with 403 or 404. Throws SourceFailure for anything else. */
  read(part: Part, signal: AbortSignal): Promise<Answer>;
  /** A part that must be readable: what read() calls refused is thrown. */
  list(part: Part, signal: AbortSignal): Promise<Feed>;
  /** One entry of a part; null when the server has none of that name. */
  entry(part: Part, name: string, signal: AbortSignal): Promise<FeedEntry | null>;
  /** Under what name the server knows the part, as far as was read. */
  nameOf(part: Part): string;
  /** Whether it says slave where later ones say peer; asked once. */
  usesOldNames(signal: AbortSignal): Promise<boolean>;
}

/** Up to 8.0. */
export const OLD_NAMES: Readonly<Partial<Record<Part, string>>> = { peers: 'slaves', localpeer: 'localslave' };

/** Where the server tells of itself. */
export const SERVER_INFO = '/services/server/info';
const LICENSER = '/services/licenser';
/** A manager lists thousands of peers at most; a server that never reaches its own total is not asked forever. */
const MAX_PAGES = 1_000;

export function createLicenser(session: Session): Licenser {
  /** Parts that this server knows by their old names only. */
  const old = new Set<Part>();
  /** Parts of which it is known which name they go by. */
  const known = new Set<Part>();

  /** The part as `ask` brings it, by the name that the server answered to last, else by the other. */
  async function byEitherName(part: Part, ask: (path: string) => Promise<Answer>): Promise<Answer> {
    const oldName = OLD_NAMES[part];
    if (oldName === undefined) return ask(listPath(part));
    const [first, second] = old.has(part) ? [oldName, part] : [part, oldName];
    const answer = await ask(listPath(first));
    // Only 404 says that the name is unknown; any other refusal is about this account and must surface.
    if (!('refused' in answer) || answer.refused.status !== 404) {
      if ('feed' in answer) known.add(part);
      return answer;
    }
    const other = await ask(listPath(second));
    if ('refused' in other && other.refused.status === 404) return answer;
    if (second === part) old.delete(part);
    else old.add(part);
    if ('feed' in other) known.add(part);
    return other;
  }

  /** All pages: `count=0` asks for everything, and what a server still holds back is asked for by offset. */
  async function readFeed(path: string, signal: AbortSignal): Promise<Answer> {
    const first = await ask(path, { count: '0' }, signal);
    if ('refused' in first) return first;
    const entries = [...first.feed.entries];
    const seen = new Set(entries.map((entry) => entry.name));
    let total = first.feed.total;
    for (let pages = 1; total !== null && entries.length < total && pages < MAX_PAGES; pages++) {
      const rest = { count: `${total - entries.length}`, offset: `${entries.length}` };
      const page = await ask(path, rest, signal);
      if ('refused' in page) return page;
      // A page with nothing new (none at all, or the first one again) would come forever; the shortage is reported later.
      if (!page.feed.entries.some((entry) => !seen.has(entry.name))) break;
      for (const entry of page.feed.entries) {
        entries.push(entry);
        seen.add(entry.name);
      }
      total = page.feed.total;
    }
    return { feed: { ...first.feed, total, entries } };
  }

  async function ask(path: string, paging: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Answer> {
    const response = await session.send({ path, query: { output_mode: 'json', ...paging }, signal });
    if (response.status === 403 || response.status === 404) {
      const failure = failureOf(response);
      if (failure.status === 'UNSUPPORTED') throw failure;
      return { refused: response };
    }
    if (response.status < 200 || response.status > 299) throw failureOf(response);
    return { feed: readAnswer(response, path) };
  }

  async function read(part: Part, signal: AbortSignal): Promise<Answer> {
    return byEitherName(part, (path) => readFeed(path, signal));
  }

  async function list(part: Part, signal: AbortSignal): Promise<Feed> {
    const answer = await read(part, signal);
    if ('refused' in answer) throw failureOf(answer.refused);
    return answer.feed;
  }

  async function entry(part: Part, name: string, signal: AbortSignal): Promise<FeedEntry | null> {
    const path = entryPath(part, name);
    if (path === null) return null;
    const answer = await ask(path, {}, signal);
    if ('feed' in answer) return answer.feed.entries.find((found) => found.name === name) ?? null;
    if (answer.refused.status === 404) return null;
    throw failureOf(answer.refused);
  }

  async function usesOldNames(signal: AbortSignal): Promise<boolean> {
    if (!known.has('peers')) await byEitherName('peers', (path) => ask(path, { count: '1' }, signal));
    return old.has('peers');
  }

  return { read, list, entry, nameOf: (part) => (old.has(part) && OLD_NAMES[part]) || part, usesOldNames };
}

/** Where an endpoint lists its entries, and takes new ones. */
export function listPath(endpoint: string): string {
  return `${LICENSER}/${endpoint}`;
}

/** Null: a name that no path can carry. Dots alone mean another path, and half a surrogate pair has no encoding. */
export function entryPath(endpoint: string, name: string): string | null {
  return /^\.*$/.test(name) || !name.isWellFormed() ? null : `${listPath(endpoint)}/${encodeURIComponent(name)}`;
}
