/** One server's answers as a snapshot: the vendor's quirks end here. Pure. */
import { startOfNextDay } from '../../domain/calendar.js';
import type { Finding } from '../../domain/entities.js';
import { globalId, sourceId } from '../../domain/ids.js';
import type { Snapshot } from '../../domain/snapshot.js';
import type { ServerState } from './client.js';
import type { SplunkSettings } from './config.js';
import { normalizeEntitlements } from './entitlements.js';
import { parts } from './licenser.js';
import { isEnforcementDisabled, normalizeLocalPeer } from './local-peer.js';
import { normalizeMessages } from './messages.js';
import { dailyMeters, type Usage } from './meters.js';
import type { SplunkGroup } from './model.js';
import { lookup } from './names.js';
import { offsetOf, skewOf } from './offset.js';
import { normalizePeers, readPeerRows } from './peers.js';
import { normalizePools, type Pools } from './pools.js';
import { mergeFindings, readRows } from './rows.js';
import type { WireMap } from './value.js';
import { ruleBook } from './violations.js';
import { warningMeters } from './warning-meters.js';
import { warningLog } from './warnings.js';
import { usageSpec } from './wire.js';

export interface NormalizeInput {
  readonly state: ServerState;
  /** The source's name. */
  readonly source: string;
  readonly settings: SplunkSettings;
  readonly observedAt: Date;
}

export function normalize({ state, source, settings, observedAt }: NormalizeInput): Snapshot {
  const timeZone = settings.timeZone ?? serverOffset(state);
  // Its days and counters go by its own clock.
  const clockSkewMs = skewOf(state.feeds.pools?.updated ?? null, observedAt);
  const entitlements = normalizeEntitlements(state, source, observedAt);
  const peerRows = readPeerRows(state, source);
  const findPeer = lookup(peerRows.rows.map(({ name }) => ({ name, id: globalId('Peer', source, name) })));
  const poolPart = normalizePools(state, source, entitlements, findPeer);
  const { pools } = poolPart;
  const findPool = lookup(pools);
  const findPoolId = lookup(pools.map(({ name, pool }) => ({ name, id: pool.id })));
  const local = normalizeLocalPeer(state, source, observedAt, findPeer);
  const ruleOf = ruleBook({ ...settings, enforcementDisabled: isEnforcementDisabled(local.localPeer) });
  const { peers: peerFacts, findings: peerFindings } = normalizePeers(peerRows.rows, {
    source,
    state,
    entitlements,
    pools: poolPart,
    findPool,
    localGuids: local.guids,
    localBlock: local.searchBlock,
    ruleOf,
  });
  const peers = peerFacts.map(({ peer }) => peer);
  const { messages: sent, findings: messageFindings } = normalizeMessages(state, {
    source,
    findPool: findPoolId,
    findPeer,
    findStack: entitlements.findStack,
  });
  const messages = state.feeds.messages === null ? null : sent;
  const log = warningLog({ messages, zone: timeZone, observedAt });
  const usage = readUsage(state, source);
  const info = state.serverInfo?.entries[0]?.fields ?? null;
  return {
    observedAt,
    clockSkewMs,
    version: versionOf(state, info),
    timeZone,
    details: { localPeer: local.localPeer },
    vendorFields: {
      ...(usage.fields === null ? {} : { usage: usage.fields }),
      ...(info === null ? {} : { serverInfo: info }),
      ...(Object.keys(state.attributes).length === 0 ? {} : { 'eai:attributes': { ...state.attributes } }),
    },
    licenses: entitlements.licenses,
    groups: entitlements.groups,
    stacks: entitlements.stacks,
    pools: pools.map(({ pool }) => pool),
    peers,
    targets: [],
    dataUsages: [],
    policies: [],
    messages,
    meters: [
      ...dailyMeters({
        pools,
        stacks: entitlements.stacks,
        peers,
        findStack: entitlements.findStack,
        activeGroup: entitlements.activeGroup,
        activeStacksKnown: entitlements.activeStacksKnown,
        usage: usage.figures,
        poolsComplete: poolPart.complete,
        groupsRead: state.feeds.groups !== null,
        strictPoolQuota: settings.strictPoolQuota,
        resetsAt: timeZone === null ? null : nextMidnight(observedAt, clockSkewMs, timeZone),
        log,
      }),
      ...warningMeters({
        peers: peerFacts,
        peersRead: state.feeds.peers !== null,
        peersComplete: peerRows.complete,
        pools,
        ruleOf,
        log,
      }),
    ],
    findings: mergeFindings([
      ...entitlements.findings,
      ...poolPart.findings,
      ...peerRows.findings,
      ...peerFindings,
      ...local.findings,
      ...messageFindings,
      ...usage.findings,
      ...usageMismatch(usage.figures, poolPart, entitlements.activeGroup),
    ]),
    gaps: state.gaps,
  };
}

/** When it is midnight by the manager's clock, as ours shows it. */
function nextMidnight(now: Date, skewMs: number, zone: string): Date {
  const midnight = startOfNextDay(new Date(now.getTime() + skewMs), zone);
  return new Date(midnight.getTime() - skewMs);
}

function readUsage(
  state: ServerState,
  source: string,
): { figures: Usage; fields: WireMap | null; findings: readonly Finding[] } {
  const { rows, findings } = readRows(state.feeds.usage, usageSpec, {
    source,
    part: 'usage',
    concept: 'Source',
    about: () => ({ subjectId: sourceId(source) }),
  });
  const row = rows[0];
  if (row === undefined) return { figures: { quota: null, used: null }, fields: null, findings };
  return {
    figures: { quota: row.values.quota, used: row.values.peers_usage_bytes },
    fields: row.rest,
    findings,
  };
}

/**
 * The usage endpoint and the pools are asked one after the other while the counters run, so a hundredth of difference
 * is let pass.
 */
function usageMismatch(usage: Usage, { pools, complete }: Pools, group: SplunkGroup | null): Finding[] {
  if (usage.used === null || !complete || group === null) return [];
  let sum = 0n;
  for (const { pool, isActive } of pools) {
    if (isActive === null || (isActive && pool.used === null)) return [];
    if (isActive) sum += pool.used ?? 0n;
  }
  const [small, large] = sum < usage.used ? [sum, usage.used] : [usage.used, sum];
  if ((large - small) * 100n <= large) return [];
  return [
    {
      category: 'USAGE_SUM_MISMATCH',
      severity: 'WARN',
      concept: 'Group',
      vendorId: group.name,
      dimension: 'INDEXED_BYTES_PER_DAY',
      description: `usage: the active group "${group.name}" used ${usage.used} bytes by the usage endpoint, and its pools ${sum} together; both are shown`,
      about: { subjectId: group.id },
    },
  ];
}

/** Old servers name only a build in their feeds; the server's own information has the version where it can be read. */
function versionOf(state: ServerState, info: WireMap | null): string | null {
  if (typeof info?.version === 'string') return info.version;
  const named = parts.map((part) => state.feeds[part]?.version ?? null);
  return named.find((version) => version !== null) ?? null;
}

function serverOffset(state: ServerState): string | null {
  const offsets = parts.map((part) => offsetOf(state.feeds[part]?.updated ?? null));
  return offsets.find((offset) => offset !== null) ?? null;
}
