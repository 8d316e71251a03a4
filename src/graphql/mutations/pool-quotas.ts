/** The quotas that an edit of a pool is about: the pool's, its stack's, those of the stack's other pools; as they are, or would be. */
import type { Quota } from '../../domain/evaluated.js';
import type { MutationError } from '../../domain/mutation-error.js';
import { MOST_PROJECTIONS, type WhatIfChanges, whatIf } from '../../quota/what-if.js';
import type { Doc } from '../../store/repo.js';
import type { GraphqlContext } from '../context.js';
import type { Reader } from '../reader.js';
import type { SourceView } from '../source-view.js';
import { factsOf } from '../what-if-facts.js';

type PoolChanges = Pick<WhatIfChanges, 'pools'> | Pick<WhatIfChanges, 'newPools'>;

/** A pool, there or not yet, and where it stands. */
export interface PoolPlace {
  readonly source: string;
  readonly poolId: string;
  readonly stackId: string | null;
}

const NOTHING: WhatIfChanges = { at: null, pools: [], newPools: [], addLicenses: [], removeLicenseIds: [] };

/** Nothing is sent. The errors' paths are those of the mutation's input. */
export async function quotasThen(
  { reader, policy, now }: GraphqlContext,
  about: PoolPlace,
  changes: PoolChanges,
): Promise<{ readonly quotas: Quota[]; readonly errors: readonly MutationError[] }> {
  const source = reader.source(about.source) as SourceView;
  const { quotas, errors } = whatIf(await factsOf(reader, source), { ...NOTHING, ...changes }, policy, now);
  const ids = await subjectsOf(reader, about);
  return {
    quotas: ownFirst(
      quotas.filter(({ subjectId }) => ids.has(subjectId)),
      about,
    ),
    // `pools, 0, quota` is the list of the what-if; here there is only the one.
    errors: errors.map((error) => ({ ...error, path: error.path?.slice(2) ?? null })),
  };
}

export async function quotasNow(reader: Reader, about: PoolPlace): Promise<Quota[]> {
  const ids = await subjectsOf(reader, about);
  const docs = await reader.page('Quota', {
    where: { subjectId: { in: [...ids] } },
    sources: [about.source],
    order: { field: 'id', direction: 'ASC' },
    limit: MOST_PROJECTIONS,
  });
  return ownFirst(docs as readonly (Doc & Quota)[], about);
}

async function subjectsOf(reader: Reader, { source, poolId, stackId }: PoolPlace): Promise<ReadonlySet<string>> {
  if (stackId === null) return new Set([poolId]);
  const pools = await reader.page('Pool', {
    where: { stackId },
    sources: [source],
    order: { field: 'id', direction: 'ASC' },
    limit: MOST_PROJECTIONS,
    fields: ['id'],
  });
  return new Set([poolId, stackId, ...pools.map(({ id }) => String(id))]);
}

function ownFirst(quotas: readonly Quota[], { poolId, stackId }: PoolPlace): Quota[] {
  const rank = ({ subjectId }: Quota) => (subjectId === poolId ? 0 : subjectId === stackId ? 1 : 2);
  return [...quotas].sort((a, b) => rank(a) - rank(b));
}
