/** Data usage added up by target, the largest first. Pure. */

export interface UsageRow {
  readonly id: string;
  readonly location: string;
  readonly bytes: string;
  readonly attribution?: string | null;
  readonly target?: { readonly id: string; readonly displayName: string } | null;
}

export interface Share {
  /** Of the target, else of the one usage that has none. */
  readonly id: string;
  readonly name: string;
  readonly bytes: bigint;
  readonly locations: number;
  /** Of what was added up, 0 to 1. */
  readonly share: number;
  /** What its data counts against. */
  readonly attributions: readonly string[];
}

export function sharesOf(rows: readonly UsageRow[]): { readonly total: bigint; readonly shares: readonly Share[] } {
  const groups = new Map<string, { name: string; bytes: bigint; locations: number; attributions: Set<string> }>();
  let total = 0n;
  for (const { id, location, bytes, attribution, target } of rows) {
    const key = target?.id ?? id;
    const group = groups.get(key) ?? {
      name: target?.displayName ?? location,
      bytes: 0n,
      locations: 0,
      attributions: new Set<string>(),
    };
    group.bytes += BigInt(bytes);
    group.locations += 1;
    if (attribution != null) group.attributions.add(attribution);
    groups.set(key, group);
    total += BigInt(bytes);
  }
  const shares = [...groups].map(([id, { attributions, ...rest }]) => ({
    id,
    ...rest,
    attributions: [...attributions],
    share: total === 0n ? 0 : Number(rest.bytes) / Number(total),
  }));
  shares.sort((a, b) => (a.bytes === b.bytes ? a.name.localeCompare(b.name) : a.bytes > b.bytes ? -1 : 1));
  return { total, shares };
}
