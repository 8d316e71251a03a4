/**
 * The short way to an answer: of an operation that is prepared, by what was kept or by running it. Whatever is out of the
 * ordinary goes the long way, which tells every refusal and every error.
 */
import { GraphQLError } from 'graphql';
import type { Clock, Logger } from '../../domain/ports.js';
import type { Soon } from '../../domain/soon.js';
import { StoreUnavailableError } from '../../store/repo.js';
import { ANONYMOUS } from '../../telemetry/telemetry.js';
import type { OperationRequest } from '../context.js';
import type { CallerRates, Spending } from '../limits/caller-rates.js';
import type { CallersTurns } from '../limits/callers-turns.js';
import type { OperationPrices } from '../limits/operation-price.js';
import type { OperationContexts } from '../operation-context.js';
import { logOperation, OK, type OperationTelemetry } from '../operation-telemetry-plugin.js';
import type { TextOf } from '../persisted-operations.js';
import type { Sight } from '../sights.js';
import { createKeptAnswers, type KeptAnswer } from './kept-answers.js';
import type { PreparedOperation, PreparedOperations } from './prepared-operations.js';

export interface PreparedAnswersDeps {
  readonly operations: PreparedOperations;
  readonly textOf: TextOf;
  readonly contexts: OperationContexts;
  readonly prices: OperationPrices;
  readonly rates: CallerRates;
  readonly turns: CallersTurns;
  readonly telemetry: OperationTelemetry;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Null: what is asked for is not prepared. */
export type AnswerPrepared = (request: OperationRequest) => PreparedAnswer | null;

export interface PreparedAnswer {
  /** Whether it was kept, so that there is nothing to wait for. */
  readonly isAtHand: boolean;
  /** Of an answer without errors; null: this goes the long way, and nothing is paid for. */
  readonly body: Promise<Buffer | null>;
}

interface Asked {
  readonly operation: PreparedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of other variables it is another. */
  readonly values: string;
}

/** What is asked for, in what its caller sees now. */
interface Seen extends Asked {
  readonly sight: Sight;
  /** By which the answer is kept. */
  readonly key: string;
}

export function createPreparedAnswers(deps: PreparedAnswersDeps): AnswerPrepared {
  const { operations, textOf, contexts, prices, rates, turns, telemetry, clock, logger } = deps;
  const answers = createKeptAnswers();

  function find({ asked: { query, operationName, variables, ...named } }: OperationRequest): Asked | null {
    if (!isTextOrNone(operationName) || !isObjectOrNone(variables) || !isObjectOrNone(named.extensions)) return null;
    const known = (text: string) => operations.find(text, operationName ?? null);
    // A text that its client makes known by its hash is known from then on, as on the long way.
    const text = textOf({ query, ...named }, (sent) => known(sent) !== null);
    const operation = text === null ? null : known(text);
    if (operation === null) return null;
    const values = textOfVariables(variables ?? {});
    return values === null ? null : { operation, variables: variables ?? {}, values };
  }

  function see(asked: Asked, sight: Sight): Seen {
    return { ...asked, sight, key: `${asked.operation.id} ${sight.keyAt(clock.now())} ${asked.values}` };
  }

  /** Pays, and has it counted and told; `answer` answers null for what goes the long way after all. */
  async function counted(
    { viewer, requestId }: OperationRequest,
    { operation }: Asked,
    price: Spending,
    answer: () => Soon<KeptAnswer | null>,
  ): Promise<Buffer | null> {
    const startedAt = performance.now();
    await rates.spend(viewer.name, price);
    const name = operation.operation.name?.value ?? ANONYMOUS;
    const end = telemetry.operation('query', name);
    let answered: KeptAnswer | null = null;
    try {
      const given = answer();
      answered = given instanceof Promise ? await given : given;
    } finally {
      end(answered === null ? null : OK);
      if (answered === null) await rates.giveBack(viewer.name, price);
    }
    if (answered === null) return null;
    logOperation(logger, { requestId, viewer: viewer.name, type: 'query', name, startedAt, cost: price.cost });
    return answered.body;
  }

  async function run(request: OperationRequest, price: Spending, seen: Seen): Promise<KeptAnswer | null> {
    const { operation, variables, sight, key } = seen;
    const leave = await turns.enter(request.viewer.name, price.cost, request.signal);
    try {
      const context = await contexts.paidContextOf(request, operation, sight);
      const { data, errors } = await operation.run(context, variables);
      if (errors !== undefined) return null;
      // As Apollo would write it.
      const extensions = { cost: prices.told(price) };
      const answer = { body: Buffer.from(`${JSON.stringify({ data, extensions })}\n`), price };
      if (context.isLasting()) answers.keep(key, answer);
      return answer;
    } finally {
      leave();
    }
  }

  async function given(request: OperationRequest, asked: Asked, sight: Soon<Sight>): Promise<Buffer | null> {
    const seen = see(asked, await sight);
    const known = answers.get(seen.key);
    const price = known?.price ?? prices.priceOf({ ...asked.operation, variables: asked.variables });
    return price === null ? null : counted(request, asked, price, () => known ?? run(request, price, seen));
  }

  return (request) => {
    const asked = unlessRefused(() => find(request));
    if (asked === null) return null;
    const sight = contexts.sightOf(request.viewer);
    // Where what is stored of the sources has to be read first, there is something to wait for, whatever is kept.
    const kept = sight instanceof Promise ? undefined : answers.get(see(asked, sight).key);
    const body = kept === undefined ? given(request, asked, sight) : counted(request, asked, kept.price, () => kept);
    return { isAtHand: kept !== undefined, body: body.catch(refusedLater) };
  };
}

/** What it is refused with is told on the long way. */
function refusedLater(error: unknown): null {
  if (error instanceof GraphQLError || error instanceof StoreUnavailableError) return null;
  throw error;
}

function unlessRefused<T>(find: () => T): T | null {
  try {
    return find();
  } catch (error) {
    return refusedLater(error);
  }
}

/** Deeper than the values of any operation; what writes JSON calls itself for each level. */
const DEEPEST = 50;

/** Null for what JSON can be read as, but not written: 1e999 would become the same as null, and what nests without end no text. */
function textOfVariables(variables: Readonly<Record<string, unknown>>): string | null {
  return isWritable(variables, 0) ? JSON.stringify(variables) : null;
}

function isWritable(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth < DEEPEST && Object.values(value).every((part) => isWritable(part, depth + 1));
}

function isTextOrNone(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}

function isObjectOrNone(value: unknown): value is Readonly<Record<string, unknown>> | null | undefined {
  return value === undefined || (typeof value === 'object' && !Array.isArray(value));
}
