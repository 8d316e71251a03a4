/** How large variables may be, counted before they are held against their types: each part that does not fit is told with all of what it is in. */
import { operationTooComplex } from '../errors.js';

/** Every value counts, and every field's. A router asks for thousands of entities at once, and each is three. */
const MOST_VALUES = 100_000;
/** Of one object. No input type has a tenth of it; metadata may be anything. */
const MOST_FIELDS = 1_000;

/** Throws QUERY_TOO_COMPLEX. Goes by a list of what is left, not by calling itself: variables nest as deep as they please. */
export function checkVariables(variables: Readonly<Record<string, unknown>>): void {
  const left: unknown[] = [variables];
  let values = 0;
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    values += parts.length;
    if (values > MOST_VALUES)
      throw operationTooComplex(`the variables hold more than ${MOST_VALUES} values; send several operations`);
    if (!Array.isArray(value) && parts.length > MOST_FIELDS) {
      throw operationTooComplex(
        `the variables hold an object of ${parts.length} fields, and ${MOST_FIELDS} are the most; send several operations`,
      );
    }
    for (const part of parts) if (typeof part === 'object') left.push(part);
  }
}
