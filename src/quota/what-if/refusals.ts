/** How a change that cannot be is refused: with a code, a sentence and the place in the input. Pure. */
import type { MutationErrorCode } from '../../domain/mutation-error.js';
import { sharesStack, type WhatIfFacts } from './scenario.js';

export type Refuse = (code: MutationErrorCode, message: string, ...path: readonly (string | number)[]) => void;

/** Of what the source does not hold: not there, or nothing that a source of this kind could hold. */
export function refuseUnknown(
  facts: WhatIfFacts,
  what: 'pool' | 'stack',
  refuse: Refuse,
  ...path: readonly (string | number)[]
): void {
  if (isForeign(facts, what)) refuse('UNSUPPORTED_BY_SOURCE', `sources of this kind have no ${what}s`, ...path);
  else refuse(what === 'pool' ? 'POOL_NOT_FOUND' : 'STACK_NOT_FOUND', `the source has no ${what} of this id`, ...path);
}

/** Told by what the source holds: of one that holds nothing yet it cannot be told. */
function isForeign({ licenses, groups, stacks, pools }: WhatIfFacts, what: 'pool' | 'stack'): boolean {
  const holdsNothing = [licenses, groups, stacks, pools].every((list) => list.length === 0);
  if (holdsNothing || stacks.length > 0) return false;
  return what === 'pool' ? pools.length === 0 : !pools.some(sharesStack);
}
