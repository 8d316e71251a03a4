/** What a source of the demo is now: its quotas, what they are of, and what is part of what. Pure. */
import type { Peer, Pool, Stack } from '../../domain/entities.js';
import type { EvaluatedLicense, Quota } from '../../domain/evaluated.js';
import type { QuotaDimension } from '../../domain/vocabulary.js';

export interface Present {
  readonly quotas: readonly Quota[];
  readonly licenses: readonly DemoLicense[];
  readonly stacks: readonly Stack[];
  readonly pools: readonly Pool[];
  readonly peers: readonly Peer[];
}

/** With what those of Splunk have beside the rest. */
export type DemoLicense = EvaluatedLicense & {
  readonly stackId?: string | null;
  readonly quotaBytes?: bigint | null;
};

export interface Estate extends Present {
  quotaOf(subjectId: string, dimension: QuotaDimension): Quota | null;
  /** The same of what the quota's subject consists of: a pool of peers, a stack of pools, a group of stacks or licenses. */
  partsOf(quota: Quota): readonly Quota[];
  poolOf(peerId: string): Pool | null;
}

export function estateOf(present: Present): Estate {
  const { quotas, licenses, stacks, pools, peers } = present;
  const quotaOf = new Map(quotas.map((quota) => [keyOf(quota.subjectId, quota.dimension), quota]));
  const wholeOf = new Map<string, string | null>([
    ...peers.map(({ id, activePoolIds }) => [id, activePoolIds[0] ?? null] as const),
    ...pools.map(({ id, stackId }) => [id, stackId] as const),
    ...stacks.map(({ id, groupId }) => [id, groupId] as const),
    ...licenses.map(({ id, groupId }) => [id, groupId] as const),
  ]);
  const parts = new Map<string, Quota[]>();
  for (const quota of quotas) {
    const key = keyOf(wholeOf.get(quota.subjectId) ?? null, quota.dimension);
    parts.set(key, [...(parts.get(key) ?? []), quota]);
  }
  return {
    ...present,
    quotaOf: (subjectId, dimension) => quotaOf.get(keyOf(subjectId, dimension)) ?? null,
    partsOf: ({ subjectId, dimension }) => parts.get(keyOf(subjectId, dimension)) ?? [],
    poolOf: (peerId) => pools.find(({ id }) => id === wholeOf.get(peerId)) ?? null,
  };
}

function keyOf(subjectId: string | null, dimension: QuotaDimension): string {
  return `${subjectId} ${dimension}`;
}
