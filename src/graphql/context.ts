/** What every resolver gets: who asks, when, and the one way to read. Made anew for each operation. */
import type { Viewer } from '../auth/viewer.js';
import type { Reader } from './reader.js';

export interface GraphqlContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly now: Date;
  readonly reader: Reader;
}
