/**
 * Spares a vendor that is unwell: after some failures in a row nothing is sent any more, but one call now and then that
 * finds out whether it is well again. The waits between those grow up to the sync interval.
 */
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  type IBackoff,
} from 'cockatiel';
import { SourceFailure } from '../domain/failure.js';
import { type BreakerState, type Logger, silentLogger, silentTelemetry, type Telemetry } from '../domain/ports.js';
import { illnessOf } from './http-failures.js';
import type { HttpResponse } from './http-response.js';

export interface BreakerOptions {
  readonly source: string;
  /** The longest that it waits before it lets a call through again. */
  readonly longestWaitMs: number;
  readonly telemetry?: Pick<Telemetry, 'breaker'> | undefined;
  readonly logger?: Logger | undefined;
  /** From 0 up to 1; injected so that tests know the waits. */
  readonly random?: () => number;
}

export type Outcome = HttpResponse | SourceFailure;

export interface Breaker {
  /**
   * Does the work, or answers BREAKER_OPEN without doing it. Of those who ask while it is tried out one goes first, and the
   * others wait for what becomes of it.
   */
  run(work: () => Promise<Outcome>): Promise<Outcome>;
  /** Why nothing is sent now; null when the next call goes through. */
  refusal(): SourceFailure | null;
  /** Lets the next call through at once. */
  probe(): void;
}

/** So many failures in a row, of whatever call, open it: more than one call with all its retries. */
export const FAILURES_TO_OPEN = 5;
const FIRST_WAIT_MS = 5_000;

export function createBreaker(options: BreakerOptions): Breaker {
  const { source, longestWaitMs, telemetry = silentTelemetry, logger = silentLogger, random = Math.random } = options;
  let waitMs = 0;
  let openedAt = 0;
  let since = 0;
  let cause: SourceFailure | null = null;
  const isTrying = () => policy.state === CircuitState.HalfOpen;
  // A trial that was called off has shown nothing.
  const policy = circuitBreaker(
    handleWhenResult((outcome) => isIll(outcome as Outcome) || (isTrying() && isClosed(outcome))).orWhen(isTrying),
    { breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN), halfOpenAfter: { next: ({ attempt }) => backoff(attempt) } },
  );
  policy.onStateChange(changed);
  telemetry.breaker(source, 'CLOSED');

  /** Half of each wait is left to chance, so that several gateways do not ask in step. */
  function backoff(attempt: number): IBackoff<{ attempt: number }> {
    const most = Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 30), longestWaitMs);
    waitMs = most * (0.5 + random() / 2);
    return {
      get duration() {
        return waitMs;
      },
      next: (context) => backoff(context.attempt),
    };
  }

  function isIll(outcome: Outcome): boolean {
    const illness = illnessOf(outcome);
    if (illness !== null) cause = illness;
    return illness !== null;
  }

  function changed(state: CircuitState): void {
    telemetry.breaker(source, NAMES[state]);
    if (state === CircuitState.HalfOpen) {
      logger.debug({ source }, 'trying whether the vendor is well again');
    } else if (state === CircuitState.Closed) {
      logger.info({ source, ms: Date.now() - since }, 'the vendor is well again and is asked as before');
      since = 0;
    } else {
      openedAt = Date.now();
      if (since !== 0) return;
      since = openedAt;
      const text = `${FAILURES_TO_OPEN} calls in a row failed, so only now and then one is sent from now on`;
      logger.warn({ source, code: cause?.code, waitMs }, `${text}: ${cause?.message}`);
    }
  }

  function refusal(): SourceFailure | null {
    if (policy.state !== CircuitState.Open) return null;
    // By the same clock as the breaker's own.
    const left = openedAt + waitMs - Date.now();
    return left > 0 ? refused(left) : null;
  }

  function refused(left: number): SourceFailure {
    const when = `${Math.ceil(left / 1000)} s`;
    const text = `nothing is sent to the vendor, which has been failing since ${new Date(since).toISOString()}; it is tried again in ${when}, or when the source is refreshed`;
    const why = cause === null ? '' : ` (it failed so: ${cause.message})`;
    return new SourceFailure(cause?.status ?? 'UNREACHABLE', 'BREAKER_OPEN', text + why, left);
  }

  return {
    async run(work) {
      try {
        return await policy.execute(work);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        // What the trial itself met tells more to whoever asked for both: it comes first.
        await new Promise((resolve) => setImmediate(resolve));
        return refused(Math.max(0, openedAt + waitMs - Date.now()));
      }
    },
    refusal,
    probe() {
      // Below zero, so that a clock that was set back does not matter.
      if (policy.state === CircuitState.Open) waitMs = Number.NEGATIVE_INFINITY;
    },
  };
}

const NAMES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'CLOSED',
  [CircuitState.HalfOpen]: 'HALF_OPEN',
  [CircuitState.Open]: 'OPEN',
  [CircuitState.Isolated]: 'OPEN',
};

function isClosed(outcome: unknown): boolean {
  return outcome instanceof SourceFailure && outcome.code === 'CLOSED';
}
