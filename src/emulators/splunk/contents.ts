/** What each licenser entity holds in an answer: the documented fields, and on a `live` server the undocumented ones. */
import type { Content } from './feed.js';
import { messageCategory, withOldNames } from './naming.js';
import { effectiveQuota, licenseStatus, type Membership, poolUsedBytes, stackQuota, usageTotals } from './rules.js';
import type {
  GroupState,
  LicenseState,
  LocalPeerState,
  MessageState,
  PeerState,
  PoolState,
  SplunkState,
  StackState,
} from './state.js';

export function groupContent(group: GroupState): Content {
  return { is_active: group.isActive, stack_ids: group.stackIds };
}

export function licenseContent(state: SplunkState, license: LicenseState, now: Date): Content {
  const documented = {
    creation_time: license.creationTime,
    expiration_time: license.expirationTime,
    features: license.features,
    group_id: license.groupId,
    label: license.label,
    license_hash: license.hash,
    max_violations: license.maxViolations,
    quota: license.quota,
    sourcetypes: license.sourcetypes,
    stack_id: license.stackId,
    status: licenseStatus(license, now),
    type: license.type,
    window_period: license.windowPeriod,
  };
  if (state.server.generation !== 'live') return documented;
  return {
    ...documented,
    add_ons: license.addOns,
    allowedRoles: license.allowedRoles,
    assignableRoles: license.assignableRoles,
    disabled_features: license.disabledFeatures,
    guid: license.guid,
    is_unlimited: license.isUnlimited,
    max_retention_size: license.maxRetentionSize,
    max_stack_quota: license.maxStackQuota,
    max_users: license.maxUsers,
    notes: license.notes,
    relative_expiration_interval: license.relativeExpirationInterval,
    relative_expiration_start: license.relativeExpirationStart,
    subgroup_id: license.subgroupId,
  };
}

export function localPeerContent(state: SplunkState, local: LocalPeerState): Content {
  const documented = {
    add_ons: local.addOns ?? {},
    connection_timeout: local.connectionTimeout,
    features: local.features,
    last_manager_contact_attempt_time: local.lastManagerContactAttemptTime,
    last_manager_contact_success_time: local.lastManagerContactSuccessTime,
    last_trackerdb_service_time: local.lastTrackerdbServiceTime,
    license_keys: local.licenseKeys,
    manager_guid: local.managerGuid,
    manager_uri: local.managerUri,
    peer_id: local.guid,
    peer_label: local.label,
    receive_timeout: local.receiveTimeout,
    send_timeout: local.sendTimeout,
    squash_threshold: local.squashThreshold,
  };
  return state.server.generation === 'live' ? { ...withOldNames(documented), guid: [local.guid] } : documented;
}

export function messageContent(state: SplunkState, message: MessageState): Content {
  return {
    category: messageCategory(message.category, state.server.generation),
    create_time: message.createTime,
    description: message.description,
    peer_id: message.peerId,
    pool_id: message.poolId,
    severity: message.severity,
    stack_id: message.stackId,
  };
}

export function poolContent(state: SplunkState, pool: PoolState, now: Date): Content {
  const usedBytes = poolUsedBytes(pool);
  const documented = {
    description: pool.description,
    peers: pool.peers,
    peers_usage_bytes: pool.peersUsageBytes,
    // A conf value: a string even where JSON has numbers.
    quota: String(pool.quota),
    stack_id: pool.stackId,
    used_bytes: usedBytes,
  };
  if (state.server.generation !== 'live') return documented;
  return {
    ...documented,
    cisco_licensed_weight: 0,
    effective_quota: effectiveQuota(state, pool, now),
    estimated_effective_used_bytes: usedBytes,
    is_iev_eligible: false,
    is_unlimited: state.stacks.some((stack) => stack.name === pool.stackId && stack.isUnlimited),
    raw_cisco_used_bytes: 0,
    slaves: pool.peers,
    // Null on 10.6 although its new name is filled.
    slaves_usage_bytes: null,
  };
}

export function peerContent(state: SplunkState, peer: PeerState, membership: Membership): Content {
  const documented = {
    label: peer.label,
    pool_ids: membership.poolIds,
    stack_ids: membership.stackIds,
    warning_count: peer.warningCount,
  };
  if (state.server.generation !== 'live') return documented;
  return { ...documented, active_pool_ids: membership.activePoolIds, pool_suggestion: null, uri: peer.uri };
}

export function stackContent(state: SplunkState, stack: StackState, now: Date): Content {
  const documented = { label: stack.label, quota: stackQuota(state, stack, now), type: stack.type };
  if (state.server.generation !== 'live') return documented;
  return {
    ...documented,
    // A number even where JSON has booleans.
    cle_active: stack.cleActive ? 1 : 0,
    is_unlimited: stack.isUnlimited,
    max_retention_size: stack.maxRetentionSize,
    max_violations: stack.maxViolations,
    window_period: stack.windowPeriod,
  };
}

export function usageContent(state: SplunkState, now: Date): Content {
  const { quota, usedBytes } = usageTotals(state, now);
  const documented = { disabled: state.usage.disabled ? 1 : 0, peers_usage_bytes: usedBytes, quota };
  return state.server.generation === 'live' ? { ...documented, slaves_usage_bytes: usedBytes } : documented;
}

/** `/services/server/info`, as far as licensing and the official clients look at it. */
export function serverInfoContent(state: SplunkState, now: Date): Content {
  const { generation, generator, serverName } = state.server;
  const group = state.groups.find((candidate) => candidate.isActive);
  const licenses = state.licenses.filter((license) => license.groupId === group?.name);
  const isManager = state.localPeer.managerUri === 'self';
  const guidKey = generation === 'legacy' ? 'master_guid' : 'manager_guid';
  const managerRole = generation === 'legacy' ? 'license_master' : 'license_manager';
  return {
    activeLicenseGroup: group?.name ?? '',
    activeLicenseSubgroup: licenses[0]?.subgroupId ?? '',
    build: generator.build ?? generator.version,
    guid: state.localPeer.guid,
    isFree: group?.name === 'Free',
    isTrial: group?.name === 'Trial',
    licenseKeys: state.localPeer.licenseKeys,
    licenseLabels: [...new Set(licenses.map((license) => license.label))],
    licenseState: licenses.some((license) => licenseStatus(license, now) === 'VALID') ? 'OK' : 'EXPIRED',
    [guidKey]: state.localPeer.managerGuid,
    mode: 'normal',
    product_type: 'enterprise',
    serverName,
    server_roles: isManager ? ['indexer', managerRole] : ['indexer'],
    version: generator.version,
  };
}
