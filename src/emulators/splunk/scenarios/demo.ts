/** What demo mode shows: a company's license manager at this very moment, with something to look at in every view. */
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
  message,
  messageId,
  peer,
  pool,
  sinceMidnight,
  splunkState,
  stack,
} from './build.js';

const OWN = guid('demo manager');

/** Pools from comfortable to over their quota: name, GiB a day, and each member's use today in MiB. */
const POOLS: readonly (readonly [
  name: string,
  description: string,
  gib: bigint,
  use: Readonly<Record<string, bigint>>,
])[] = [
  ['web', 'Web shop and its proxies', 30n, { 'idx-web-01': 6_900n, 'idx-web-02': 5_400n }],
  ['security', 'Firewalls, endpoints and sign-ins', 20n, { 'idx-sec-01': 11_200n, 'idx-sec-02': 6_500n }],
  ['payments', 'Card payments', 10n, { 'idx-pay-01': 9_830n }],
  ['sandbox', 'Whatever developers try out', 4n, { 'idx-dev-01': 5_250n }],
  ['archive', 'Nothing is sent here any more', 1n, { 'idx-old-01': 0n }],
];

/** Warnings in the last 30 days, by how many nights ago each was written; at five, searching stops. */
const WARNINGS: readonly (readonly [label: string, pool: string, nights: readonly number[]])[] = [
  ['idx-dev-01', 'sandbox', [0, 1, 2, 8, 15]],
  ['idx-pay-01', 'payments', [3, 10, 24]],
  ['idx-sec-01', 'security', [5]],
];

const ORPHANS = ['hf-branch-07', 'idx-lab-99'];

export function demoSplunkState(now: Date): SplunkState {
  const seconds = epochSeconds(now);
  const hash = (tail: string) => licenseHash('D3A0', tail);
  const keys = { main: hash('01'), ending: hash('02'), gone: hash('03'), trial: hash('04') };
  const built = builtIns('Enterprise', ['enterprise'], ['download-trial']);
  const hosts = POOLS.flatMap(([, , , use]) => Object.keys(use));
  const server = liveServer('license-manager');
  // The two valid licenses make 80 GiB a day: under 100 GiB Splunk enforces the quota, so that a violation blocks search.
  return splunkState({
    server,
    groups: built.groups,
    stacks: [
      stack({ name: 'download-trial', label: 'Splunk Enterprise Trial', type: 'download-trial' }),
      stack({ name: 'enterprise', label: 'Splunk Enterprise', type: 'enterprise' }),
      ...built.stacks,
    ],
    licenses: [
      enterprise(keys.main, 'Splunk Enterprise', 60n, seconds - 400 * DAY_SECONDS, null),
      enterprise(
        keys.ending,
        'Splunk Enterprise, peak season',
        20n,
        seconds - 80 * DAY_SECONDS,
        seconds + 12 * DAY_SECONDS,
      ),
      enterprise(
        keys.gone,
        'Splunk Enterprise, last year',
        15n,
        seconds - 395 * DAY_SECONDS,
        seconds - 30 * DAY_SECONDS,
      ),
      license({
        hash: keys.trial,
        label: 'Splunk Enterprise Trial',
        type: 'download-trial',
        groupId: 'Trial',
        stackId: 'download-trial',
        quota: 500n * MIB,
        creationTime: seconds - 470 * DAY_SECONDS,
        expirationTime: seconds - 410 * DAY_SECONDS,
      }),
      ...built.licenses,
    ],
    pools: [
      ...POOLS.map(([name, description, gib, use]) =>
        pool({
          name,
          description,
          stackId: 'enterprise',
          quota: gib * GIB,
          peers: [...Object.keys(use).map(guidOf), ...(name === 'web' ? [OWN] : [])],
          peersUsageBytes: Object.fromEntries(Object.entries(use).map(([label, mib]) => [guidOf(label), mib * MIB])),
        }),
      ),
      pool({ name: 'auto_generated_pool_download-trial', stackId: 'download-trial', peers: [] }),
      ...built.pools,
    ],
    peers: [
      peer({ guid: OWN, label: server.serverName }),
      ...[...hosts, ...ORPHANS].map((label) => peer({ guid: guidOf(label), label, warningCount: warningCount(label) })),
    ],
    messages: demoMessages(now),
    localPeer: localManager({ guid: OWN, label: server.serverName, licenseKeys: [keys.main, keys.ending] }, now),
  });
}

function demoMessages(now: Date) {
  const common = { severity: 'WARN', stackId: 'enterprise' };
  return [
    message({
      ...common,
      category: 'pool_over_quota',
      createTime: Math.max(sinceMidnight(now, 0), epochSeconds(now) - 45 * 60),
      description: `This pool has exceeded its configured poolsize=${4n * GIB} bytes. A warning has been recorded for all members`,
      poolId: 'sandbox',
    }),
    // Written just after midnight about the day before.
    ...WARNINGS.flatMap(([label, poolId, nights]) =>
      nights.map((night) =>
        message({
          ...common,
          category: 'license_window',
          createTime: sinceMidnight(now, 30) - night * DAY_SECONDS,
          description: `Pool ${poolId} exceeded its daily quota the day before`,
          poolId,
          peerId: guidOf(label),
        }),
      ),
    ),
    message({
      ...common,
      category: 'pool_violated_peer_count',
      severity: 'ERROR',
      createTime: sinceMidnight(now, 31),
      description: 'This pool contains 1 peer(s) in violation',
      poolId: 'sandbox',
    }),
    message({
      ...common,
      category: 'pool_warning_count',
      createTime: sinceMidnight(now, 31),
      description: 'This pool contains peer(s) with 3 warnings',
      poolId: 'payments',
    }),
    ...ORPHANS.map((label) =>
      message({
        // The same at every start, so that an example can name it.
        id: messageId(`orphan_peer ${label}`),
        category: 'orphan_peer',
        severity: 'INFO',
        createTime: epochSeconds(now) - 2 * 3_600,
        description: `This peer is not assigned to any pool: ${label}`,
        peerId: guidOf(label),
      }),
    ),
  ];
}

function warningCount(host: string): number {
  return WARNINGS.find(([label]) => label === host)?.[2].length ?? 0;
}

function guidOf(label: string): string {
  return guid(`demo ${label}`);
}

function enterprise(hash: string, label: string, gib: bigint, creationTime: number, expirationTime: number | null) {
  return license({
    hash,
    label,
    type: 'enterprise',
    groupId: 'Enterprise',
    stackId: 'enterprise',
    quota: gib * GIB,
    creationTime,
    ...(expirationTime === null ? {} : { expirationTime }),
  });
}
