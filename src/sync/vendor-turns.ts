/** Lets those who have a vendor do something take turns, over all gateways on a store. */
import { NotBegunError, type SourceCommands } from '../domain/commands.js';
import type { Clock } from '../domain/ports.js';
import { createTurns } from '../domain/turns.js';
import { type Leases, LeaseTakenError } from './leases.js';

/** How long a change may wait for those before it. */
const LONGEST_QUEUE_MS = 20_000;
/** How long a gateway that is gone keeps the others from changing things. */
const LEASE_MS = 5_000;

export interface VendorTurns {
  /** Rejects with NotBegunError when the gateway is stopping, or when the things before took too long. */
  perform<T>(job: (commands: SourceCommands, signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createVendorTurns({
  source,
  leases,
  clock,
  stopping,
}: {
  readonly source: { readonly name: string; readonly commands: SourceCommands };
  readonly leases: Leases;
  readonly clock: Clock;
  readonly stopping: AbortSignal;
}): VendorTurns {
  const inTurn = createTurns();
  return {
    perform(job) {
      const asked = clock.now().getTime();
      return inTurn(async () => {
        if (stopping.aborted) throw new NotBegunError('the gateway is stopping');
        // Whoever asked has most likely gone, and would not know of what is done now.
        const waited = clock.now().getTime() - asked;
        if (waited > LONGEST_QUEUE_MS) throw new NotBegunError(`earlier changes of this source took ${waited} ms`);
        try {
          const options = { timeMs: LEASE_MS, waitMs: LONGEST_QUEUE_MS - waited };
          // Not aborted when the gateway stops: a write cut off is one whose outcome nobody knows.
          return await leases.during(`perform:${source.name}`, options, () =>
            job(source.commands, new AbortController().signal),
          );
        } catch (error) {
          if (!(error instanceof LeaseTakenError)) throw error;
          throw new NotBegunError(`changes by another gateway took ${clock.now().getTime() - asked} ms`);
        }
      });
    },
    idle: () => inTurn(async () => {}),
  };
}
