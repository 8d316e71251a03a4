/** What one caller may spend in a minute, of cost and of changes, whatever the operations are that it is spent on. */
import type { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { askAgainLater } from '../errors.js';
import type { OperationLimits } from './options.js';

const MINUTE_S = 60;
/** Of a document, about what it takes to validate it: the slowest of them are refused for a mistake at their end. */
const COST_PER_TOKEN = 50;
/** A minute holds as many deposits at least, however small it is. */
const DEPOSITS_A_MINUTE = 200;

/** Both take from a caller's minute, or reject with RATE_LIMITED and take nothing when it does not hold that much any more. */
export interface CallerRates {
  /** Takes for a document of so many tokens, which is all that is paid when it is refused; answers how to pay for its operation. */
  deposit(caller: string, tokens: number): Promise<Pay>;
  /** Takes what is paid for without a deposit. */
  spend(caller: string, spending: Spending): Promise<void>;
  /** Of what was spent and came to nothing. */
  giveBack(caller: string, spending: Spending): Promise<void>;
}

/** Takes this, and gives the deposit back where there was one. */
export type Pay = (spending: Spending) => Promise<void>;

export interface Spending {
  /** At least 1 is taken: no operation is free. */
  readonly cost: number;
  readonly changes: number;
}

/** Each gateway process counts for itself. A caller's minute begins with what it asks first. */
export function createCallerRates({
  costPerMinute,
  changesPerMinute,
}: Pick<OperationLimits, 'costPerMinute' | 'changesPerMinute'>): CallerRates {
  const costs = createPurse(costPerMinute, 'of cost');
  const changesMade = createPurse(changesPerMinute, 'mutations');
  const largestDeposit = Math.max(1, Math.floor(costPerMinute / DEPOSITS_A_MINUTE));

  async function spend(caller: string, spending: Spending): Promise<void> {
    const cost = Math.max(spending.cost, 1);
    await costs.take(caller, cost);
    try {
      await changesMade.take(caller, spending.changes);
    } catch (refused) {
      await costs.giveBack(caller, cost);
      throw refused;
    }
  }

  return {
    async deposit(caller, tokens) {
      const deposit = Math.min(COST_PER_TOKEN * tokens, largestDeposit);
      await costs.take(caller, deposit);
      return async (spending) => {
        await costs.giveBack(caller, deposit);
        await spend(caller, spending);
      };
    },
    spend,
    async giveBack(caller, { cost, changes }) {
      await costs.giveBack(caller, Math.max(cost, 1));
      await changesMade.giveBack(caller, changes);
    },
  };
}

function createPurse(points: number, unit: string) {
  const limiter = new RateLimiterMemory({ points, duration: MINUTE_S });
  async function giveBack(caller: string, amount: number): Promise<void> {
    if (amount > 0) await limiter.reward(caller, amount);
  }
  return {
    giveBack,
    async take(caller: string, amount: number): Promise<void> {
      if (amount === 0) return;
      try {
        await limiter.consume(caller, amount);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        // What does not run is not paid for: else one large operation would shut out the small ones that still fit.
        await giveBack(caller, amount);
        throw rateLimited(`${points} ${unit} a minute`, refused.msBeforeNext);
      }
    },
  };
}

function rateLimited(allowance: string, waitMs: number): GraphQLError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return askAgainLater(
    `this caller has ${allowance}, and this operation takes more than is left; ask again in ${seconds} s`,
    { code: 'RATE_LIMITED', status: 429, seconds },
  );
}
