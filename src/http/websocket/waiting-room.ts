/** Places for WebSockets that have not shown in connection_init whose they are: anybody at all can have one made. */
import type { Authenticate } from '../../auth/authenticate.js';
import { bearerOf } from '../authentication.js';
import { createPlaces } from '../places.js';

/**
 * Of those whose upgrade brought no good key. Whoever likes can fill them, so the newest gets in and the oldest goes: a
 * client that means it has told its key within a moment.
 */
export const mostStrangers = 100;

export interface WaitingRoom {
  /** Takes a place and answers how to give it back; null when all of its holder are taken. `end` is called for whoever has to go. */
  enter(authorization: string | undefined, end: () => void): Promise<(() => void) | null>;
}

export interface WaitingRoomDeps {
  readonly authenticate: Authenticate;
  /** Places of each caller whose upgrade brought a good key, so that strangers cannot keep them out. */
  readonly perHolder: number;
}

export function createWaitingRoom({ authenticate, perHolder }: WaitingRoomDeps): WaitingRoom {
  /** How each is ended, the oldest first. */
  const strangers = new Set<() => void>();
  const holders = createPlaces(perHolder);
  return {
    async enter(authorization, end) {
      // What is wrong with a key is told when connection_init asks about it once more.
      const viewer = await Promise.resolve(authenticate(bearerOf(authorization))).catch(() => null);
      return viewer === null ? asStranger(end) : holders.take(viewer.name);
    },
  };

  function asStranger(end: () => void): () => void {
    const [oldest] = strangers;
    if (strangers.size >= mostStrangers && oldest !== undefined) {
      strangers.delete(oldest);
      oldest();
    }
    strangers.add(end);
    return () => strangers.delete(end);
  }
}
