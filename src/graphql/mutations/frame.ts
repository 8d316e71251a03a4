/**
 * How every mutation goes: who may, what is meant, then the change, the source read again, the answer from the store; and
 * an audit entry of it all, whatever came of it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { atLeast, type Role } from '../../auth/roles.js';
import type { AuditAttempt, AuditOutcome, AuditResult } from '../../domain/audit.js';
import type { CommandName, CommandOutcome, SourceCommands } from '../../domain/commands.js';
import { parseGlobalId } from '../../domain/ids.js';
import type { MutationError, MutationErrorCode } from '../../domain/mutation-error.js';
import type { GraphqlContext } from '../context.js';
import { forbidden } from '../errors.js';
import type { NodeModel, Reader } from '../reader.js';
import { auditView } from './audit-view.js';

export interface Mutation<Input, Value, Payload> {
  readonly action: CommandName | 'refreshSource' | 'acknowledgeMessage';
  readonly role: Role;
  /** The id in the input that says what it is about. */
  subjectId(input: Input): string;
  /** Checks everything and does nothing. */
  prepare(input: Input, context: GraphqlContext): Promise<Prepared<Value, Payload> | OnPaper<Payload> | Refused>;
}

export interface Refused {
  readonly errors: readonly MutationError[];
}

/** Nothing is to be done: what would be is the answer. */
export interface OnPaper<Payload> {
  readonly payload: Payload;
  readonly source: string;
}

export interface Prepared<Value, Payload> {
  /** Name of the source it is asked of. */
  readonly source: string;
  /** What it changes, as the caller sees it. */
  readonly before: NodeModel | null;
  perform(): Promise<CommandOutcome<Value>>;
  /** From the store; null when what was done is not to be seen there. */
  answer(value: Value, reader: Reader): Promise<Answered<Payload> | null>;
  /** What is done shows without reading the source again. */
  readonly isLocal?: true;
}

export interface Answered<Payload> {
  readonly payload: Payload;
  /** What it changed, as it is now; null when it is gone. */
  readonly after: NodeModel | null;
}

/** The server ends a request after 60 s, and three upstream requests come before this. */
const REREAD_WITHIN_MS = 25_000;

export function mutation<Input, Value, Payload extends object>(spec: Mutation<Input, Value, Payload>) {
  return async (_root: unknown, { input }: { readonly input: Input }, context: GraphqlContext) => {
    const attempt = attemptOf(spec, input, context);
    if (!atLeast(context.viewer.role, spec.role)) {
      await context.audit.record(attempt, result('FORBIDDEN'));
      throw forbidden(spec.role);
    }
    const prepared = await spec.prepare(input, context);
    if ('errors' in prepared) {
      await context.audit.record(attempt, result(prepared.errors[0]?.code ?? null));
      return { errors: [...prepared.errors] };
    }
    if ('payload' in prepared) {
      await context.audit.record(attempt, result('DRY_RUN'));
      return { ...prepared.payload, errors: [] };
    }
    return carriedOut(prepared, attempt, context);
  };
}

async function carriedOut<Value, Payload extends object>(
  prepared: Prepared<Value, Payload>,
  attempt: AuditAttempt,
  context: GraphqlContext,
) {
  const entry = await context.audit.open({ ...attempt, before: auditView(prepared.before) });
  const outcome = await prepared.perform();
  const { requestId: upstreamRequestId } = outcome;
  if (!outcome.done) {
    await entry.settle({ ...result(outcome.error.code), upstreamRequestId });
    await lookAgain(prepared, outcome.error.code, context);
    return { errors: [outcome.error] };
  }
  const unread = prepared.isLocal === true ? null : await reread(prepared.source, context);
  // Mutations run one after the other: what is selected of this one, and what comes after, reads what it brought about.
  context.reader = await context.readNow();
  const answered = unread === null ? await prepared.answer(outcome.value, context.reader) : null;
  const after = answered?.after ?? null;
  await entry.settle({
    ...{ after: auditView(after), outcome: 'APPLIED', code: null, upstreamRequestId },
    ...(after === null ? {} : { subjectId: after.id }),
  });
  if (answered !== null) return { errors: [], ...answered.payload };
  const what = unread ?? 'reading the source again does not show it yet';
  return { errors: [outcomeUnknown(`the vendor accepted it, but ${what}: what is shown may be older`)] };
}

/** A refusal can mean that what the caller saw is out of date; nobody waits for that to be mended, unless all depends on it. */
async function lookAgain(
  { source, isLocal }: Prepared<never, never> | Prepared<unknown, unknown>,
  code: MutationErrorCode,
  context: GraphqlContext,
): Promise<void> {
  if (isLocal === true || code === 'UPSTREAM_UNAVAILABLE') return;
  if (code === 'OUTCOME_UNKNOWN') await reread(source, context);
  else void context.commands.readAfresh(source).catch(() => {});
  context.reader = await context.readNow();
}

/** Why the source could not be read again; null when it was. */
async function reread(source: string, { commands }: GraphqlContext): Promise<string | null> {
  const waiting = new AbortController();
  const late = sleep(REREAD_WITHIN_MS, 'late' as const, { signal: waiting.signal, ref: false }).catch(
    () => 'late' as const,
  );
  // Another gateway on the same store may be faster, and is no reason to give up.
  const again = () => commands.readAfresh(source);
  const read = again()
    .catch(again)
    .catch(() => 'broken' as const);
  const state = await Promise.race([read, late]);
  waiting.abort();
  if (state === 'late') return `reading the source again takes longer than ${REREAD_WITHIN_MS / 1000} s`;
  if (state === 'broken') return 'reading the source again broke off';
  return state.status === 'OK'
    ? null
    : `the source could not be read again (${state.lastError?.message ?? state.status})`;
}

function attemptOf<Input>(
  { action, subjectId }: Pick<Mutation<Input, never, never>, 'action' | 'subjectId'>,
  input: Input,
  { viewer, isSource }: GraphqlContext,
): AuditAttempt {
  const id = subjectId(input);
  const source = parseGlobalId(id)?.source ?? null;
  return {
    ...{ actor: viewer.name, role: viewer.role, action, subjectId: id, before: null },
    source: source !== null && isSource(source) ? source : null,
  };
}

function result(code: AuditResult['code']): AuditResult {
  return { after: null, outcome: outcomes[code ?? ''] ?? 'REFUSED', code, upstreamRequestId: null };
}

const outcomes: Readonly<Record<string, AuditOutcome>> = {
  DRY_RUN: 'APPLIED',
  UPSTREAM_UNAVAILABLE: 'FAILED',
  OUTCOME_UNKNOWN: 'UNKNOWN',
};

function outcomeUnknown(message: string): MutationError {
  return { code: 'OUTCOME_UNKNOWN', message, path: null };
}

/** Has one of a source's commands carried out. */
export function performed<Value>(
  { commands }: GraphqlContext,
  source: string,
  run: (commands: SourceCommands, signal: AbortSignal) => Promise<CommandOutcome<Value>> | undefined,
): () => Promise<CommandOutcome<Value>> {
  return () =>
    commands.perform(source, async (own, signal) => {
      const outcome = run(own, signal);
      if (outcome === undefined) throw new Error(`the source ${source} lacks a command that it says it has`);
      return outcome;
    });
}
