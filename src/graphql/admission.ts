/** What a request asks to run, looked at before any of it is validated or run: which document it means, and whether that may run. */
import type { Viewer } from '../auth/viewer.js';
import type { AskedOperation } from './context.js';
import { checkIntrospection } from './introspection.js';
import { limitedDocument } from './limits/limited-document.js';
import type { OperationLimits } from './limits/options.js';
import type { GraphqlOptions } from './options.js';
import type { TextOf } from './persisted-operations.js';

/**
 * The text that runs: the persisted document's that is meant, or the request's own; null when there is none. Throws what it
 * is refused with. `onRead` is told how many tokens were read, of what is refused too.
 */
export type Admit = (asked: AskedOperation, viewer: Viewer, onRead?: (tokens: number) => void) => string | null;

export interface AdmissionRules {
  readonly textOf: TextOf;
  readonly options: Pick<GraphqlOptions, 'introspection'>;
  readonly limits: OperationLimits;
}

export function createAdmission({ textOf, options, limits }: AdmissionRules): Admit {
  return (asked, viewer, onRead) =>
    textOf(asked, (text) => {
      const document = limitedDocument(text, limits, onRead);
      if (document === null) return false;
      checkIntrospection(document, viewer, options.introspection);
      return true;
    });
}
