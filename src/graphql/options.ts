/** How the API is shown, as the configuration states it. */
import type { Role } from '../auth/roles.js';

export interface GraphqlOptions {
  /** The least role that may look at the schema. */
  readonly introspection: Role | 'NOBODY';
  /** Whether the GraphiQL page is served. */
  readonly graphiql: boolean;
  /** Operations that are known beforehand; null: none are. */
  readonly persisted: PersistedOperations | null;
}

export interface PersistedOperations {
  /** Id → document. */
  readonly documents: ReadonlyMap<string, string>;
  /** Whether nothing else runs. */
  readonly only: boolean;
}
