/** A fresh 10.6 on its download trial, as a person has it two weeks after installing: one peer, hardly any data. */
import type { SplunkState } from '../state.js';
import {
  builtIns,
  DAY_SECONDS,
  epochSeconds,
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

const TRIAL_DAYS = 60;
const DAYS_SINCE_INSTALL = 14;

export function trialState(now: Date): SplunkState {
  const own = guid('trial');
  const hash = licenseHash('7A1A');
  const installed = epochSeconds(now) - DAYS_SINCE_INSTALL * DAY_SECONDS;
  const built = builtIns('Trial', [], ['download-trial']);
  const pools = [
    pool({ name: 'auto_generated_pool_download-trial', stackId: 'download-trial', peersUsageBytes: { [own]: 2048n } }),
    ...built.pools,
  ];
  return splunkState({
    server: liveServer('splunk-trial'),
    groups: built.groups,
    stacks: [
      stack({ name: 'download-trial', label: 'Splunk Enterprise Trial', type: 'download-trial' }),
      ...built.stacks,
    ],
    licenses: [
      license({
        hash,
        label: 'Splunk Enterprise Trial',
        type: 'download-trial',
        groupId: 'Trial',
        stackId: 'download-trial',
        quota: 500n * MIB,
        creationTime: installed,
        expirationTime: installed + TRIAL_DAYS * DAY_SECONDS,
        relativeExpirationStart: installed,
        relativeExpirationInterval: TRIAL_DAYS * DAY_SECONDS,
      }),
      ...built.licenses,
    ],
    pools,
    // A live peer's pool_ids list pools of inactive stacks too; only active_pool_ids matters.
    peers: [
      peer({
        guid: own,
        label: 'splunk-trial',
        poolIds: pools.map((each) => each.name),
        stackIds: ['download-trial', 'forwarder', 'free'],
      }),
    ],
    messages: [],
    localPeer: localManager({ guid: own, label: 'splunk-trial', licenseKeys: [hash] }, now),
  });
}
