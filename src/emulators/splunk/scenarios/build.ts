/** What the scenarios are built from: deterministic ids, and entities with everything unimportant filled in. */
import { createHash } from 'node:crypto';
import type {
  LicenseState,
  LocalPeerState,
  MessageState,
  PeerState,
  PoolState,
  ServerState,
  SplunkState,
  StackState,
} from '../state.js';

/** A token the emulator always takes as `Authorization: Bearer`. */
export const SPLUNK_DEMO_TOKEN = 'splunk-token-demo';

export const GIB = 1024n ** 3n;
export const MIB = 1024n ** 2n;
export const DAY_SECONDS = 86_400;
export const PERPETUAL = 2_147_483_647;
/** How a 10.6 says "no limit" on a license, as captured: 2^64 already rounded by its JSON writer, and 2^32 - 1. */
const NO_STACK_LIMIT = 18_446_744_073_709_552_000n;
const NO_USER_LIMIT = 4_294_967_295n;

export function epochSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

/** Epoch seconds of a moment after the last midnight of a server that lives in UTC; never later than now. */
export function sinceMidnight(now: Date, seconds: number): number {
  const midnight = Math.floor(epochSeconds(now) / DAY_SECONDS) * DAY_SECONDS;
  return Math.min(midnight + seconds, epochSeconds(now));
}

/** 64 hex digits, upper case, as license hashes are; `head` and `tail` stay visible around the derived middle. */
export function licenseHash(head: string, tail = ''): string {
  const middle = digest(`license ${head} ${tail}`).toUpperCase();
  return head + middle.slice(0, 64 - head.length - tail.length) + tail;
}

/** A GUID as Splunk writes them, the same for the same words. */
export function guid(words: string): string {
  const hex = digest(`guid ${words}`).toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** 32 hex digits, lower case, as messages are named. */
export function messageId(words: string): string {
  return digest(`message ${words}`).slice(0, 32);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A fresh state around `parts`: the one administrator, the one token, totals as the server computes them. */
export function splunkState(
  parts: Omit<SplunkState, 'users' | 'tokens' | 'usage'> & Partial<Pick<SplunkState, 'usage'>>,
): SplunkState {
  return {
    users: [{ name: 'admin', password: 'changeme', roles: ['admin'] }],
    tokens: { [SPLUNK_DEMO_TOKEN]: 'admin' },
    usage: { quota: null, peersUsageBytes: null, disabled: false },
    ...parts,
  };
}

export function liveServer(serverName: string): ServerState {
  return {
    generation: 'live',
    generator: { build: '21e0d15cb5a1', version: '10.6.0' },
    serverName,
    utcOffsetMinutes: 0,
    xmlOnly: false,
    remoteLoginDisabled: false,
  };
}

export function stack(parts: Pick<StackState, 'name' | 'label' | 'type'> & Partial<StackState>): StackState {
  return {
    quota: null,
    maxViolations: 5,
    windowPeriod: 30,
    isUnlimited: false,
    cleActive: false,
    maxRetentionSize: 0n,
    ...parts,
  };
}

export function license(
  parts: Pick<LicenseState, 'hash' | 'label' | 'type' | 'groupId' | 'stackId' | 'quota' | 'creationTime'> &
    Partial<LicenseState>,
): LicenseState {
  return {
    subgroupId: 'Production',
    expirationTime: PERPETUAL,
    relativeExpirationStart: 0,
    relativeExpirationInterval: 0,
    status: null,
    maxViolations: 5,
    windowPeriod: 30,
    features: [...ENTERPRISE_FEATURES],
    disabledFeatures: [],
    sourcetypes: [],
    guid: guid(parts.hash),
    isUnlimited: false,
    addOns: null,
    allowedRoles: [],
    assignableRoles: [],
    maxRetentionSize: 0n,
    maxStackQuota: NO_STACK_LIMIT,
    maxUsers: NO_USER_LIMIT,
    notes: '',
    ...parts,
  };
}

export function pool(parts: Pick<PoolState, 'name' | 'stackId'> & Partial<PoolState>): PoolState {
  return { description: parts.name, quota: 'MAX', peers: ['*'], peersUsageBytes: {}, usedBytes: null, ...parts };
}

export function peer(parts: Pick<PeerState, 'guid' | 'label'> & Partial<PeerState>): PeerState {
  return { warningCount: 0, poolIds: null, stackIds: null, uri: `https://${parts.label}:8089`, ...parts };
}

export function message(
  parts: Pick<MessageState, 'category' | 'createTime' | 'description' | 'severity'> & Partial<MessageState>,
): MessageState {
  const id = messageId([parts.category, parts.poolId, parts.peerId, parts.stackId, parts.createTime].join(' '));
  return { id, poolId: null, peerId: null, stackId: null, ...parts };
}

/** A license manager's own view of itself. */
export function localManager(parts: Pick<LocalPeerState, 'guid' | 'label' | 'licenseKeys'>, now: Date): LocalPeerState {
  return {
    managerUri: 'self',
    managerGuid: parts.guid,
    features: Object.fromEntries(LIVE_FEATURES.map((name) => [name, 'ENABLED'])),
    addOns: null,
    connectionTimeout: 30,
    sendTimeout: 30,
    receiveTimeout: 30,
    squashThreshold: 2000,
    lastManagerContactAttemptTime: epochSeconds(now) - 40,
    lastManagerContactSuccessTime: epochSeconds(now) - 40,
    lastTrackerdbServiceTime: 0,
    ...parts,
  };
}

/** The groups, stacks, licenses and pools that every 10.6 has built in beside what was bought; only `active` counts. */
export function builtIns(active: string, enterpriseStacks: readonly string[], trialStacks: readonly string[]) {
  const group = (name: string, stackIds: readonly string[]) => ({
    name,
    isActive: name === active,
    stackIds: [...stackIds],
  });
  const common = { subgroupId: 'Production', creationTime: 0, quota: 0n };
  return {
    groups: [
      group('Enterprise', enterpriseStacks),
      group('Forwarder', ['forwarder']),
      group('Free', ['free']),
      group('Trial', trialStacks),
    ],
    stacks: [
      stack({ name: 'forwarder', label: 'Splunk Forwarder', type: 'forwarder' }),
      stack({ name: 'free', label: 'Splunk Free', type: 'free', maxViolations: 3 }),
    ],
    licenses: [
      license({
        ...common,
        hash: `${'F'.repeat(63)}D`,
        label: 'Splunk Forwarder',
        type: 'forwarder',
        groupId: 'Forwarder',
        stackId: 'forwarder',
        quota: MIB,
        features: ['FwdData', 'RcvData', 'DeployClient', 'SigningProcessor', 'SyslogOutputProcessor'],
      }),
      license({
        ...common,
        hash: 'F'.repeat(64),
        label: 'Splunk Free',
        type: 'free',
        groupId: 'Free',
        stackId: 'free',
        quota: 500n * MIB,
        maxViolations: 3,
        features: ['FwdData', 'RcvData', 'LocalSearch', 'ScheduledSearch', 'SplunkWeb', 'KVStore'],
      }),
    ],
    pools: [
      pool({ name: 'auto_generated_pool_forwarder', stackId: 'forwarder', peers: [] }),
      pool({ name: 'auto_generated_pool_free', stackId: 'free', peers: [] }),
    ],
  };
}

const ENTERPRISE_FEATURES = [
  'Auth',
  'FwdData',
  'RcvData',
  'LocalSearch',
  'DistSearch',
  'RcvSearch',
  'ScheduledSearch',
  'Alerting',
  'DeployClient',
  'DeployServer',
  'SplunkWeb',
  'SigningProcessor',
  'SyslogOutputProcessor',
  'CanBeRemoteMaster',
] as const;

const LIVE_FEATURES = [
  ...ENTERPRISE_FEATURES,
  'Acceleration',
  'AdvancedSearchCommands',
  'ArchiveToHdfs',
  'ConditionalLicensingEnforcement',
  'KVStore',
  'LDAPAuth',
  'MultifactorAuth',
  'RollingWindowAlerts',
  'SAMLAuth',
  'ScheduledReports',
  'ScriptedAuth',
  'SubgroupId',
] as const;
