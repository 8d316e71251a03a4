/** How long the server waits for its clients: enough for any real one, too short to hold it with slow or silent ones. */

export interface Waits {
  /** From the first byte of a connection, or of its next request, to the end of the headers. */
  readonly headersMs: number;
  /** The same to the end of the body. */
  readonly requestMs: number;
  /** For the next request of a kept-alive connection. */
  readonly idleMs: number;
  /** How often the first two are looked at. */
  readonly checkEveryMs: number;
  /** For a WebSocket's connection_init, which brings its key. */
  readonly initMs: number;
  /** For the other side to close a WebSocket in turn. */
  readonly closeMs: number;
  /** How often a WebSocket must show that it lives, and that its key still holds. */
  readonly keepAliveMs: number;
}

export const defaultWaits: Waits = {
  headersMs: 15_000,
  requestMs: 60_000,
  // Longer than the 60 s of common load balancers: the one who reuses a connection should be the first to let go of it.
  idleMs: 72_000,
  checkEveryMs: 5_000,
  initMs: 5_000,
  closeMs: 2_000,
  keepAliveMs: 20_000,
};
