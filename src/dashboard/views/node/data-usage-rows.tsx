/** Locations whose data counts against something. */
import type { DataUsageRowFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Bytes } from './origin.js';
import { Related } from './related.js';

export const DataUsageRow = graphql(`
  fragment DataUsageRow on DataUsage {
    id
    displayName
    type
    bytes
  }
`);

export function DataUsageRows({
  dataUsages: { nodes, totalCount },
  all,
}: {
  readonly dataUsages: { readonly nodes: readonly DataUsageRowFragment[]; readonly totalCount: number };
  readonly all: string;
}) {
  return (
    <Related
      title="Data that counts against it"
      columns={['Location', 'Type', 'Largest scanned']}
      rows={nodes.map((usage) => ({
        key: usage.id,
        cells: [
          <ObjectLink key="name" object={usage} size="sm" />,
          usage.type,
          <Bytes key="bytes" label={`Largest scanned at ${usage.displayName}`} value={usage.bytes} />,
        ],
      }))}
      totalCount={totalCount}
      all={all}
    />
  );
}
