/** Pools of something, each with its use. */
import type { PoolRowFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatBytes, formatCount } from '../../parts/format.js';
import { ObjectLink } from '../../parts/object-link.js';
import { QuotaFigure } from '../../parts/quota.js';
import { QuotaStateBadge } from '../../parts/state.js';
import { Told } from './origin.js';
import { Related } from './related.js';
import { worstFirst } from './sentences.js';

export const PoolRow = graphql(`
  fragment PoolRow on Pool {
    id
    displayName
    unit
    limit
    used
    source {
      kind
    }
    quotas {
      ...QuotaParts
    }
  }
`);

export function PoolRows({
  pools: { nodes, totalCount },
  title = 'Pools',
  all,
  none,
}: {
  readonly pools: { readonly nodes: readonly PoolRowFragment[]; readonly totalCount: number };
  readonly title?: string;
  readonly all?: string;
  readonly none?: string;
}) {
  return (
    <Related
      title={title}
      columns={['Pool', 'Used', 'State']}
      rows={nodes.map((pool) => {
        const quota = worstFirst(pool.quotas).find(({ dimension }) => dimension !== 'WARNINGS');
        return {
          key: pool.id,
          cells: [
            <ObjectLink key="name" object={pool} size="sm" />,
            quota === undefined ? (
              <Used key="used" pool={pool} />
            ) : (
              <QuotaFigure key="used" quota={quota} label={pool.displayName} />
            ),
            quota === undefined ? null : <QuotaStateBadge key="state" state={quota.state} />,
          ],
        };
      })}
      totalCount={totalCount}
      {...(all === undefined ? {} : { all })}
      {...(none === undefined ? {} : { none })}
    />
  );
}

/** Of a pool that is not held to anything. */
function Used({ pool: { displayName, unit, used, source } }: { readonly pool: PoolRowFragment }) {
  if (used == null) return <>not known</>;
  return (
    <Told label={`Used of ${displayName}`} exact={formatCount(used)}>
      {unit === 'BYTES' ? formatBytes(used, source.kind) : formatCount(used)}
    </Told>
  );
}
