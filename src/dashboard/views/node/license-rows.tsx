/** Licenses of something, with their status and expiry. */
import type { LicensePartsFragment } from '../../generated/graphql.js';
import { LicenseStatusFigure } from '../../parts/license-status.js';
import { Moment } from '../../parts/moment.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Related } from './related.js';

export function LicenseRows({
  licenses: { nodes, totalCount },
  all,
}: {
  readonly licenses: { readonly nodes: readonly LicensePartsFragment[]; readonly totalCount: number };
  readonly all: string;
}) {
  return (
    <Related
      title="Licenses"
      columns={['License', 'Status', 'Expires']}
      rows={nodes.map((license) => ({
        key: license.id,
        cells: [
          <ObjectLink key="name" object={license} size="sm" />,
          <LicenseStatusFigure key="status" license={license} />,
          license.expiresAt == null ? 'never' : <Moment key="at" at={license.expiresAt} />,
        ],
      }))}
      totalCount={totalCount}
      all={all}
    />
  );
}
