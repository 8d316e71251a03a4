/** Targets or machines of something. */
import type { ReactNode } from 'react';
import type { TargetRowFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Related } from './related.js';

export const TargetRow = graphql(`
  fragment TargetRow on Target {
    id
    displayName
    type
    licensed
    ... on KeygenMachine {
      hostname
      platform
    }
  }
`);

export function TargetRows({
  title,
  targets: { nodes, totalCount },
  all,
  more,
}: {
  readonly title: string;
  readonly targets: { readonly nodes: readonly TargetRowFragment[]; readonly totalCount: number };
  readonly all?: string;
  readonly more?: ReactNode;
}) {
  const areMachines = nodes.some(({ type }) => type === 'machine');
  return (
    <Related
      title={title}
      columns={areMachines ? ['Machine', 'Host', 'Platform'] : ['Target', 'Type', 'License']}
      rows={nodes.map((target) => ({
        key: target.id,
        cells: [
          <ObjectLink key="name" object={target} size="sm" />,
          ...('hostname' in target
            ? [target.hostname, target.platform]
            : [target.type, target.licensed ? 'licensed' : 'without a license']),
        ],
      }))}
      totalCount={totalCount}
      {...(all === undefined ? {} : { all })}
      more={more}
    />
  );
}
