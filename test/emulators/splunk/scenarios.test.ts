import { expect, it } from 'vitest';
import { demoSplunkState, splunkEmulator, startSplunkEmulator } from '../../../src/emulators/splunk/index.js';
import { NOW, type Splunk, splunk } from './support.js';

const base = '/services/licenser';

/** Every entity's content by endpoint and name. */
async function everything({ json }: Splunk) {
  const read = async (endpoint: string) =>
    new Map((await json(`${base}/${endpoint}?count=0`)).entry.map((entry) => [entry.name, entry.content]));
  return {
    groups: await read('groups'),
    licenses: await read('licenses'),
    messages: await read('messages'),
    pools: await read('pools'),
    peers: await read('peers'),
    stacks: await read('stacks'),
    usage: (await read('usage')).get('license_usage') ?? {},
  };
}

const number = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

it('lists the contract scenarios, the documentation sample first, and refuses others', async () => {
  expect(splunkEmulator).toMatchObject({
    kind: 'splunk',
    defaultPort: 18089,
    scenarios: ['enterprise', 'trial', 'over-quota', 'legacy-names', 'many-peers', 'demo'],
  });
  expect(splunkEmulator.credentials).toContain('admin / changeme');
  await expect(startSplunkEmulator({ scenario: 'nope' })).rejects.toThrow('"nope"; there are enterprise, trial');
});

it('is a trial of 500 MB in its first weeks', async () => {
  const { groups, licenses, pools, peers, stacks } = await everything(await splunk({ scenario: 'trial' }));
  expect(groups.get('Trial')).toMatchObject({ is_active: true, stack_ids: ['download-trial'] });
  expect(groups.get('Enterprise')).toMatchObject({ is_active: false, stack_ids: [] });
  expect(stacks.get('free')).toMatchObject({ max_violations: 3, window_period: 30, quota: 524288000, cle_active: 0 });
  expect(stacks.get('download-trial')).toMatchObject({ max_violations: 5, window_period: 30, is_unlimited: false });
  expect(pools.get('auto_generated_pool_download-trial')).toMatchObject({
    quota: 'MAX',
    effective_quota: 524288000,
    used_bytes: 2048,
  });
  expect(pools.get('auto_generated_pool_free')).toMatchObject({ peers: [] });
  const trial = [...licenses.values()].find((license) => license.group_id === 'Trial') ?? {};
  expect(number(trial.relative_expiration_start) + number(trial.relative_expiration_interval)).toBe(
    trial.expiration_time,
  );
  expect(trial.status).toBe('VALID');
  expect([...licenses.keys()]).toContain('F'.repeat(64));
  expect([...peers.values()]).toEqual([
    expect.objectContaining({ active_pool_ids: ['auto_generated_pool_download-trial'], pool_suggestion: null }),
  ]);
});

it('lets the trial run out with the clock: status, stack and pool', async () => {
  let now = NOW;
  const server = await splunk({ scenario: 'trial', clock: { now: () => now } });
  now = new Date(NOW.getTime() + 50 * 86_400_000);
  const { licenses, pools, stacks } = await everything(server);
  expect([...licenses.values()].find((license) => license.group_id === 'Trial')?.status).toBe('EXPIRED');
  expect(stacks.get('download-trial')?.quota).toBe(0);
  expect(pools.get('auto_generated_pool_download-trial')?.effective_quota).toBe(0);
  const info = await server.json('/services/server/info');
  expect(info.entry[0]?.content.licenseState).toBe('EXPIRED');
});

it('is over quota in a pool and in the stack, with a peer in violation and one without a pool', async () => {
  const { messages, pools, peers, stacks, usage } = await everything(await splunk({ scenario: 'over-quota' }));
  expect(number(usage.peers_usage_bytes)).toBeGreaterThan(number(usage.quota));
  expect(usage.quota).toBe(stacks.get('enterprise')?.quota);
  const security = pools.get('security') ?? {};
  expect(number(security.used_bytes)).toBeGreaterThan(number(security.effective_quota));
  expect([...peers.values()].some((peer) => peer.warning_count === 5)).toBe(true);
  const orphans = [...peers].filter(
    ([, peer]) => Array.isArray(peer.active_pool_ids) && peer.active_pool_ids.length === 0,
  );
  expect(orphans).toHaveLength(1);
  const all = [...messages.values()];
  expect(all.map((message) => message.category).sort()).toEqual([
    'license_window',
    'orphan_peer',
    'pool_over_quota',
    'pool_violated_peer_count',
    'pool_warning_count',
    'stack_over_quota',
  ]);
  expect(all.find((message) => message.category === 'orphan_peer')?.peer_id).toBe(orphans[0]?.[0]);
  expect(all.every((message) => number(message.create_time) * 1000 <= NOW.getTime())).toBe(true);
});

it('holds 5,000 peers in 2,000 pools, each peer where its pool says', async () => {
  const { pools, peers } = await everything(await splunk({ scenario: 'many-peers' }));
  expect(peers.size).toBe(5_000);
  expect([...pools.keys()].filter((name) => name.startsWith('pool-'))).toHaveLength(2_000);
  for (const [guid, peer] of peers) {
    const [poolId] = peer.active_pool_ids as string[];
    expect(pools.get(poolId ?? '')?.peers).toContain(guid);
  }
});

it('shows something in every view of the demo, at the present', async () => {
  const { licenses, messages, pools, peers, stacks } = await everything(await splunk({ scenario: 'demo' }));
  const share = [...pools.values()].map((pool) => number(pool.used_bytes) / number(pool.effective_quota));
  expect(share.some((each) => each > 1)).toBe(true);
  expect(share.some((each) => each >= 0.9 && each <= 1)).toBe(true);
  expect(share.some((each) => each >= 0.8 && each < 0.9)).toBe(true);
  expect(share.some((each) => each > 0 && each < 0.5)).toBe(true);
  const explicit = [...pools.values()].filter((pool) => pool.quota !== 'MAX');
  expect(explicit.reduce((sum, pool) => sum + Number(pool.quota), 0)).toBeLessThanOrEqual(
    number(stacks.get('enterprise')?.quota),
  );
  const days = [...licenses.values()].map((license) => number(license.expiration_time) - NOW.getTime() / 1000);
  expect(days.some((left) => left > 0 && left < 30 * 86_400)).toBe(true);
  expect([...licenses.values()].some((license) => license.status === 'EXPIRED')).toBe(true);
  expect(new Set([...peers.values()].map((peer) => peer.warning_count)).size).toBeGreaterThan(2);
  expect(messages.size).toBeGreaterThan(4);
  expect([...messages.values()].every((message) => number(message.create_time) * 1000 <= NOW.getTime())).toBe(true);
});

it('builds the same demo for the same moment, each time anew', () => {
  const one = demoSplunkState(NOW);
  expect(demoSplunkState(NOW)).toEqual(one);
  one.pools.length = 0;
  expect(demoSplunkState(NOW).pools).not.toHaveLength(0);
});

it('shows at once what a test changes in its state', async () => {
  const { emulator, json } = await splunk({ scenario: 'trial' });
  const pool = emulator.state.pools[0];
  if (pool === undefined) throw new Error('the trial has a pool');
  pool.peersUsageBytes = { ...pool.peersUsageBytes, 'ANOTHER-PEER': 1_000n };
  const used = async () => (await json(`${base}/usage`)).entry[0]?.content.peers_usage_bytes;
  expect(await used()).toBe(3_048);
  pool.usedBytes = 7n;
  expect(await used()).toBe(7);
});

it('serves TLS when asked', async () => {
  const { emulator } = await splunk({ tls: true });
  expect(emulator.url).toMatch(/^https:/);
  expect(emulator.fingerprint256).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
});
