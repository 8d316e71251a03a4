/** Which peers the pools of a stack have, and how many warnings that makes. Pure. */
import type { Meter } from '../../domain/entities.js';
import { globalId, parseGlobalId } from '../../domain/ids.js';
import { groupBy } from '../../domain/lists.js';
import type { PoolTerms, Scenario, WhatIfFacts } from './scenario.js';

export interface MembersThen {
  /** By pool: the ids of the peers it would have; only of pools that would have others. */
  readonly pools: ReadonlyMap<string, readonly string[]>;
  /** The ids of peers that leave a stack, or come to one. */
  readonly peers: ReadonlySet<string>;
}

/** `meters` tell which peers there are. */
export function membersThen(
  { pools, meters }: Pick<WhatIfFacts, 'pools' | 'meters'>,
  { created, peers }: Scenario,
): MembersThen {
  const others = new Map<string, readonly string[]>();
  const moved = new Set<string>();
  if (peers.size === 0) return { pools: others, peers: moved };
  const peerIds = new Set(
    meters.map(({ subjectId }) => subjectId).filter((id) => parseGlobalId(id)?.concept === 'Peer'),
  );
  const byFolded = new Map([...peerIds].sort().map((id) => [id.toLowerCase(), id]));
  // Of a pool whose stack is not known, nor is what is beside it.
  const byStack = groupBy([...pools, ...created.values()], ({ id, stackId }) => stackId ?? id);
  for (const ofStack of byStack.values()) {
    if (!ofStack.some(({ id }) => peers.has(id))) continue;
    const before = membersOf(ofStack, ({ peerVendorIds }) => peerVendorIds, byFolded);
    const then = membersOf(ofStack, ({ id, peerVendorIds }) => peers.get(id) ?? peerVendorIds, byFolded);
    for (const [id, members] of then) if (members.join() !== before.get(id)?.join()) others.set(id, members);
    const [was, is] = [new Set([...before.values()].flat()), new Set([...then.values()].flat())];
    for (const id of [...was, ...is]) if (was.has(id) !== is.has(id)) moved.add(id);
  }
  return { pools: others, peers: moved };
}

/** The most warnings that one of these peers has, as a meter of their pool; `readings` are theirs of the moment looked at. */
export function withMembers(meter: Meter, members: readonly string[], readings: ReadonlyMap<string, Meter>): Meter {
  const peers = members.flatMap((id) => readings.get(id) ?? []);
  const known = peers.flatMap(({ used, resetsAt }) => (used === null ? [] : [{ used, resetsAt }]));
  const most = mostOf(known.map(({ used }) => used));
  const isReached = meter.limit.kind === 'limited' && most >= meter.limit.value;
  // Where the vendor's figure of today is not known, some peer of the pool could not be read, and it may stay one.
  const isKnown = meter.used !== null && known.length === members.length;
  const gap = isKnown ? [] : ['It is not known of all of its peers then how many warnings they have.'];
  const tally = `Of ${members.length === 1 ? 'the one peer' : `the ${members.length} peers`} it would have, the most known warnings of one are ${most}.`;
  return {
    ...meter,
    used: isKnown || isReached ? most : null,
    resetsAt: isKnown ? fallOf(known, most) : null,
    reasons: [...meter.reasons, ...gap, members.length === 0 ? 'It would have no peer, and so 0 warnings.' : tally],
  };
}

function mostOf(counts: readonly bigint[]): bigint {
  let most = 0n;
  for (const count of counts) if (count > most) most = count;
  return most;
}

/** When the highest count falls: once each peer that has as many has one less; null when that is not known of all. */
function fallOf(peers: readonly Pick<Meter, 'used' | 'resetsAt'>[], most: bigint): Date | null {
  const warned = peers.filter(({ used }) => used !== null && used > 0n);
  if (warned.some(({ resetsAt }) => resetsAt === null)) return null;
  const times = warned.filter(({ used }) => used === most).map(({ resetsAt }) => resetsAt?.getTime() ?? 0);
  return times.length === 0 ? null : new Date(Math.max(...times));
}

/** GUIDs come in either case; `*` stands for every peer that no pool of the stack names. */
function membersOf(
  pools: readonly PoolTerms[],
  listOf: (pool: PoolTerms) => readonly string[],
  byFolded: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const named = new Map(
    pools.map((pool) => {
      const source = parseGlobalId(pool.id)?.source ?? '';
      const folded = listOf(pool).map((guid) => globalId('Peer', source, guid).toLowerCase());
      return [pool.id, folded.flatMap((id) => byFolded.get(id) ?? [])];
    }),
  );
  const taken = new Set([...named.values()].flat());
  const open = [...byFolded.values()].filter((id) => !taken.has(id));
  return new Map(
    pools.map((pool) => {
      const rest = listOf(pool).includes('*') ? open : [];
      return [pool.id, [...new Set([...(named.get(pool.id) ?? []), ...rest])].sort()];
    }),
  );
}
