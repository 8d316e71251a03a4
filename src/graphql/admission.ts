/** What a request asks to run, looked at before any of it is validated or run: which document it means, and whether that may run. */
import type { Viewer } from '../auth/viewer.js';
import type { AskedOperation } from './context.js';
import type { OperationLimits } from './limits/options.js';
import type { GraphqlOptions } from './options.js';
import { createPersistedOperations } from './persisted-operations.js';

/** The text that runs: the persisted document's that is meant, or the request's own; null when there is none. Throws what it is refused with. */
export type Admit = (asked: AskedOperation, viewer: Viewer) => string | null;

export interface AdmissionRules {
  readonly options: Pick<GraphqlOptions, 'introspection' | 'persisted'>;
  readonly limits: OperationLimits;
}

export function createAdmission({ options }: AdmissionRules): Admit {
  const textOf = createPersistedOperations(options.persisted);
  return (asked) => textOf(asked);
}
