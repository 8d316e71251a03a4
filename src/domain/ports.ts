/** What the pure middle needs from the world, as values that can be replaced in a test. */

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Structured logging; the shape of pino's own methods. Never pass secrets, bodies or license payloads. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** What is measured: its kind, and what tells it from others of its kind. Every word is one of few, never an id or a text of a user's. */
export type Measured =
  | { readonly kind: 'sync'; readonly source: string }
  | { readonly kind: 'upstream'; readonly source: string; readonly method: string }
  | { readonly kind: 'store'; readonly collection: string; readonly operation: string }
  | { readonly kind: 'operation'; readonly type: string; readonly name: string };

export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/** Where what happens is counted and timed. Nothing of it ever fails or waits. */
export interface Telemetry {
  /**
   * Runs the work and notes how long it took and how it ended: `outcomeOf` its result (default `ok`), or the code of what it
   * throws. What is measured within it belongs to it.
   */
  measure<T>(what: Measured, work: () => Promise<T>, outcomeOf?: (result: T) => string): Promise<T>;
  breaker(source: string, state: BreakerState): void;
}

export const silentTelemetry: Telemetry = { measure: (_what, work) => work(), breaker() {} };
