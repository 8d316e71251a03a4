/** What every resolver gets: who asks, when, and the one way to read. Made anew for each operation. */
import type { Viewer } from '../auth/viewer.js';
import type { Message } from '../domain/entities.js';
import type { QuotaPolicy } from '../domain/evaluated.js';
import type { Reader } from './reader.js';

export interface GraphqlContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly now: Date;
  readonly policy: QuotaPolicy;
  /** At the revisions of when the operation began; a mutation puts in `readNow` when it has changed something. */
  reader: Reader;
  /** A reader at the revisions of this moment. */
  readNow(): Promise<Reader>;
  readonly commands: Commands;
}

/** What a mutation can have done; everything is checked by then. */
export interface Commands {
  /** Notes who has seen a message; null when it is not there any more. */
  acknowledge(source: string, messageId: string, by: string): Promise<Message | null>;
}
