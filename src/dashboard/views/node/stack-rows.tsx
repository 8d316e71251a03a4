/** Stacks of something. */
import type { StackRowFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Bytes } from './origin.js';
import { Related } from './related.js';

export const StackRow = graphql(`
  fragment StackRow on Stack {
    id
    displayName
    type
    isActive
    isUnlimited
    quotaBytes
  }
`);

export function StackRows({
  stacks: { nodes, totalCount },
}: {
  readonly stacks: { readonly nodes: readonly StackRowFragment[]; readonly totalCount: number };
}) {
  return (
    <Related
      title="Stacks"
      columns={['Stack', 'Type', 'In use', 'Quota a day']}
      rows={nodes.map((stack) => ({
        key: stack.id,
        cells: [
          <ObjectLink key="name" object={stack} size="sm" />,
          stack.type,
          stack.isActive ? 'yes' : 'no, its group is not active',
          <Bytes
            key="quota"
            label={`Quota of ${stack.displayName} a day`}
            value={stack.quotaBytes}
            none={stack.isUnlimited ? 'no limit' : 'not known'}
          />,
        ],
      }))}
      totalCount={totalCount}
    />
  );
}
