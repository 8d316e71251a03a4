/** Who holds a bearer at this moment. */
import type { Authenticate } from '../auth/authenticate.js';
import { BearerRefused } from '../auth/refusal.js';
import type { Viewer } from '../auth/viewer.js';

/** Null: nobody, or somebody who may do nothing here. UNKNOWN: that cannot be told now. */
export type Holder = Viewer | null | 'UNKNOWN';

export async function holderOf(authenticate: Authenticate, bearer: string | undefined): Promise<Holder> {
  try {
    return await authenticate(bearer);
  } catch (error) {
    if (!(error instanceof BearerRefused)) throw error;
    return error.reason === 'UNAVAILABLE' ? 'UNKNOWN' : null;
  }
}
