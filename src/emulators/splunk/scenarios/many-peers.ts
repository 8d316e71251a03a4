/** A very large deployment: 5,000 peers in 2,000 pools, to show that nothing stops at splunkd's 30 rows a page. */
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
  MIB,
  peer,
  pool,
  splunkState,
  stack,
} from './build.js';

export const MANY_PEERS = 5_000;
export const MANY_POOLS = 2_000;

const POOL_QUOTA = GIB;
const LICENSES = 4;

export function manyPeersState(now: Date): SplunkState {
  const own = guid('many-peers manager');
  const hashes = Array.from({ length: LICENSES }, (_, index) => licenseHash('3A27', `0${index}`));
  const hosts = Array.from({ length: MANY_PEERS }, (_, index) => ({
    guid: guid(`many-peers ${index}`),
    label: `idx-${String(index).padStart(4, '0')}`,
  }));
  const pools = Array.from({ length: MANY_POOLS }, (_, index) => {
    const members = [0, 1, 2].flatMap((round) => hosts[index + round * MANY_POOLS] ?? []);
    return pool({
      name: `pool-${String(index).padStart(4, '0')}`,
      description: `Tenant ${index}`,
      stackId: 'enterprise',
      quota: POOL_QUOTA,
      peers: members.map((host) => host.guid),
      peersUsageBytes: Object.fromEntries(members.map((host, at) => [host.guid, usedBytes(index, at)])),
    });
  });
  const built = builtIns('Enterprise', ['enterprise'], []);
  return splunkState({
    server: liveServer('license-manager'),
    groups: built.groups,
    stacks: [stack({ name: 'enterprise', label: 'Splunk Enterprise', type: 'enterprise' }), ...built.stacks],
    licenses: [
      ...hashes.map((hash) =>
        license({
          hash,
          label: 'Splunk Enterprise',
          type: 'enterprise',
          groupId: 'Enterprise',
          stackId: 'enterprise',
          quota: (BigInt(MANY_POOLS) * POOL_QUOTA) / BigInt(LICENSES),
          creationTime: epochSeconds(now) - 300 * DAY_SECONDS,
        }),
      ),
      ...built.licenses,
    ],
    pools: [...pools, ...built.pools],
    peers: hosts.map((host, index) => peer({ ...host, warningCount: index % 50 === 0 ? (index / 50) % 5 : 0 })),
    messages: [],
    localPeer: localManager({ guid: own, label: 'license-manager', licenseKeys: hashes }, now),
  });
}

/** Spread so that most pools are comfortable, some near their quota and a few over it. */
function usedBytes(poolIndex: number, memberIndex: number): bigint {
  return BigInt(((poolIndex * 37) % 400) + memberIndex * 10) * MIB;
}
