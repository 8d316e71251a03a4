/** The one way in which anything is written to a vendor: sent at most once, and looked up again when its answer is lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, type CommandOutcome, done, type NotDone, notDone } from '../domain/commands.js';
import { SourceFailure } from '../domain/failure.js';
import type { MutationError } from '../domain/mutation-error.js';
import { failureOfStatus, safeHint } from './http.js';
import { mayHaveArrived } from './http-failures.js';
import type { HttpResponse } from './http-response.js';

export interface Write<Value> {
  /** Called once. Throws SourceFailure when no answer came. */
  send(): Promise<HttpResponse>;
  /** What a good answer brings. Throws SourceFailure for one that is not the vendor's (a proxy's page, half a text). */
  accept(response: HttpResponse): Value;
  /**
   * What an answer from 300 on, 429 and those from 500 on excepted, stands for; the vendor's words are its message. It
   * may read again to tell; what that throws as SourceFailure becomes the message of an UPSTREAM_REJECTED.
   */
  refusal(response: HttpResponse): Refusal<Value> | Promise<Refusal<Value>>;
  /** The vendor's words in an answer of 429 or from 500 on; null when it says nothing. */
  said?(response: HttpResponse): string | null;
  /** What a good answer says against it all the same; null when nothing. */
  objection?(response: HttpResponse): string | null;
  /**
   * Looks whether it took effect; `accepted` is what a good answer brought, null when there was none. Throws SourceFailure
   * when that cannot be read.
   */
  confirm(accepted: { readonly value: Value } | null): Promise<Confirmation<Value>>;
}

/** `already`: the vendor refuses because what was asked for is there, so that it is as good as done. */
export type Refusal<Value> = MutationError | { readonly already: Value };

export type Confirmation<Value> =
  | { readonly happened: true; readonly value: Value }
  /** Null: what is there now does not tell. `seen`: what was found, as the rest of a sentence; there is one by default. */
  | { readonly happened: false | null; readonly seen?: string };

/** `pause` waits for so many milliseconds. */
export async function writeOnce<Value>(
  write: Write<Value>,
  pause: (ms: number) => Promise<unknown> = sleep,
): Promise<CommandOutcome<Value>> {
  let response: HttpResponse;
  try {
    response = await write.send();
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return mayHaveArrived(error) ? lost(write, error, null) : unsent(error);
  }
  const requestId = requestIdOf(response);
  const { status } = response;
  if (status >= 200 && status <= 299) {
    let value: Value;
    try {
      value = write.accept(response);
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      return lost(write, error, requestId);
    }
    return verified(write, value, response, pause);
  }
  if (status === 429) return { ...unsent(failureOfWrite(write, response)), requestId };
  if (status >= 500) return lost(write, failureOfWrite(write, response), requestId, isVendors(write, response));
  return refused(write, response, requestId);
}

/** A command whose reads, before anything is sent, may fail: then nothing was changed, and that is its outcome. */
export function command<Input, Value>(run: Command<Input, Value>): Command<Input, Value> {
  return async (input, signal) => {
    try {
      return await run(input, signal);
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      return unsent(error);
    }
  };
}

/** Any other status from 500 on, a page, and a 503 without the vendor's words can be a proxy's: the server behind it may still be at it. */
function isVendors<Value>({ said }: Write<Value>, response: HttpResponse): boolean {
  const { status, contentType } = response;
  if (contentType === 'text/html') return false;
  return status === 500 || status === 501 || (status === 503 && (said?.(response) ?? null) !== null);
}

const UNDONE = 'it has not been done so far, and may yet be';
/** The vendor, or its server, will not have this caller: asking again changes nothing. */
const REFUSALS = new Set(['AUTH_FAILED', 'FORBIDDEN', 'UNSUPPORTED']);

function unsent(failure: SourceFailure): NotDone {
  const code = REFUSALS.has(failure.status) ? 'UPSTREAM_REJECTED' : 'UPSTREAM_UNAVAILABLE';
  return notDone(code, `${failure.message}; nothing was changed`);
}

/** Vendors may do it behind their answer (Keygen deletes so): it is given this long to show, in milliseconds. */
const PATIENCE = [0, 250, 750, 1_500];

/** A good answer is believed, unless what is there goes on saying that nothing was done. */
async function verified<Value>(
  write: Write<Value>,
  value: Value,
  response: HttpResponse,
  pause: (ms: number) => Promise<unknown>,
): Promise<CommandOutcome<Value>> {
  const requestId = requestIdOf(response);
  const objection = safeHint(write.objection?.(response) ?? '');
  for (const ms of objection === '' ? PATIENCE : [0]) {
    if (ms > 0) await pause(ms);
    const found = await lookAgain(write, { value });
    const isUntold = found instanceof SourceFailure || found.happened === null;
    // With an objection in the answer, only what can be seen counts.
    if (isUntold && objection !== '') return notDone('OUTCOME_UNKNOWN', objection, null, requestId);
    if (isUntold || found.happened) return done(value, requestId);
  }
  if (objection !== '') return notDone('UPSTREAM_REJECTED', objection, null, requestId);
  const text = `the vendor accepted it (${response.status}), and yet ${UNDONE}. Look before you repeat it`;
  return notDone('OUTCOME_UNKNOWN', text, null, requestId);
}

async function refused<Value>(
  write: Write<Value>,
  response: HttpResponse,
  requestId: string | null,
): Promise<CommandOutcome<Value>> {
  try {
    const refusal = await write.refusal(response);
    return 'already' in refusal ? done(refusal.already, requestId) : { done: false, error: refusal, requestId };
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    const text = `the vendor refused it (${response.status}); why could not be read: ${error.message}`;
    return notDone('UPSTREAM_REJECTED', text, null, requestId);
  }
}

/** Its words are about the write; those of `failureOfStatus` are about reading, which is asked again by itself. */
function failureOfWrite<Value>(write: Write<Value>, response: HttpResponse): SourceFailure {
  const { status, code, retryAfterMs } = failureOfStatus(response);
  const said = safeHint(write.said?.(response) ?? '');
  const what = response.status === 429 ? 'asked to slow down' : 'failed';
  const wait = retryAfterMs === null ? '' : `; it wants to be left alone for ${Math.ceil(retryAfterMs / 1000)} s`;
  const text = `the vendor ${what} (${response.status})${said === '' ? '' : `: ${said}`}${wait}`;
  return new SourceFailure(status, code, text, retryAfterMs);
}

/** `isOver`: the vendor itself said that it failed, so what has not happened by now will not. */
async function lost<Value>(
  write: Write<Value>,
  failure: SourceFailure,
  requestId: string | null,
  isOver = false,
): Promise<CommandOutcome<Value>> {
  const found = await lookAgain(write);
  if (found instanceof SourceFailure) {
    const text = `${failure.message}; whether it was done could not be read: ${found.message}`;
    return notDone('OUTCOME_UNKNOWN', text, null, requestId);
  }
  if (found.happened === true) return done(found.value, requestId);
  if (found.happened === false && isOver) return { ...unsent(failure), requestId };
  const byDefault = found.happened === false ? UNDONE : 'what is there now does not tell';
  const seen = found.seen ?? byDefault;
  return notDone(
    'OUTCOME_UNKNOWN',
    `${failure.message}; the source was read again: ${seen}. Look before you repeat it`,
    null,
    requestId,
  );
}

async function lookAgain<Value>(
  write: Write<Value>,
  accepted: { readonly value: Value } | null = null,
): Promise<Confirmation<Value> | SourceFailure> {
  try {
    return await write.confirm(accepted);
  } catch (error) {
    if (error instanceof SourceFailure) return error;
    throw error;
  }
}

/** The request's name at the vendor, where it tells one that can be shown. */
function requestIdOf({ headers }: HttpResponse): string | null {
  const id = headers['x-request-id'] ?? '';
  return /^[\x21-\x7e]{1,200}$/.test(id) ? id : null;
}
