/** What every command does with the server: lists a part as checked rows, and sends its one write. */
import type { CommandOutcome } from '../../../domain/commands.js';
import type { Clock } from '../../../domain/ports.js';
import type { HttpRequest } from '../../http.js';
import type { HttpResponse } from '../../http-response.js';
import { type Confirmation, type Refusal, type Write, writeOnce } from '../../write.js';
import { vendorErrors, vendorText } from '../failures.js';
import { type FeedEntry, readAnswer } from '../feed.js';
import type { Licenser, Part } from '../licenser.js';
import type { Session } from '../session.js';
import { type Fields, type RowOf, type RowSpec, readFields } from '../wire.js';

export interface Server {
  readonly session: Session;
  readonly licenser: Licenser;
  readonly clock: Clock;
}

export interface Fact<T> {
  readonly name: string;
  readonly values: T;
}

export interface Listing<T> {
  readonly rows: readonly Fact<T>[];
  /** Of every entry, those of unreadable ones included. */
  readonly names: ReadonlySet<string>;
  /** Nothing is missing, so that a name that is not there does not exist. */
  readonly complete: boolean;
}

/** Throws SourceFailure when the part is refused. */
export async function listOf<R extends Fields, O extends Fields>(
  { licenser }: Server,
  part: Part,
  spec: RowSpec<R, O>,
  signal: AbortSignal,
): Promise<Listing<RowOf<R, O>>> {
  const { entries, total } = await licenser.list(part, signal);
  const rows = entries.flatMap((entry) => factOf(entry, spec) ?? []);
  const names = new Set(entries.flatMap(({ name }) => name ?? []));
  return { rows, names, complete: rows.length === entries.length && (total === null || entries.length >= total) };
}

/** Null when a field that it cannot do without is missing or unreadable. */
export function factOf<R extends Fields, O extends Fields>(
  { name, fields }: FeedEntry,
  spec: RowSpec<R, O>,
): Fact<RowOf<R, O>> | null {
  if (name === null || fields === null) return null;
  const read = readFields(fields, spec);
  return read.ok ? { name, values: read.values } : null;
}

/** Whether something that was to be deleted is gone. */
export function isGone(name: string, { names, complete }: Listing<unknown>): Confirmation<null> {
  if (names.has(name)) return { happened: false };
  return complete ? { happened: true, value: null } : { happened: null };
}

export function post(path: string, fields: Readonly<Record<string, string>>): HttpRequest {
  return {
    method: 'POST',
    path,
    query: { output_mode: 'json' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}

export function deletion(path: string): HttpRequest {
  return { method: 'DELETE', path, query: { output_mode: 'json' } };
}

export interface Sending<Value> {
  readonly request: HttpRequest & { readonly path: string };
  readonly accept: Write<Value>['accept'];
  refusal(response: HttpResponse): Refusal<Value> | Promise<Refusal<Value>>;
  readonly confirm: Write<Value>['confirm'];
  /** The vendor's words as they may be shown; default `vendorText`. */
  readonly said?: (response: HttpResponse) => string | null;
}

/** Throws SourceFailure when the login fails before anything is sent. */
export async function sendOnce<Value>(
  { session }: Server,
  { request, said = vendorText, ...write }: Sending<Value>,
  signal: AbortSignal,
): Promise<CommandOutcome<Value>> {
  const send = await session.ready(signal);
  return writeOnce({ ...write, said, objection: vendorErrors, send: () => send(request) });
}

/** For writes that bring nothing: a feed, of whatever entries, is what Splunk answers. */
export function acceptFeed(path: string): (response: HttpResponse) => null {
  return (response) => {
    readAnswer(response, path);
    return null;
  };
}
