/** Reads everything a Splunk server says about licenses: eight licenser endpoints and the server's own information. */
import { SourceFailure } from '../../domain/failure.js';
import type { Gap } from '../../domain/snapshot.js';
import type { HttpResponse } from '../http-response.js';
import { failureOf } from './failures.js';
import { type Feed, readAnswer } from './feed.js';
import { type Answer, entryPath, type Licenser, OLD_NAMES, type Part, parts, SERVER_INFO } from './licenser.js';
import type { Session } from './session.js';
import type { WireValue } from './value.js';

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

/** Parts whose entries have an answer of their own. */
const EDITABLE: readonly Part[] = ['groups', 'stacks', 'licenses', 'pools', 'peers', 'messages'];
const LANES = 3;

export function createSplunkClient(deps: { readonly session: Session; readonly licenser: Licenser }): SplunkClient {
  const { session, licenser } = deps;
  /** Asked for once: a server's answer to it does not change while it runs. */
  const attributes: Partial<Record<Part, WireValue>> = {};

  /** A help only: an account that may not read it, or a server without it, costs the version's precision and no more. */
  async function readServerInfo(signal: AbortSignal): Promise<Feed | null> {
    const response = await session.send({ path: SERVER_INFO, query: { output_mode: 'json' }, signal });
    return response.status >= 200 && response.status <= 299 ? readAnswer(response, SERVER_INFO) : null;
  }

  /** A help only, like the server's information: what is refused or unreadable is passed over. */
  async function readAttributes(part: Part, feed: Feed | null, signal: AbortSignal): Promise<void> {
    const name = feed?.entries.find((entry) => entry.name !== null)?.name;
    if (part in attributes || name === null || name === undefined) return;
    const path = entryPath(licenser.nameOf(part), name);
    if (path === null) return;
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
        answers.set(part, await licenser.read(part, inner));
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
