/**
 * The vendor documentation's own sample answers, value by value, as the state of one server.
 *
 * The samples were taken from several servers between 2011 and 2015 and do not add up (a usage quota of 200 GiB over a
 * stack of 10 GiB, no usage over a pool that was used): they are kept so. Only mistakes of the document are mended: the
 * markup that leaked into the feature list is gone, and elided license hashes are filled up between their visible ends.
 * What the samples elide altogether (two groups, two pools) follows from what they name elsewhere.
 */
import type { SplunkState } from '../state.js';
import { license, licenseHash, PERPETUAL, peer, pool, splunkState, stack } from './build.js';

const PACIFIC_SUMMER_TIME = -7 * 60;
const MANAGER = '9CBD8473-4E7D-4FF2-A042-050C5C27C298';
const TRIAL_FEATURES = [
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
  'AllowDuplicateKeys',
];
const ENTERPRISE_FEATURES = [...TRIAL_FEATURES.slice(0, -1), 'CanBeRemoteManager'];
const LOCAL_FEATURES = [
  ['Acceleration', 'AdvancedSearchCommands', 'AdvancedXML', 'Alerting', 'AllowDuplicateKeys', 'Auth'],
  ['CanBeRemoteManager', 'CustomRoles', 'DeployClient', 'DeployServer', 'DistSearch', 'FwdData', 'GuestPass'],
  ['KVStore', 'LDAPAuth', 'LocalSearch', 'MultisiteClustering', 'NontableLookups', 'RcvData', 'RcvSearch'],
  ['ResetWarnings', 'RollingWindowAlerts', 'ScheduledAlerts', 'ScheduledReports', 'ScheduledSearch'],
  ['SearchheadPooling', 'SigningProcessor', 'SplunkWeb', 'SyslogOutputProcessor', 'UnisiteClustering'],
].flat();

export function sampleState(): SplunkState {
  return splunkState({
    server: {
      generation: 'documented',
      // Of the samples' servers the newest, and the only full one.
      generator: { build: '6cfc0237739f', version: '6.3.0' },
      serverName: 'MY MACHINE',
      utcOffsetMinutes: PACIFIC_SUMMER_TIME,
      xmlOnly: false,
      remoteLoginDisabled: false,
    },
    groups: [
      { name: 'Enterprise', isActive: true, stackIds: ['enterprise'] },
      { name: 'Forwarder', isActive: false, stackIds: ['forwarder'] },
      { name: 'Free', isActive: false, stackIds: ['free'] },
      { name: 'Trial', isActive: false, stackIds: ['download-trial'] },
    ],
    stacks: [
      stack({
        name: 'download-trial',
        label: 'Splunk Enterprise Download Trial',
        type: 'download-trial',
        quota: 524_288_000n,
      }),
      stack({ name: 'enterprise', label: 'Splunk Internal License', type: 'enterprise', quota: 10_737_418_240n }),
      stack({ name: 'forwarder', label: 'Splunk Forwarder', type: 'forwarder', quota: 1_048_576n }),
      stack({ name: 'free', label: 'Splunk Free', type: 'free', quota: 524_288_000n, maxViolations: 3 }),
    ],
    licenses: [
      license({
        hash: licenseHash('E08B', 'FA75BF'),
        label: 'Splunk Enterprise Download Trial',
        type: 'download-trial',
        groupId: 'Trial',
        stackId: 'download-trial',
        quota: 524_288_000n,
        creationTime: 1_309_852_804,
        expirationTime: 1_315_641_604,
        status: 'VALID',
        features: [...TRIAL_FEATURES],
      }),
      license({
        hash: licenseHash('CF6C50', '72CE6C'),
        label: 'Splunk Enterprise',
        type: 'enterprise',
        groupId: 'Enterprise',
        stackId: 'enterprise',
        quota: 10_737_418_240n,
        creationTime: 1_306_168_427,
        expirationTime: PERPETUAL,
        status: 'VALID',
        features: [...ENTERPRISE_FEATURES],
      }),
      license({
        hash: licenseHash('E4BF', 'FC639D'),
        label: 'Splunk Internal License',
        type: 'enterprise',
        groupId: 'Enterprise',
        stackId: 'enterprise',
        quota: 10_737_418_240n,
        creationTime: 1_300_901_512,
        expirationTime: 1_314_811_912,
        status: 'VALID',
        features: [...TRIAL_FEATURES, 'CanBeRemoteManager'],
      }),
    ],
    pools: [
      pool({ name: 'auto_generated_pool_download-trial', stackId: 'download-trial' }),
      pool({
        name: 'auto_generated_pool_enterprise',
        stackId: 'enterprise',
        peersUsageBytes: { '1F3A34AE-75DA-4680-B184-5BF309843919': 26_445_659n },
        usedBytes: 26_445_659n,
      }),
      pool({ name: 'auto_generated_pool_forwarder', stackId: 'forwarder', usedBytes: 0n }),
      pool({ name: 'auto_generated_pool_free', stackId: 'free' }),
    ],
    peers: [
      peer({
        guid: '74A43C7E-C33C-41F6-B027-E603D2C3FE68',
        label: 'thething-vishalp',
        warningCount: 0,
        poolIds: ['auto_generated_pool_enterprise', 'auto_generated_pool_forwarder', 'auto_generated_pool_free'],
        stackIds: ['enterprise', 'forwarder', 'free'],
      }),
    ],
    messages: [
      {
        id: '70a19a5cfe6d7c2a678089638dee7bea',
        category: 'pool_warning_count',
        createTime: 1_312_282_230,
        description: 'This pool contains peer(s) with 3 warnings',
        severity: 'WARN',
        poolId: null,
        peerId: null,
        stackId: null,
      },
      {
        id: '2702b33a1bd369ae9209a9ecf4cb39db',
        category: 'license_window',
        createTime: 1_305_607_136,
        description: 'test warnings',
        severity: 'WARN',
        poolId: null,
        peerId: null,
        stackId: null,
      },
    ],
    localPeer: {
      guid: MANAGER,
      label: 'MY MACHINE',
      managerUri: 'self',
      managerGuid: MANAGER,
      licenseKeys: ['4467A79214BACAD9BB01F28193D6E15129DADC3B99D69D78884D4D68D2DDE750'],
      features: Object.fromEntries(
        LOCAL_FEATURES.map((name) => [name, name === 'ResetWarnings' ? 'DISABLED_DUE_TO_LICENSE' : 'ENABLED']),
      ),
      addOns: { hadoop: { type: 'external_results_provider', parameters: { erp_type: 'report', maxNodes: '10' } } },
      connectionTimeout: 30,
      sendTimeout: 30,
      receiveTimeout: 30,
      squashThreshold: 2000,
      lastManagerContactAttemptTime: 1_410_201_013,
      lastManagerContactSuccessTime: 1_410_201_013,
      lastTrackerdbServiceTime: 0,
    },
    usage: { quota: 214_748_364_800n, peersUsageBytes: 0n, disabled: false },
  });
}

/** The same state on a server from before the renaming: `slaves`, `localslave`, and a build for a version. */
export function legacyNamesState(): SplunkState {
  const state = sampleState();
  state.server.generation = 'legacy';
  state.server.generator = { version: '102824' };
  return state;
}
