/** A change that is refused is data, not an exception: each code has an answer here, or this does not compile. */

import type { MutationErrorCode } from './generated/graphql.js';
import { type FragmentType, graphql, unmask } from './generated/index.js';

const Refusal = graphql(`
  fragment Refusal on MutationError {
    code
    message
    path
  }
`);

export type NextStep = 'MEND_INPUT' | 'READ_AGAIN' | 'ASK_THE_VENDOR' | 'TRY_LATER' | 'LOOK_WHAT_HAPPENED';

export function refusalText(refusal: FragmentType<typeof Refusal>): string {
  const { code, message, path } = unmask(Refusal, refusal);
  const at = path === null ? '' : ` (at ${path.join('.')})`;
  return `${message}${at}: ${ADVICE[nextStep(code)]}`;
}

/** A code that a newer gateway has and this does not know ends at the last line, which fails to compile after the next codegen. */
export function nextStep(code: MutationErrorCode): NextStep {
  switch (code) {
    case 'INVALID_INPUT':
    case 'INVALID_QUOTA':
    case 'INVALID_LICENSE_FILE':
    case 'POOL_EXISTS':
    case 'MAX_POOL_EXISTS':
    case 'MACHINE_EXISTS':
    case 'FIXED_POOL':
    case 'UNSUPPORTED_BY_SOURCE':
      return 'MEND_INPUT';
    case 'CONFLICT':
    case 'SOURCE_NOT_FOUND':
    case 'GROUP_NOT_FOUND':
    case 'STACK_NOT_FOUND':
    case 'POOL_NOT_FOUND':
    case 'LICENSE_NOT_FOUND':
    case 'TARGET_NOT_FOUND':
    case 'POLICY_NOT_FOUND':
    case 'MESSAGE_NOT_FOUND':
      return 'READ_AGAIN';
    case 'LICENSE_ALREADY_USED':
    case 'LICENSE_EXPIRED':
    case 'LICENSE_SUSPENDED':
    case 'LAST_LICENSE_IN_ACTIVE_GROUP':
    case 'INSUFFICIENT_DATA_ALLOWANCE':
    case 'LIMIT_EXCEEDED':
    case 'USES_LIMIT_EXCEEDED':
    case 'MACHINE_LIMIT_EXCEEDED':
    case 'UPSTREAM_REJECTED':
      return 'ASK_THE_VENDOR';
    case 'UPSTREAM_UNAVAILABLE':
      return 'TRY_LATER';
    case 'OUTCOME_UNKNOWN':
      return 'LOOK_WHAT_HAPPENED';
    default:
      return code satisfies never;
  }
}

const ADVICE: Readonly<Record<NextStep, string>> = {
  MEND_INPUT: 'change what was given',
  READ_AGAIN: 'read again what there is',
  ASK_THE_VENDOR: 'the vendor’s license does not allow it',
  TRY_LATER: 'nothing was changed; try later',
  LOOK_WHAT_HAPPENED: 'look what became of it before trying again',
};
