/** Turns the signals of a process, and the loss of who watches it, into one request to stop, and a second signal into its end. */

/** What is needed of `process`. */
export interface Signalled {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): void;
  readonly stdout: Output;
  readonly stderr: Output;
}

interface Output {
  on(event: 'error', listener: () => void): unknown;
}

/** Ctrl-C under npm arrives twice, from the terminal and from npm: signals this near to the first are the same one. */
const SAME_SIGNAL_MS = 500;

/**
 * Resolves at the first SIGINT or SIGTERM, and when nothing can be written any more: a terminal that was closed, a reader
 * of the log that has gone. A later signal ends the process at once, with the signal's exit code.
 */
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
    for (const output of [from.stdout, from.stderr]) output.on('error', () => resolve());
  });
}
