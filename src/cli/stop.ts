/** Turns the signals of a process into one request to stop, and a second one into its end. */

/** What is needed of `process`. */
export interface Signalled {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): void;
}

/** Ctrl-C under npm arrives twice, from the terminal and from npm: signals this near to the first are the same one. */
const SAME_SIGNAL_MS = 500;

/** Resolves at the first SIGINT or SIGTERM. A later one ends the process at once, with the signal's exit code. */
export function stopRequest(from: Signalled, nowMs: () => number = Date.now): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | null = null;
    const stop = (signalNumber: number) => () => {
      if (askedAt !== null && nowMs() - askedAt > SAME_SIGNAL_MS) from.exit(128 + signalNumber);
      askedAt ??= nowMs();
      resolve();
    };
    from.on('SIGINT', stop(2));
    from.on('SIGTERM', stop(15));
  });
}
