/** What is done to a license by name: suspending, renewing, checking in, counting its uses (facts 1.2 - 1.4). */
import { addDuration } from '../duration.js';
import { badPointer, isRefusal, type Refusal, unprocessable } from '../errors.js';
import { licenses } from '../kinds.js';
import { type Answer, type Call, ID, type Route, shown } from '../routing.js';
import { effectiveLimits, isExpired, policyOf } from '../rules.js';
import type { License } from '../state.js';
import { type Access, onLicense } from './access.js';
import { invalidNumber } from './attributes.js';
import { int32, readBody, shape } from './body.js';
import { saveLicense, startedExpiry } from './rows.js';

export const licenseActions: readonly Route[] = [
  action('suspend', 'manage', suspend),
  action('reinstate', 'manage', reinstate),
  action('renew', 'manage', renew),
  action('check-in', 'use', checkIn),
  action('increment-usage', 'use', increment),
  action('decrement-usage', 'manage', decrement),
  action('reset-usage', 'manage', (license, call) => saved(call, license, { uses: 0 })),
];

const MAX_INT32 = 2_147_483_647;

function action(name: string, access: Access, handle: (license: License, call: Call) => Answer): Route {
  return onLicense('POST', ['licenses', ID, 'actions', name], access, handle);
}

function suspend(license: License, call: Call): Answer {
  if (license.suspended) return unprocessable('/data/attributes/suspended', 'is already suspended');
  return saved(call, license, { suspended: true });
}

function reinstate(license: License, call: Call): Answer {
  if (!license.suspended) return unprocessable('/data/attributes/suspended', 'is not suspended');
  return saved(call, license, { suspended: false });
}

function renew(license: License, call: Call): Answer {
  const { duration, renewalBasis } = policyOf(call.state, license);
  const { expiry } = license;
  if (duration === null || expiry === null) {
    return unprocessable('/data/attributes/expiry', 'cannot be renewed because it does not expire');
  }
  const fromNow =
    renewalBasis === 'FROM_NOW' || (renewalBasis === 'FROM_NOW_IF_EXPIRED' && isExpired(license, call.now));
  return saved(call, license, { expiry: addDuration(fromNow ? call.now : expiry, duration) });
}

function checkIn(license: License, call: Call): Answer {
  if (!policyOf(call.state, license).requireCheckIn) {
    return unprocessable('/data', 'cannot be checked in because the policy does not require it');
  }
  return saved(call, license, { lastCheckIn: call.now });
}

function increment(license: License, call: Call): Answer {
  const read = readBody(call.body, INCREMENT);
  if (isRefusal(read)) return read;
  const by = read.value.meta?.increment ?? 1;
  const refusedOrUses = usesAfter(license, by, '/meta/increment', call);
  if (typeof refusedOrUses !== 'number') return refusedOrUses;
  return saved(call, license, { uses: refusedOrUses, ...startedExpiry(call, license, 'FROM_FIRST_USE') });
}

function decrement(license: License, call: Call): Answer {
  const read = readBody(call.body, DECREMENT);
  if (isRefusal(read)) return read;
  const by = read.value.meta?.decrement ?? 1;
  const refusedOrUses = usesAfter(license, -by, '/meta/decrement', call);
  return typeof refusedOrUses === 'number' ? saved(call, license, { uses: refusedOrUses }) : refusedOrUses;
}

const INCREMENT = shape({}, { meta: shape({}, { increment: int32 }) });
const DECREMENT = shape({}, { meta: shape({}, { decrement: int32 }) });

/** Uses know no overage, whatever the policy's strategy. */
function usesAfter(license: License, change: number, pointer: string, { state }: Call): number | Refusal {
  const uses = (license.uses ?? 0) + change;
  const { maxUses } = effectiveLimits(license, policyOf(state, license));
  if (uses > MAX_INT32) return badPointer(pointer, 'integer is too large');
  if (uses < 0) return invalidNumber('uses', 'must be greater than or equal to 0');
  if (maxUses === null || uses <= maxUses) return uses;
  const detail = `usage exceeds maximum allowed by current policy (${maxUses})`;
  return unprocessable('/data/attributes/uses', detail, 'USES_LIMIT_EXCEEDED');
}

function saved(call: Call, license: License, changes: Parameters<typeof saveLicense>[2]): Answer {
  return shown(licenses, saveLicense(call, license, changes), call);
}
