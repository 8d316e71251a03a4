/** Which peers a warning or two keep from having their searches blocked. Pure. */
import type { QuotaPartsFragment } from '../../generated/graphql.js';

const CLOSE = 2n;

export function isCloseToBlocked({
  enforcement,
  used,
  remaining,
  subject,
}: Pick<QuotaPartsFragment, 'enforcement' | 'used' | 'remaining'> & {
  readonly subject: { readonly __typename: string };
}) {
  if (subject.__typename !== 'Peer' || enforcement !== 'HARD' || used == null || remaining == null) return false;
  // A peer without a warning is not close to anything, however few it may have.
  return BigInt(used) > 0n && BigInt(remaining) <= CLOSE;
}
