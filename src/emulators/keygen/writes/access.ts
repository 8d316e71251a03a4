/** Who may write what: an administrator everything; a license by its own key only to itself, and less when protected. */
import { forbidden, isRefusal, type Refusal } from '../errors.js';
import { licenses } from '../kinds.js';
import { type Answer, type Call, type Route, seek } from '../routing.js';
import { policyOf } from '../rules.js';
import type { License } from '../state.js';

/**
 * `manage`: administrators alone. `use`: also the license itself, unless it is protected. `validate`: everybody who sees
 * the license, read-only tokens included, although it leaves a mark on it.
 */
export type Access = 'manage' | 'use' | 'validate';

/** A route whose `:id` is a license's id or key. */
export function onLicense(
  method: string,
  pattern: readonly string[],
  access: Access,
  handle: (license: License, call: Call) => Answer,
): Route {
  return {
    method,
    pattern,
    handle(call) {
      const license = seek(licenses, call);
      if (isRefusal(license)) return license;
      return refusedAccess(access, license, call) ?? handle(license, call);
    },
  };
}

/** `license` null: what is asked for hangs on none yet. */
export function refusedAccess(access: Access, license: License | null, { bearer, state }: Call): Refusal | null {
  if (access === 'validate') return null;
  if (bearer.kind === 'token' && bearer.token.role === 'admin') return null;
  if (access === 'use' && bearer.kind === 'license' && license?.id === bearer.license.id) {
    if (!(license.protected ?? policyOf(state, license).protected)) return null;
  }
  return forbidden('You do not have permission to complete the request');
}
