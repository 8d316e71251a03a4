/** States of objects that have no word of their own in the schema, as badges. */
import type { AuditOutcome } from '../../generated/graphql.js';
import { words } from '../../parts/format.js';
import { StateBadge } from '../../parts/state.js';

export function ActiveBadge({ isActive }: { readonly isActive: boolean }) {
  return <StateBadge color={isActive ? 'good' : 'plain'} label={isActive ? 'Active' : 'Not active'} />;
}

export function LicensedBadge({ isLicensed }: { readonly isLicensed: boolean }) {
  return <StateBadge color={isLicensed ? 'good' : 'plain'} label={isLicensed ? 'Licensed' : 'Not licensed'} />;
}

/** Null: nobody can tell. */
export function SearchBadge({ isBlocked }: { readonly isBlocked: boolean | null }) {
  if (isBlocked === null) return <StateBadge color="plain" label="Searches: not known" />;
  return <StateBadge color={isBlocked ? 'bad' : 'good'} label={isBlocked ? 'Searches blocked' : 'Searches work'} />;
}

const OUTCOMES = { APPLIED: 'good', REFUSED: 'warn', FAILED: 'bad', UNKNOWN: 'plain' } as const;

export function OutcomeBadge({ outcome }: { readonly outcome: AuditOutcome }) {
  return <StateBadge color={OUTCOMES[outcome]} label={words(outcome)} />;
}
