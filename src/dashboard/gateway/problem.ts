/** What can go wrong between this page and the gateway, each with what it means for the person who looks at the page. */

export type ProblemKind =
  /** No connection, or the gateway is not running. */
  | 'UNREACHABLE'
  /** No answer in time. */
  | 'TIMEOUT'
  /** The key is not known, or not any more. */
  | 'UNAUTHENTICATED'
  /** The key may not do this. */
  | 'FORBIDDEN'
  /** Too much was asked; again after a while. */
  | 'BUSY'
  /** What was asked cannot be answered as it was asked. */
  | 'REJECTED'
  /** The gateway has a fault. */
  | 'FAULT';

export interface Problem {
  readonly kind: ProblemKind;
  /** For a person: what is wrong and what to do. */
  readonly message: string;
  /** The code of the gateway's own answer, when it gave one. */
  readonly code?: string;
}

/** Thrown by everything that asks the gateway. */
export class GatewayProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'GatewayProblem';
    this.problem = problem;
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof GatewayProblem) return error.problem;
  return { kind: 'FAULT', message: 'This page has a fault. Reload it; if that does not help, tell whoever runs it.' };
}

/** It is the gateway as a whole that does not answer, not this question that is wrong; asked again, it may. */
export function isAway({ kind }: Problem): boolean {
  return kind === 'UNREACHABLE' || kind === 'BUSY';
}

/** An error of a GraphQL answer, by the code it carries. */
export function graphqlProblem(code: string | undefined, message: string): Problem {
  const known = code === undefined ? undefined : KINDS[code];
  const kind = known ?? 'REJECTED';
  return { kind, message: `${TEXTS[kind] ?? 'The gateway refused this:'} ${sentence(message)}`, ...codeOf(code) };
}

/** An answer without GraphQL in it. */
export function statusProblem(status: number, code?: string, message?: string): Problem {
  if (code !== undefined && message !== undefined) return graphqlProblem(code, message);
  if (status === 401) {
    return { kind: 'UNAUTHENTICATED', message: 'The gateway does not know this key. Check it and try again.' };
  }
  if (status === 403) return { kind: 'FORBIDDEN', message: 'This key may not do that.' };
  if (status === 429 || status === 503) {
    return { kind: 'BUSY', message: 'The gateway is busy. It is asked again in a moment.' };
  }
  return { kind: 'FAULT', message: `The gateway answered with status ${status}. Try again in a moment.` };
}

export const unreachable: Problem = {
  kind: 'UNREACHABLE',
  message: 'The gateway does not answer. It may be restarting; it is asked again and again.',
};

export const tooLate: Problem = {
  kind: 'TIMEOUT',
  message: 'The gateway took too long to answer. It is asked again; a slow source may be the reason.',
};

const KINDS: Readonly<Record<string, ProblemKind>> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  RATE_LIMITED: 'BUSY',
  OVERLOADED: 'BUSY',
  STORE_UNAVAILABLE: 'BUSY',
  AUTH_UNAVAILABLE: 'BUSY',
  TIMEOUT: 'TIMEOUT',
  INTERNAL_SERVER_ERROR: 'FAULT',
};

const TEXTS: Partial<Readonly<Record<ProblemKind, string>>> = {
  UNAUTHENTICATED: 'The gateway does not take this key:',
  FORBIDDEN: 'This key may not do that:',
  BUSY: 'The gateway cannot answer right now:',
  TIMEOUT: 'It took too long:',
  FAULT: 'The gateway has a fault:',
};

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function codeOf(code: string | undefined): { code?: string } {
  return code === undefined ? {} : { code };
}
