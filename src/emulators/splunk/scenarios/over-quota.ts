/** A busy Enterprise manager on a bad day: pools over their quota, the stack over its own, a peer in violation. */
import type { SplunkState } from '../state.js';
import {
  builtIns,
  DAY_SECONDS,
  epochSeconds,
  GIB,
  guid,
  license,
  licenseHash,
  liveServer,
  localManager,
  message,
  peer,
  pool,
  sinceMidnight,
  splunkState,
  stack,
} from './build.js';

export function overQuotaState(now: Date): SplunkState {
  const own = guid('over-quota manager');
  const [web, security, operations, stray] = [host('web'), host('security'), host('operations'), host('stray')];
  const keys = [licenseHash('0BE1', '01'), licenseHash('0BE1', '02')] as const;
  const built = builtIns('Enterprise', ['enterprise'], []);
  return splunkState({
    server: liveServer('license-manager'),
    groups: built.groups,
    stacks: [stack({ name: 'enterprise', label: 'Splunk Enterprise', type: 'enterprise' }), ...built.stacks],
    licenses: [
      enterprise(keys[0], 30n, epochSeconds(now) - 200 * DAY_SECONDS),
      enterprise(keys[1], 20n, epochSeconds(now) - 100 * DAY_SECONDS),
      ...built.licenses,
    ],
    pools: [
      sized('operations', 20n, [operations.guid, own], 16n * GIB),
      sized('security', 20n, [security.guid], 26n * GIB),
      sized('web', 10n, [web.guid], 9n * GIB + GIB / 2n),
      ...built.pools,
    ],
    peers: [
      peer({ guid: own, label: 'license-manager' }),
      peer({ ...operations, warningCount: 1 }),
      peer({ ...security, warningCount: 5 }),
      peer({ ...web, warningCount: 3 }),
      peer(stray),
    ],
    messages: [
      message({
        category: 'pool_over_quota',
        createTime: sinceMidnight(now, 1),
        severity: 'WARN',
        description: `This pool has exceeded its configured poolsize=${20n * GIB} bytes. A warning has been recorded for all members`,
        poolId: 'security',
        stackId: 'enterprise',
      }),
      message({
        category: 'stack_over_quota',
        createTime: sinceMidnight(now, 2),
        severity: 'WARN',
        description: 'This stack has exceeded its quota',
        stackId: 'enterprise',
      }),
      message({
        category: 'license_window',
        createTime: sinceMidnight(now, 30),
        severity: 'WARN',
        description: 'Daily indexing volume limit exceeded yesterday',
        poolId: 'security',
        peerId: security.guid,
        stackId: 'enterprise',
      }),
      message({
        category: 'pool_violated_peer_count',
        createTime: sinceMidnight(now, 31),
        severity: 'ERROR',
        description: 'This pool contains 1 peer(s) in violation',
        poolId: 'security',
        stackId: 'enterprise',
      }),
      message({
        category: 'pool_warning_count',
        createTime: sinceMidnight(now, 31),
        severity: 'WARN',
        description: 'This pool contains peer(s) with 3 warnings',
        poolId: 'web',
        stackId: 'enterprise',
      }),
      message({
        category: 'orphan_peer',
        createTime: sinceMidnight(now, 60),
        severity: 'WARN',
        description: `This peer is not assigned to any pool: ${stray.label}`,
        peerId: stray.guid,
      }),
    ],
    localPeer: localManager({ guid: own, label: 'license-manager', licenseKeys: [...keys] }, now),
  });
}

function host(name: string) {
  return { guid: guid(`over-quota ${name}`), label: `idx-${name}` };
}

function enterprise(hash: string, gib: bigint, creationTime: number) {
  return license({
    hash,
    label: 'Splunk Enterprise',
    type: 'enterprise',
    groupId: 'Enterprise',
    stackId: 'enterprise',
    quota: gib * GIB,
    creationTime,
  });
}

/** A pool whose first member does all the indexing. */
function sized(name: string, gib: bigint, members: readonly [string, ...string[]], used: bigint) {
  return pool({
    name,
    description: `${name} indexers`,
    stackId: 'enterprise',
    quota: gib * GIB,
    peers: [...members],
    peersUsageBytes: { [members[0]]: used },
  });
}
