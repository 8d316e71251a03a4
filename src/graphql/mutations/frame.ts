/** How every mutation goes: who may, what is meant, then the change; and an audit entry of it, whatever came of it. */
import { GraphQLError } from 'graphql';
import { atLeast, type Role } from '../../auth/roles.js';
import type { AuditAttempt } from '../../domain/audit.js';
import type { CommandName, CommandOutcome, SourceCommands } from '../../domain/commands.js';
import { parseGlobalId } from '../../domain/ids.js';
import type { MutationError } from '../../domain/mutation-error.js';
import type { GraphqlContext } from '../context.js';
import { abandoned, forbidden } from '../errors.js';
import { FAULT, resultOf } from './audit-result.js';
import { auditInput } from './audit-view.js';
import { carriedOut, type Prepared } from './carry-out.js';

export interface Mutation<Input, Value, Payload> {
  readonly action: CommandName | 'refreshSource' | 'acknowledgeMessage' | 'testAlert';
  readonly role: Role;
  /** The id in the input that says what it is about; null when it is about nothing that has one. */
  subjectId(input: Input): string | null;
  /** Checks everything and does nothing. */
  prepare(input: Input, context: GraphqlContext): Promise<Prepared<Value, Payload> | OnPaper<Payload> | Refused>;
}

export interface Refused {
  readonly errors: readonly MutationError[];
}

/** Nothing is to be done: what would be is the answer. */
export interface OnPaper<Payload> {
  readonly payload: Payload;
}

export function mutation<Input extends object, Value, Payload extends object>(spec: Mutation<Input, Value, Payload>) {
  return async (_root: unknown, { input }: { readonly input: Input }, context: GraphqlContext) => {
    const { audit, viewer, signal } = context;
    if (signal.aborted) throw abandoned();
    const attempt = attemptOf(spec, input, context);
    if (!atLeast(viewer.role, spec.role)) {
      await audit.recordForbidden(attempt, resultOf('FORBIDDEN'));
      throw forbidden(spec.role);
    }
    const prepared = await spec.prepare(input, context).catch(async (error: unknown) => {
      await audit.record(attempt, { ...resultOf(codeOf(error)), outcome: 'FAILED' });
      throw error;
    });
    if ('errors' in prepared) {
      await audit.record(attempt, resultOf(prepared.errors[0]?.code ?? null));
      return { errors: [...prepared.errors] };
    }
    if ('payload' in prepared) {
      await audit.record(attempt, resultOf('DRY_RUN'));
      return { ...prepared.payload, errors: [] };
    }
    if (signal.aborted) throw abandoned();
    return carriedOut(prepared, attempt, context);
  };
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

function attemptOf<Input extends object>(
  { action, subjectId }: Pick<Mutation<Input, never, never>, 'action' | 'subjectId'>,
  input: Input,
  { viewer, isSource }: GraphqlContext,
): AuditAttempt {
  const id = subjectId(input);
  const source = id === null ? null : (parseGlobalId(id)?.source ?? null);
  return {
    actor: viewer.name,
    role: viewer.role,
    action,
    subjectId: id,
    source: source !== null && isSource(source) ? source : null,
    input: auditInput(input),
    before: null,
  };
}

function codeOf(error: unknown): string {
  const code = error instanceof GraphQLError ? error.extensions.code : undefined;
  return typeof code === 'string' ? code : FAULT;
}
