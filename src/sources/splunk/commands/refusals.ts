/** From Splunk's refusals of a write to our codes: by what is so on the server, for the vendor documents no codes. */
import type { NotDone } from '../../../domain/commands.js';
import { SourceFailure } from '../../../domain/failure.js';
import type { MutationError, MutationErrorCode } from '../../../domain/mutation-error.js';
import type { HttpResponse } from '../../http-response.js';
import { failureOf, vendorText } from '../failures.js';

export interface Reason {
  readonly code: MutationErrorCode;
  readonly path: readonly string[] | null;
}

export interface Reasons {
  /** What a 404 of the write stands for. */
  readonly notFound?: Reason;
  /** Why the server may have refused with 400 or 409, which it uses alike: looks again. Null: nothing explains it. */
  readonly why?: () => Promise<Reason | null>;
}

export async function refusalOf(response: HttpResponse, { notFound, why }: Reasons): Promise<MutationError> {
  const { status } = response;
  const reason =
    status === 404 ? (notFound ?? null) : status === 400 || status === 409 ? await reasonOrNull(why) : null;
  return reason === null ? rejected(response) : { ...reason, message: shownText(response) };
}

/** `said`: the vendor's words as they may be shown. */
export function rejected(response: HttpResponse, said: string | null = vendorText(response)): MutationError {
  return { code: 'UPSTREAM_REJECTED', message: shownText(response, said), path: null };
}

export function shownText(response: HttpResponse, said: string | null = vendorText(response)): string {
  const failure = failureOf(response);
  // Redirects, and the Free license's refusal of every remote call, say little to who has not met them.
  if (failure.status === 'UNSUPPORTED' || (response.status >= 300 && response.status < 400)) return failure.message;
  return said ?? `the vendor refused it (${response.status}) and does not say why`;
}

export function refused(error: MutationError): NotDone {
  return { done: false, error, requestId: null };
}

export function poolNotFound(name: string): MutationError {
  return { code: 'POOL_NOT_FOUND', message: `the server has no pool ${quoted(name)}`, path: ['poolId'] };
}

export function fixedPool(stackName: string, field: string): MutationError {
  const message = `the pools of the stack ${quoted(stackName)} are fixed: Splunk lets nobody create, edit or delete them`;
  return { code: 'FIXED_POOL', message, path: [field] };
}

export function quoted(name: string): string {
  return JSON.stringify(name.length > 100 ? `${name.slice(0, 99)}…` : name);
}

async function reasonOrNull(why: Reasons['why']): Promise<Reason | null> {
  try {
    return (await why?.()) ?? null;
  } catch (error) {
    // It was refused, whether or not the reason can be read.
    if (error instanceof SourceFailure) return null;
    throw error;
  }
}
