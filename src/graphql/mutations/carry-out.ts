/** Carries out a change that is checked: once, then the source is read again and the answer taken from the store. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { AuditAttempt } from '../../domain/audit.js';
import { type CommandOutcome, NotBegunError, notDone } from '../../domain/commands.js';
import type { MutationError } from '../../domain/mutation-error.js';
import type { SourceState } from '../../domain/source-state.js';
import type { OpenEntry } from '../../sync/audit-log.js';
import type { GraphqlContext } from '../context.js';
import type { NodeModel, Reader } from '../reader.js';
import { FAULT, resultOf } from './audit-result.js';
import { auditView } from './audit-view.js';

export interface Prepared<Value, Payload> {
  /** Name of the source it is asked of. */
  readonly source: string;
  /** What it changes, as the caller sees it. */
  readonly before: NodeModel | null;
  perform(): Promise<CommandOutcome<Value>>;
  /** From the store; null when what was done is not to be seen there. */
  answer(value: Value, reader: Reader): Promise<Answered<Payload> | null>;
  /** Global id of what is made, as far as it is known before. */
  readonly makes?: string;
  /** Global id of what was made. */
  made?(value: Value): string;
  /** Vendor ids of the licenses that it changes, where it changes nothing else: only these are read again. */
  licenses?(value: Value): readonly string[];
  /** What is done shows without reading the source again. */
  readonly isLocal?: true;
}

export interface Answered<Payload> {
  readonly payload: Payload;
  /** What it changed, as it is now; null when it is gone. */
  readonly after: NodeModel | null;
  /** It came to nothing after all, and this is why. */
  readonly failure?: MutationError | null;
  /** It was done, and yet this is to be known. */
  readonly caveat?: MutationError | null;
}

/** Those who wait seldom wait longer than a minute, and three upstream requests come before this. */
const REREAD_WITHIN_MS = 25_000;

interface Refusal {
  readonly errors: MutationError[];
}

/** The payload. Nothing is done when the attempt cannot be recorded: then it rejects. */
export async function carriedOut<Value, Payload extends object>(
  prepared: Prepared<Value, Payload>,
  attempt: AuditAttempt,
  context: GraphqlContext,
): Promise<Refusal | (Refusal & Payload)> {
  const { makes: subjectId = attempt.subjectId } = prepared;
  const entry = await context.audit.open({ ...attempt, subjectId, before: auditView(prepared.before) });
  const outcome = await performedOnce(prepared, entry);
  const { requestId: upstreamRequestId } = outcome;
  if (!outcome.done) {
    await entry.settle({ ...resultOf(outcome.error.code), upstreamRequestId });
    await afterRefusal(prepared, outcome.error, context);
    return { errors: [outcome.error] };
  }
  const { answered, unseen } = await shown(prepared, outcome.value, context);
  const made = prepared.made?.(outcome.value);
  const subject = made === undefined ? {} : { subjectId: made };
  if (answered === null) {
    const what = made === undefined ? '' : ` (${made})`;
    const message = `the vendor accepted it${what}, but ${unseen}: what is shown may be older`;
    await entry.settle({ ...resultOf('OUTCOME_UNKNOWN'), outcome: 'APPLIED', upstreamRequestId, ...subject });
    return { errors: [{ code: 'OUTCOME_UNKNOWN', message, path: null }] };
  }
  const failure = answered.failure ?? null;
  await entry.settle({
    ...(failure === null ? { ...resultOf(null), outcome: 'APPLIED' } : resultOf(failure.code)),
    after: auditView(answered.after),
    upstreamRequestId,
    ...subject,
  });
  return { ...answered.payload, errors: [failure, answered.caveat ?? null].filter((error) => error !== null) };
}

async function performedOnce<Value>(
  { perform }: Pick<Prepared<Value, never>, 'perform'>,
  entry: OpenEntry,
): Promise<CommandOutcome<Value>> {
  try {
    return await perform();
  } catch (error) {
    if (error instanceof NotBegunError) return notDone('UPSTREAM_UNAVAILABLE', `${error.message}; nothing was changed`);
    await entry.settle(resultOf(FAULT));
    throw error;
  }
}

interface Shown<Payload> {
  readonly answered: Answered<Payload> | null;
  /** Why what was done cannot be shown. */
  readonly unseen: string;
}

/** Never rejects: that the change was made must be told, whatever comes after it. */
async function shown<Value, Payload>(
  prepared: Prepared<Value, Payload>,
  value: Value,
  context: GraphqlContext,
): Promise<Shown<Payload>> {
  const unread = prepared.isLocal === true ? null : await readChanged(prepared, value, context);
  try {
    // Mutations run one after the other: what is selected of this one, and what comes after, reads what it brought about.
    const answered = await context.readNow(async (reader) => {
      context.reader = reader;
      return unread === null ? prepared.answer(value, reader) : null;
    });
    return { answered, unseen: unread ?? 'reading the source again does not show it yet' };
  } catch (error) {
    context.logger.error({ source: prepared.source, err: error }, 'what was changed could not be read from the store');
    return { answered: null, unseen: "the gateway's own store cannot be read" };
  }
}

/** A refusal can mean that what the caller saw is out of date; nobody waits for that to be mended, unless all depends on it. */
async function afterRefusal(
  { source, isLocal }: Pick<Prepared<never, never>, 'source' | 'isLocal'>,
  { code }: MutationError,
  context: GraphqlContext,
): Promise<void> {
  if (isLocal === true || code === 'UPSTREAM_UNAVAILABLE') return;
  if (code !== 'OUTCOME_UNKNOWN') {
    void context.commands.readAfresh(source).catch(() => {});
    return;
  }
  await reread(() => readAgain(source, context));
  try {
    await context.readNow(async (reader) => {
      context.reader = reader;
    });
  } catch (error) {
    context.logger.error(
      { source, err: error },
      'the store could not be read after a change whose outcome is not known',
    );
  }
}

/** Why the source could not be read again; null when it was. */
async function reread(read: () => Promise<SourceState>): Promise<string | null> {
  const state = await inTime(
    read().catch((error: unknown) =>
      error instanceof NotBegunError ? error.message : 'reading the source again broke off',
    ),
  );
  if (state === 'late') return LATE;
  if (typeof state === 'string') return state;
  if (state.status === 'OK') return null;
  return `the source could not be read again (${state.lastError?.message ?? state.status})`;
}

const LATE = `reading the source again takes longer than ${REREAD_WITHIN_MS / 1000} s`;

async function inTime<T>(read: Promise<T>): Promise<T | 'late'> {
  const waiting = new AbortController();
  const late = sleep(REREAD_WITHIN_MS, 'late' as const, { signal: waiting.signal, ref: false });
  try {
    return await Promise.race([read, late.catch(() => 'late' as const)]);
  } finally {
    waiting.abort();
  }
}

/** Reads what was changed alone where the source can be read so, else all of it: why it could not be, or null. */
async function readChanged<Value>(
  { source, licenses }: Pick<Prepared<Value, never>, 'source' | 'licenses'>,
  value: Value,
  { commands }: GraphqlContext,
): Promise<string | null> {
  const ids = licenses?.(value) ?? [];
  // Read and stored are these, however it stands with everything else.
  const part = ids.length === 0 ? null : await inTime(commands.readLicenses(source, ids).catch(() => null));
  if (part === 'late') return LATE;
  return part === null ? reread(() => readAgain(source, { commands })) : null;
}

/** Another gateway on the same store may be faster, and that is no reason to give up. */
export function readAgain(source: string, { commands }: Pick<GraphqlContext, 'commands'>) {
  return commands.readAfresh(source).catch(() => commands.readAfresh(source));
}
