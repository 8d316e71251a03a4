/** The status of a license, with what the vendor reports, what follows from its data, and where the two do not agree behind it. */
import type { LicensePartsFragment } from '../generated/graphql.js';
import { Figure } from './figure.js';
import { words } from './format.js';
import { Moment } from './moment.js';
import { LicenseStatusBadge } from './state.js';

export function LicenseStatusFigure({ license }: { readonly license: LicensePartsFragment }) {
  const { source, observedAt, reportedStatus, derivedStatus, conflicts, expiresAt } = license;
  return (
    <Figure
      label={`Status of ${license.displayName}`}
      provenance={{
        source,
        observedAt,
        stale: source.stale,
        facts: [
          ['The vendor reports', reportedStatus ?? 'nothing'],
          ['Derived from its data', words(derivedStatus)],
          ['Expires', expiresAt == null ? 'never, or not known' : <Moment key="at" at={expiresAt} />],
          ['Counts', 'the worse of the two'],
        ],
        reasons: conflicts.map((conflict) => CONFLICTS[conflict] ?? words(conflict)),
      }}
    >
      <LicenseStatusBadge status={license.status} />
    </Figure>
  );
}

const CONFLICTS: Readonly<Record<string, string>> = {
  STATE_EXPIRY_MISMATCH: "Its expiry does not fit the vendor's word: one of them says that it has expired.",
  STATE_POOL_MISMATCH: "The use of its limits does not fit the vendor's word: one of them says that it is over.",
  REPORTED_WORSE: 'The vendor reports worse than anything that can be read of it explains.',
};
