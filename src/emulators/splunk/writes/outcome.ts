/** How a write ends: done, with what the answer shows of it, or refused with nothing changed. */

export interface Refused {
  readonly refused: { readonly status: 400 | 404 | 409; readonly text: string };
}

export interface Done {
  /** The name of the entity the answer holds; null = an answer without entries. */
  readonly shown: string | null;
}

export type Outcome = Done | Refused;

export const DONE: Done = { shown: null };

/** The documentation gives 400 and 409 alike for what cannot be done, "see body"; here 409 is for a name that is taken. */
export function refused(text: string, status: 400 | 409 = 400): Refused {
  return { refused: { status, text } };
}

export function notFound(name: string): Refused {
  return { refused: { status: 404, text: `Could not find object id=${name}` } };
}
