/** Which quotas are expected over their limits, the next one first. Pure. */

const MOST = 5;

export function nextCrossings<Q extends { readonly forecast?: { readonly exhaustsAt?: string | null } | null }>(
  quotas: readonly Q[],
): readonly Q[] {
  return quotas
    .flatMap((quota) => {
      const at = quota.forecast?.exhaustsAt;
      return at == null ? [] : [{ quota, at: Date.parse(at) }];
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST)
    .map(({ quota }) => quota);
}
