/**
 * The short way to an answer: of an operation that is prepared, by what was kept or by running it. Whatever is out of the
 * ordinary goes the long way, which tells every refusal and every error.
 */
import { GraphQLError } from 'graphql';
import type { Clock, Logger } from '../../domain/ports.js';
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

/** The body of the answer, which has no error; null: this goes the long way, and nothing is paid for. */
export type AnswerPrepared = (request: OperationRequest) => Promise<Buffer | null>;

interface Asked {
  readonly operation: PreparedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
}

export function createPreparedAnswers(deps: PreparedAnswersDeps): AnswerPrepared {
  const { operations, textOf, contexts, prices, rates, turns, telemetry, clock, logger } = deps;
  const kept = createKeptAnswers();

  function find({ asked: { query, operationName, variables, ...named } }: OperationRequest): Asked | null {
    if (!isTextOrNone(operationName) || !isObjectOrNone(variables) || !isObjectOrNone(named.extensions)) return null;
    // A text that its client makes known by its hash, once more, is known from then on.
    const text = textOf({ query, ...named }, (sent) => operations.has(sent));
    const operation = text === null ? null : operations.find(text, operationName ?? null);
    return operation === null ? null : { operation, variables: variables ?? {} };
  }

  async function answered(request: OperationRequest, asked: Asked): Promise<Buffer | null> {
    const { viewer, requestId } = request;
    const { operation, variables } = asked;
    const startedAt = performance.now();
    const seen = contexts.sightOf(viewer);
    const sight = seen instanceof Promise ? await seen : seen;
    const key = `${operation.id} ${sight.keyAt(clock.now())} ${JSON.stringify(variables)}`;
    const known = kept.get(key) ?? null;
    const price = known?.price ?? prices.priceOf({ ...operation, variables });
    if (price === null) return null;
    await rates.spend(viewer.name, price);
    const name = operation.operation.name?.value ?? ANONYMOUS;
    const end = telemetry.operation('query', name);
    let answer = known;
    try {
      answer ??= await run(request, { ...asked, sight, price, key });
    } finally {
      end(answer === null ? null : OK);
      if (answer === null) await rates.giveBack(viewer.name, price);
    }
    if (answer === null) return null;
    logOperation(logger, { requestId, viewer: viewer.name, type: 'query', name, startedAt, cost: price.cost });
    return answer.body;
  }

  async function run(request: OperationRequest, paid: Paid): Promise<KeptAnswer | null> {
    const { operation, variables, sight, price, key } = paid;
    const leave = await turns.enter(request.viewer.name, price.cost, request.signal);
    try {
      const context = await contexts.paidContextOf(request, operation.text, sight);
      const { data, errors } = await operation.run(context, variables);
      if (errors !== undefined) return null;
      // As Apollo would write it.
      const extensions = { cost: prices.told(price) };
      const answer = { body: Buffer.from(`${JSON.stringify({ data, extensions })}\n`), price };
      if (context.isLasting()) kept.keep(key, answer);
      return answer;
    } finally {
      leave();
    }
  }

  return async (request) => {
    try {
      const asked = find(request);
      return asked === null ? null : await answered(request, asked);
    } catch (error) {
      // What it is refused with is told on the long way.
      if (error instanceof GraphQLError || error instanceof StoreUnavailableError) return null;
      throw error;
    }
  };
}

interface Paid extends Asked {
  readonly sight: Sight;
  readonly price: Spending;
  /** By which the answer is kept. */
  readonly key: string;
}

function isTextOrNone(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}

function isObjectOrNone(value: unknown): value is Readonly<Record<string, unknown>> | null | undefined {
  return value === undefined || (typeof value === 'object' && !Array.isArray(value));
}
