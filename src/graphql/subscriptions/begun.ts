/** A subscription that has passed every check, between who checked it and who tells its events. */
import type { DocumentNode } from 'graphql';
import type { Change } from '../../sync/changes.js';

/** Where it is handed over: what runs an operation works on a copy of its context. */
export interface Subscribing {
  /** Of one event. */
  cost: number;
  /** Null: it is no subscription, or has not passed. */
  begun: Begun | null;
}

export interface Begun {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What its events are told by; it listens when it is asked for one. */
  readonly source: AsyncIterable<Change>;
}
