/** Places for WebSockets that have not shown in connection_init whose they are: anybody at all can have one made. */
import type { Authenticate } from '../../auth/authenticate.js';
import { bearerOf } from '../authentication.js';
import { createPlaces } from '../places.js';

/** Of those whose upgrade brought no good key: few, and for a few seconds only, since whoever likes can fill them. */
export const mostStrangers = 100;

export interface WaitingRoom {
  /** Takes a place and answers how to give it back; null when all are taken. */
  enter(authorization: string | undefined): Promise<(() => void) | null>;
}

export interface WaitingRoomDeps {
  readonly authenticate: Authenticate;
  /** Places of each caller whose upgrade brought a good key, so that strangers cannot keep them out. */
  readonly perHolder: number;
}

export function createWaitingRoom({ authenticate, perHolder }: WaitingRoomDeps): WaitingRoom {
  const strangers = createPlaces(mostStrangers);
  const holders = createPlaces(perHolder);
  return {
    async enter(authorization) {
      // What is wrong with a key is told when connection_init asks about it once more.
      const viewer = await authenticate(bearerOf(authorization)).catch(() => null);
      return viewer === null ? strangers.take('') : holders.take(viewer.name);
    },
  };
}
