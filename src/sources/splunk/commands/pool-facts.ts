/** What commands ask of pools as they are now: whether they are as asked for, and what stands in the way. Pure. */
import { parseQuota } from '../../../domain/quota-text.js';
import { fold } from '../figures.js';
import { wireText } from '../value.js';
import type { poolSpec, RowOf } from '../wire.js';
import type { Fact } from './server.js';

export type PoolFact = Fact<RowOf<typeof poolSpec.required, typeof poolSpec.optional>>;

export interface Asked {
  readonly quota?: string | undefined;
  readonly description?: string | undefined;
  readonly peers?: readonly string[] | undefined;
  readonly appendPeers?: boolean;
}

/** Whether everything that was asked for is so; what was not asked for does not matter. */
export function isAsAsked({ values }: PoolFact, asked: Asked): boolean {
  const peers = values.peers ?? [];
  return (
    (asked.quota === undefined || values.quota === parseQuota(asked.quota)) &&
    (asked.description === undefined || sameText(values.description, asked.description)) &&
    (asked.peers === undefined || (asked.appendPeers ? takes(peers, asked.peers) : sameNames(peers, asked.peers)))
  );
}

/** Whether nothing that an edit can change has changed. */
export function isUntouched({ values: now }: PoolFact, { values: before }: PoolFact): boolean {
  return (
    now.quota === before.quota &&
    sameText(now.description, before.description) &&
    sameNames(now.peers ?? [], before.peers ?? [])
  );
}

/** Splunk allows one pool of the size MAX in a stack. */
export function hasOtherMax(pools: readonly PoolFact[], stackName: string, name: string): boolean {
  return pools.some(
    (pool) => pool.name !== name && pool.values.quota === 'MAX' && fold(pool.values.stack_id) === fold(stackName),
  );
}

/** An empty description and none are one, and line breaks are one: Atom writes them alike. */
export function sameText(now: string | null, other: string | null): boolean {
  return lines(now) === lines(other === null ? null : wireText(other));
}

function lines(text: string | null): string | null {
  return text?.replace(/\r\n?/g, '\n') ?? null;
}

/** GUIDs come in either case, and in any order. */
export function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return holdsAll(a, b) && holdsAll(b, a);
}

/** `*` takes everybody: what is added to it shows in no list. */
function takes(peers: readonly string[], wanted: readonly string[]): boolean {
  return peers.includes('*') || holdsAll(peers, wanted);
}

function holdsAll(list: readonly string[], wanted: readonly string[]): boolean {
  const held = new Set(list.map(fold));
  return wanted.every((name) => held.has(fold(name)));
}
