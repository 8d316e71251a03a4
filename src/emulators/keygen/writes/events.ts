/** Which event comes of which write (facts 3, "Webhooks"), told with the resource as the write leaves it, or as it was before it went. */
import { isRefusal } from '../errors.js';
import { type Kind, licenses, machines } from '../kinds.js';
import { type Answer, type Call, ID, type Route, seek } from '../routing.js';
import type { Row } from '../table.js';

type Told = string | ((answer: object) => string);

const verdict: Told = (document) => {
  const { meta } = document as { readonly meta: { readonly valid: boolean } };
  return meta.valid ? 'license.validation.succeeded' : 'license.validation.failed';
};

/** A quick validation (GET) tells nothing. */
const EVENTS: Readonly<Record<string, Told>> = {
  'POST licenses': 'license.created',
  [`PATCH licenses/${ID}`]: 'license.updated',
  [`DELETE licenses/${ID}`]: 'license.deleted',
  // Revoking deletes, and yet this is all that is told of it.
  [`DELETE licenses/${ID}/actions/revoke`]: 'license.revoked',
  [`POST licenses/${ID}/actions/suspend`]: 'license.suspended',
  [`POST licenses/${ID}/actions/reinstate`]: 'license.reinstated',
  [`POST licenses/${ID}/actions/renew`]: 'license.renewed',
  [`POST licenses/${ID}/actions/check-in`]: 'license.checked-in',
  [`POST licenses/${ID}/actions/increment-usage`]: 'license.usage.incremented',
  [`POST licenses/${ID}/actions/decrement-usage`]: 'license.usage.decremented',
  [`POST licenses/${ID}/actions/reset-usage`]: 'license.usage.reset',
  [`POST licenses/${ID}/actions/validate`]: verdict,
  'POST licenses/actions/validate-key': verdict,
  'POST machines': 'machine.created',
  [`DELETE machines/${ID}`]: 'machine.deleted',
};

/** The route, which also tells its event once its write has been taken. */
export function telling(route: Route): Route {
  const told = EVENTS[`${route.method} ${route.pattern.join('/')}`];
  if (told === undefined) return route;
  return {
    ...route,
    handle(call) {
      const gone = route.method === 'DELETE' ? beforeItGoes(route, call) : null;
      const answer = route.handle(call);
      const document = documentOf(answer) ?? gone;
      if (!isRefusal(answer) && document !== null)
        call.emit(typeof told === 'string' ? told : told(document), document);
      return answer;
    },
  };
}

function beforeItGoes({ pattern }: Route, call: Call): object | null {
  return pattern[0] === 'machines' ? shownNow(machines, call) : shownNow(licenses, call);
}

function shownNow<T extends Row>(kind: Kind<T>, call: Call): object | null {
  const row = seek(kind, call);
  return isRefusal(row) ? null : { data: kind.show(row, call) };
}

/** Null for a license that was not found: a verdict on nothing is told to nobody. */
function documentOf(answer: Answer): object | null {
  if (isRefusal(answer) || answer.document === null) return null;
  return (answer.document as { readonly data?: unknown }).data == null ? null : answer.document;
}
