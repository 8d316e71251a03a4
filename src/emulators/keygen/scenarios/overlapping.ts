/**
 * Five licenses whose `status` attribute and `status` filter disagree (facts 5, "A*"; index.feature:2550-2825). By
 * attribute they are, oldest last: ACTIVE, SUSPENDED, EXPIRED, EXPIRING, INACTIVE.
 */
import { DAY_MS } from '../rules.js';
import { createKeygenState, type KeygenState, type License } from '../state.js';
import { license, policy, product } from './rows.js';

const PRODUCT_ID = '3ab38aae-bbf7-4846-9c32-af9d94bf5ad4';
const POLICY_ID = '0b4b1a9a-e25a-4f14-a95e-d9dd378d6065';

/** The ids, numbered as the facts number them. */
export const OVERLAPPING_IDS = [1, 2, 3, 4, 5].map((number) => `00000000-0000-4000-8000-00000000000${number}`);

export function overlappingState(now: Date): KeygenState {
  const state = createKeygenState();
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  state.products.insert(product({ id: PRODUCT_ID, created: daysAgo(900), name: 'Overlap', code: 'overlap' }));
  state.policies.insert(
    policy({ id: POLICY_ID, created: daysAgo(900), name: 'Overlap', productId: PRODUCT_ID, floating: true }),
  );
  const rows: readonly (Partial<License> & Pick<License, 'created'>)[] = [
    { created: new Date(now.getTime() - 60_000), expiry: daysAgo(-30) },
    { created: daysAgo(91), expiry: daysAgo(-1) },
    { created: daysAgo(91), lastValidated: daysAgo(1), expiry: daysAgo(2) },
    { created: daysAgo(4), suspended: true, lastValidated: daysAgo(1) },
    { created: daysAgo(730), lastValidated: daysAgo(365) },
  ];
  OVERLAPPING_IDS.forEach((id, place) => {
    const row = rows[place];
    if (row === undefined) return;
    const key = `OVERLAP-${place + 1}`;
    state.licenses.insert(license({ id, key, productId: PRODUCT_ID, policyId: POLICY_ID, ...row }));
  });
  return state;
}
