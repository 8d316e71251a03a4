/** Why a bearer that was looked at does not let its holder in, where there is more to say than that nobody holds it. */

/** Thrown by whoever authenticates. The message is for the caller: what is wrong and what to do, and nothing of the inside. */
export class BearerRefused extends Error {
  readonly reason: BearerProblem;
  /** When it makes sense to try again with the same bearer; undefined: never. */
  readonly retryAfterSeconds: number | undefined;

  constructor(reason: BearerProblem, message: string, retryAfterSeconds?: number) {
    super(message);
    this.name = 'BearerRefused';
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * `INVALID`: not a token that counts here, or not any more. `NO_ROLE`: good, but its holder may do nothing here.
 * `UNAVAILABLE`: it cannot be checked now, since the identity provider's keys cannot be had.
 */
export type BearerProblem = 'INVALID' | 'NO_ROLE' | 'UNAVAILABLE';
