/** Reads everything a Splunk server says about licenses: eight licenser endpoints and the server's own information. */
import { SourceFailure } from '../../domain/failure.js';
import type { Gap } from '../../domain/snapshot.js';
import type { HttpClient } from '../http.js';
import type { HttpResponse } from '../http-response.js';
import type { SourceAuth } from '../source.js';
import { failureOf } from './failures.js';
import { type Feed, readAnswer } from './feed.js';
import { createSession } from './session.js';
import type { WireValue } from './value.js';

/** The parts by their present names. */
export const parts = ['groups', 'stacks', 'licenses', 'pools', 'peers', 'localpeer', 'messages', 'usage'] as const;
export type Part = (typeof parts)[number];

export interface ServerState {
  /** Null: refused or not there; then a gap says why. */
  readonly feeds: Readonly<Record<Part, Feed | null>>;
  readonly serverInfo: Feed | null;
  /** `eai:attributes` by part: which fields its entries take when they are edited. Only single answers tell it. */
  readonly attributes: Readonly<Partial<Record<Part, WireValue>>>;
  readonly gaps: readonly Gap[];
}

export interface SplunkClient {
  /** Throws SourceFailure, or the signal's reason. */
  readState(signal: AbortSignal): Promise<ServerState>;
}

type Answer = { readonly feed: Feed } | { readonly refused: HttpResponse };

const LICENSER = '/services/licenser';
const SERVER_INFO = '/services/server/info';
const OLD_NAMES: Readonly<Partial<Record<Part, string>>> = { peers: 'slaves', localpeer: 'localslave' };
/** Parts whose entries have an answer of their own. */
const EDITABLE: readonly Part[] = ['groups', 'stacks', 'licenses', 'pools', 'peers', 'messages'];
const LANES = 3;
/** A manager lists thousands of peers at most; a server that never reaches its own total is not asked forever. */
const MAX_PAGES = 1_000;

export function createSplunkClient(deps: { readonly http: HttpClient; readonly auth: SourceAuth }): SplunkClient {
  const session = createSession(deps);
  /** Parts that this server knows by their old names only. */
  const old = new Set<Part>();
  /** Asked for once: a server's answer to it does not change while it runs. */
  const attributes: Partial<Record<Part, WireValue>> = {};

  async function readPart(part: Part, signal: AbortSignal): Promise<Answer> {
    const oldName = OLD_NAMES[part];
    if (oldName === undefined) return readFeed(`${LICENSER}/${part}`, signal);
    const [first, second] = old.has(part) ? [oldName, part] : [part, oldName];
    const answer = await readFeed(`${LICENSER}/${first}`, signal);
    // Only 404 says that the name is unknown; any other refusal is about this account and must surface.
    if (!('refused' in answer) || answer.refused.status !== 404) return answer;
    const other = await readFeed(`${LICENSER}/${second}`, signal);
    if ('refused' in other && other.refused.status === 404) return answer;
    if (second === part) old.delete(part);
    else old.add(part);
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

  /** A help only: an account that may not read it, or a server without it, costs the version's precision and no more. */
  async function readServerInfo(signal: AbortSignal): Promise<Feed | null> {
    const response = await session.send({ path: SERVER_INFO, query: { output_mode: 'json' }, signal });
    return response.status >= 200 && response.status <= 299 ? readAnswer(response, SERVER_INFO) : null;
  }

  /** A help only, like the server's information: what is refused or unreadable is passed over. */
  async function readAttributes(part: Part, feed: Feed | null, signal: AbortSignal): Promise<void> {
    const name = feed?.entries.find((entry) => entry.name !== null)?.name;
    if (part in attributes || name === null || name === undefined) return;
    const endpoint = old.has(part) ? (OLD_NAMES[part] ?? part) : part;
    const path = `${LICENSER}/${endpoint}/${encodeURIComponent(name)}`;
    const response = await session.send({ path, query: { output_mode: 'json' }, signal });
    if (response.status < 200 || response.status > 299) return;
    const sent = readAnswer(response, path).entries[0]?.fields?.['eai:attributes'];
    if (sent !== undefined && sent !== null) attributes[part] = sent;
  }

  async function readState(signal: AbortSignal): Promise<ServerState> {
    const answers = new Map<Part, Answer>();
    let serverInfo: Feed | null = null;
    await inLanes(signal, [
      ...parts.map((part) => async (inner: AbortSignal) => {
        answers.set(part, await readPart(part, inner));
      }),
      async (inner) => {
        serverInfo = await readServerInfo(inner);
      },
    ]);
    const refusals = parts.flatMap((part) => {
      const answer = answers.get(part);
      return answer !== undefined && 'refused' in answer ? [{ part, response: answer.refused }] : [];
    });
    if (refusals.length === parts.length) throw nothingReadable(refusals.map(({ response }) => response));
    const feedOf = (part: Part): Feed | null => {
      const answer = answers.get(part);
      return answer !== undefined && 'feed' in answer ? answer.feed : null;
    };
    await inLanes(
      signal,
      EDITABLE.map((part) => (inner) => readAttributes(part, feedOf(part), inner)),
    );
    return {
      attributes: { ...attributes },
      feeds: {
        groups: feedOf('groups'),
        stacks: feedOf('stacks'),
        licenses: feedOf('licenses'),
        pools: feedOf('pools'),
        peers: feedOf('peers'),
        localpeer: feedOf('localpeer'),
        messages: feedOf('messages'),
        usage: feedOf('usage'),
      },
      serverInfo,
      gaps: refusals.map(({ part, response }) => gapOf(part, response)),
    };
  }

  return { readState };
}

/** Runs the tasks, a few at a time; the first failure stops the others and is thrown when all have ended. */
async function inLanes(signal: AbortSignal, tasks: readonly ((signal: AbortSignal) => Promise<void>)[]): Promise<void> {
  const stop = new AbortController();
  const inner = AbortSignal.any([signal, stop.signal]);
  const failures: unknown[] = [];
  let next = 0;
  async function lane(): Promise<void> {
    for (let task = tasks[next++]; task !== undefined && failures.length === 0; task = tasks[next++]) {
      try {
        signal.throwIfAborted();
        await task(inner);
      } catch (error) {
        failures.push(error);
        stop.abort();
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  if (failures.length > 0) throw failures[0];
}

function gapOf(part: Part, response: HttpResponse): Gap {
  const oldName = OLD_NAMES[part];
  const failure = failureOf(response);
  if (response.status !== 404) return { part, code: failure.code, message: failure.message };
  const tried = oldName === undefined ? '' : ` (nor as ${oldName})`;
  return { part, code: failure.code, message: `this server has no such endpoint${tried} (404)` };
}

function nothingReadable(responses: readonly HttpResponse[]): SourceFailure {
  const forbidden = responses.find((response) => response.status === 403);
  if (forbidden !== undefined) return failureOf(forbidden);
  return new SourceFailure(
    'BAD_RESPONSE',
    'HTTP_404',
    "no license endpoint answers here (404 for all of them); the source's url must be the management port of a Splunk Enterprise license manager (Splunk Cloud offers none)",
  );
}
