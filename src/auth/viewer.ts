/** Who is asking: the one shape that authentication answers with and everything to the right of it decides by. */
import type { Role } from './roles.js';

export interface Viewer {
  /** The API key's name, as configured; of a token's holder `<name of the identity provider>:<name>`, which no key can have. */
  readonly name: string;
  readonly role: Role;
  /** Patterns of source names this viewer may see (`*` stands for any run of characters); null: all of them. */
  readonly sources: readonly string[] | null;
}
