/** Meters of warnings: how many a peer has of those that block its search, and the most that a peer of a pool has. */
import type { EnforcementRule, Limit, Meter, Peer } from '../../domain/entities.js';
import type { PeerFacts } from './peers.js';
import type { PoolFacts } from './pools.js';
import {
  decisiveRule,
  isSearchBlocked,
  type RuleOf,
  UNENFORCED_QUOTA_BYTES,
  type ViolationRule,
} from './violations.js';
import { type Leaving, leavingOfMost, type WarningLog, warningsOf } from './warnings.js';

export interface WarningMeterContext {
  readonly peers: readonly PeerFacts[];
  /** The peers could be read at all, and every one of them. */
  readonly peersRead: boolean;
  readonly peersComplete: boolean;
  readonly pools: readonly PoolFacts[];
  readonly ruleOf: RuleOf;
  readonly log: WarningLog;
}

interface CountedPeer {
  readonly peer: Peer;
  readonly count: number;
}

export function warningMeters(context: WarningMeterContext): Meter[] {
  const peersOf = membersOf(context.peers, ({ active }) => active.found);
  const doubtfulOf = membersOf(context.peers, ({ active }) => active.doubtful);
  const pools = context.peersRead ? context.pools.filter(({ isActive }) => isActive !== false) : [];
  return [
    ...pools.map((facts) =>
      poolMeter(facts, peersOf.get(facts.pool.id) ?? [], doubtfulOf.get(facts.pool.id) ?? [], context),
    ),
    ...context.peers.map((facts) => peerMeter(facts, context)),
  ];
}

function peerMeter({ peer, rules, blockedBecause }: PeerFacts, { log }: WarningMeterContext): Meter {
  const count = peer.warningCount;
  const rule = decisiveRule(count, rules);
  const stacks =
    rules.length > 1 ? [`Its active pools are of ${rules.length} stacks: the rule that blocks first counts.`] : [];
  const days = log.daysOf(peer.id, peer.activePoolIds);
  const leaving = rule === null || count === null ? null : log.leaving(count, days, rule.windowDays);
  const noRule = peer.orphan
    ? 'The limit is not known: the peer is in no pool of the active group, so that no rule applies to it.'
    : 'The limit is not known: nor is it in which active pools the peer is.';
  const limit: Limit = rule === null ? { kind: 'unknown', reason: noRule } : limitOf(rule);
  return meter(peer.id, count, rule, limit, bySize(rules), leaving, [
    ...stacks,
    ...(rule?.reasons ?? []),
    ...(rule === null || count === null ? [] : [tally(`It has ${warningsOf(count)}`, count, rule)]),
    blockedBecause ?? searchSentence(peer.searchBlocked),
  ]);
}

function poolMeter(
  { pool, stackName, stack }: PoolFacts,
  members: readonly PeerFacts[],
  doubtful: readonly PeerFacts[],
  { ruleOf, log, peersComplete }: WarningMeterContext,
): Meter {
  const rule = ruleOf(stack, stackName);
  const counted = members.flatMap(({ peer }): CountedPeer[] =>
    peer.warningCount === null ? [] : [{ peer, count: peer.warningCount }],
  );
  const most = counted.reduce((max, { count }) => Math.max(max, count), 0);
  const reached = rule.maxViolations !== null && most >= rule.maxViolations;
  const gap =
    counted.length < members.length
      ? 'The warnings of some of its active peers could not be read'
      : doubtful.length > 0
        ? 'Of some peers it is not known whether they are active in it'
        : peersComplete
          ? null
          : 'Not all peers could be read';
  const used = gap === null || reached ? most : null;
  const leaving =
    gap !== null
      ? null
      : leavingOfMost(
          counted.map(({ peer, count }) => ({
            count,
            leaving: log.leaving(count, log.daysOf(peer.id, peer.activePoolIds), rule.windowDays),
          })),
        );
  return meter(pool.id, used, rule, limitOf(rule), bySize([rule]), leaving, [
    ...rule.reasons,
    ...(gap === null ? [] : [`${gap}; the most known of a peer are ${warningsOf(most)}.`]),
    ...(gap === null || reached ? [tally(mostWarned(counted, most), most, rule)] : []),
    ...(used === null ? [] : [searchSentence(isSearchBlocked(used, [rule]))]),
  ]);
}

function meter(
  subjectId: string,
  used: number | null,
  rule: ViolationRule | null,
  limit: Limit,
  enforcedBy: EnforcementRule | null,
  leaving: Leaving | null,
  reasons: readonly string[],
): Meter {
  const leaves = leaving?.leaves ?? null;
  return {
    subjectId,
    dimension: 'WARNINGS',
    measure: 'ROLLING_WINDOW',
    limit,
    used: used === null ? null : BigInt(used),
    enforcement: rule?.enforced === true ? 'HARD' : 'INFORMATIONAL',
    ...(enforcedBy === null ? {} : { enforcedBy }),
    overage: { kind: 'none' },
    resetsAt: leaves?.[0] ?? null,
    ...(leaves === null ? {} : { leaves }),
    reasons: [...reasons, ...(leaving?.reasons ?? [])],
  };
}

/**
 * Null unless the size of each stack decides, and whichever of them blocks search does so at the same maximum in the
 * same window: then one of them that is small enough makes it block.
 */
function bySize(rules: readonly ViolationRule[]): EnforcementRule | null {
  const [first] = rules;
  const subjectIds = rules.flatMap(({ sizeOf }) => sizeOf ?? []).sort();
  const isOneRule = rules.every(
    ({ maxViolations, windowDays }) => maxViolations === first?.maxViolations && windowDays === first.windowDays,
  );
  if (subjectIds.length === 0 || subjectIds.length < rules.length || !isOneRule) return null;
  return { kind: 'limitBelow', subjectIds, value: UNENFORCED_QUOTA_BYTES };
}

function limitOf({ maxViolations }: ViolationRule): Limit {
  return maxViolations === null
    ? { kind: 'unknown', reason: 'The limit is not known: no maximum of warnings is stated.' }
    : { kind: 'limited', value: BigInt(maxViolations) };
}

/** Who has the most warnings, and how many these are. */
function mostWarned(peers: readonly CountedPeer[], most: number): string {
  const [name] = peers
    .filter(({ count }) => count === most)
    .map(({ peer }) => peer.displayName)
    .sort();
  if (name === undefined) return 'It has no active peer and so 0 warnings';
  if (peers.length === 1) return `Its active peer "${name}" has ${warningsOf(most)}`;
  if (most === 0) return `None of its ${peers.length} active peers has more than 0 warnings`;
  return `Of its ${peers.length} active peers "${name}" has the most, ${warningsOf(most)}`;
}

function tally(subject: string, count: number, { maxViolations: max, windowDays }: ViolationRule): string {
  const window = windowDays === null ? 'in the window' : `in ${windowDays} days`;
  if (max === null) return `${subject} ${window}.`;
  const rest = count < max ? `${max - count} left to the maximum of ${max}` : `the maximum of ${max} is reached`;
  return `${subject} ${window}, ${rest}.`;
}

function searchSentence(isBlocked: boolean | null): string {
  if (isBlocked === null) return 'Whether search is blocked is not known.';
  return isBlocked ? 'Search is blocked.' : 'Search is not blocked.';
}

function membersOf(
  peers: readonly PeerFacts[],
  poolsOf: (peer: PeerFacts) => readonly PoolFacts[],
): ReadonlyMap<string, readonly PeerFacts[]> {
  const members = new Map<string, PeerFacts[]>();
  for (const peer of peers) {
    for (const { pool } of poolsOf(peer)) {
      const list = members.get(pool.id);
      if (list === undefined) members.set(pool.id, [peer]);
      else list.push(peer);
    }
  }
  return members;
}
