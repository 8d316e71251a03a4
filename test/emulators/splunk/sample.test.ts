import { expect, it } from 'vitest';
import { splunk } from './support.js';

const base = '/services/licenser';

it('holds the documentation sample of groups and stacks', async () => {
  const { atom } = await splunk();
  const groups = (await atom(`${base}/groups`)).entries.map(({ title, content }) => [
    title,
    content.is_active,
    content.stack_ids,
  ]);
  expect(groups).toEqual([
    ['Enterprise', '1', ['enterprise']],
    ['Forwarder', '0', ['forwarder']],
    ['Free', '0', ['free']],
    ['Trial', '0', ['download-trial']],
  ]);
  const stacks = (await atom(`${base}/stacks`)).entries.map(({ title, content }) => [
    title,
    content.label,
    content.quota,
    content.type,
  ]);
  expect(stacks).toEqual([
    ['download-trial', 'Splunk Enterprise Download Trial', '524288000', 'download-trial'],
    ['enterprise', 'Splunk Internal License', '10737418240', 'enterprise'],
    ['forwarder', 'Splunk Forwarder', '1048576', 'forwarder'],
    ['free', 'Splunk Free', '524288000', 'free'],
  ]);
});

it('holds the three sample licenses under hashes of full length', async () => {
  const { atom } = await splunk();
  const licenses = (await atom(`${base}/licenses?sort_key=creation_time`)).entries;
  expect(licenses.map(({ title, content }) => [`${title.slice(0, 4)}…${title.slice(-6)}`, content.label])).toEqual([
    ['E4BF…FC639D', 'Splunk Internal License'],
    ['CF6C…72CE6C', 'Splunk Enterprise'],
    ['E08B…FA75BF', 'Splunk Enterprise Download Trial'],
  ]);
  for (const { title, content } of licenses) {
    expect(title).toMatch(/^[0-9A-F]{64}$/);
    expect(content).toMatchObject({ license_hash: title, max_violations: '5', window_period: '30', status: 'VALID' });
  }
  const { 'eai:acl': _acl, license_hash: _hash, ...trial } = licenses[2]?.content ?? {};
  expect(trial).toEqual({
    creation_time: '1309852804',
    expiration_time: '1315641604',
    features: [
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
    ],
    group_id: 'Trial',
    label: 'Splunk Enterprise Download Trial',
    max_violations: '5',
    quota: '524288000',
    sourcetypes: [],
    stack_id: 'download-trial',
    status: 'VALID',
    type: 'download-trial',
    window_period: '30',
  });
  expect(licenses[1]?.content).toMatchObject({ expiration_time: '2147483647', quota: '10737418240' });
  expect(licenses[0]?.content.features).toEqual([...(trial.features as string[]), 'CanBeRemoteManager']);
});

it('holds the sample pools, peer and messages', async () => {
  const { json } = await splunk();
  const pools = (await json(`${base}/pools`)).entry;
  expect(pools.map(({ name }) => name)).toEqual(
    ['download-trial', 'enterprise', 'forwarder', 'free'].map((stack) => `auto_generated_pool_${stack}`),
  );
  expect(pools[1]?.content).toEqual({
    description: 'auto_generated_pool_enterprise',
    'eai:acl': null,
    quota: 'MAX',
    peers: ['*'],
    peers_usage_bytes: { '1F3A34AE-75DA-4680-B184-5BF309843919': 26445659 },
    stack_id: 'enterprise',
    used_bytes: 26445659,
  });
  expect(pools[2]?.content).toMatchObject({ peers_usage_bytes: null, used_bytes: 0 });
  expect((await json(`${base}/peers`)).entry.map(({ name, content }) => ({ name, content }))).toEqual([
    {
      name: '74A43C7E-C33C-41F6-B027-E603D2C3FE68',
      content: {
        'eai:acl': null,
        label: 'thething-vishalp',
        pool_ids: ['auto_generated_pool_enterprise', 'auto_generated_pool_forwarder', 'auto_generated_pool_free'],
        stack_ids: ['enterprise', 'forwarder', 'free'],
        warning_count: 0,
      },
    },
  ]);
  const common = { 'eai:acl': null, pool_id: null, peer_id: null, stack_id: null, severity: 'WARN' };
  expect((await json(`${base}/messages`)).entry.map(({ name, content }) => ({ name, content }))).toEqual([
    {
      name: '2702b33a1bd369ae9209a9ecf4cb39db',
      content: { ...common, category: 'license_window', create_time: 1305607136, description: 'test warnings' },
    },
    {
      name: '70a19a5cfe6d7c2a678089638dee7bea',
      content: {
        ...common,
        category: 'pool_warning_count',
        create_time: 1312282230,
        description: 'This pool contains peer(s) with 3 warnings',
      },
    },
  ]);
});

it('holds the sample local peer and usage, whose mended markup leaves thirty features', async () => {
  const { atom } = await splunk();
  const local = (await atom(`${base}/localpeer`)).entries[0]?.content ?? {};
  const features = local.features as Record<string, string>;
  expect(Object.keys(features)).toHaveLength(30);
  expect(Object.entries(features).filter(([, state]) => state !== 'ENABLED')).toEqual([
    ['ResetWarnings', 'DISABLED_DUE_TO_LICENSE'],
  ]);
  expect(local).toMatchObject({
    add_ons: { hadoop: { parameters: { erp_type: 'report', maxNodes: '10' }, type: 'external_results_provider' } },
    connection_timeout: '30',
    last_manager_contact_attempt_time: '1410201013',
    last_manager_contact_success_time: '1410201013',
    last_trackerdb_service_time: '0',
    license_keys: ['4467A79214BACAD9BB01F28193D6E15129DADC3B99D69D78884D4D68D2DDE750'],
    manager_guid: '9CBD8473-4E7D-4FF2-A042-050C5C27C298',
    manager_uri: 'self',
    peer_id: '9CBD8473-4E7D-4FF2-A042-050C5C27C298',
    peer_label: 'MY MACHINE',
    receive_timeout: '30',
    send_timeout: '30',
    squash_threshold: '2000',
  });
  expect((await atom(`${base}/usage`)).entries[0]?.content).toEqual({
    disabled: '0',
    'eai:acl': {
      app: null,
      can_list: '1',
      can_write: '1',
      modifiable: '0',
      owner: 'system',
      perms: { read: ['*'], write: [] },
      removable: '0',
      sharing: 'system',
    },
    quota: '214748364800',
    peers_usage_bytes: '0',
  });
});

it('writes an empty map as an empty key and an absent value as a self-closed one', async () => {
  const { ask } = await splunk();
  const pool = await (await ask(`${base}/pools/auto_generated_pool_forwarder`)).text();
  expect(pool).toContain('<s:key name="peers_usage_bytes"></s:key>');
  const messages = await (await ask(`${base}/messages`)).text();
  expect(messages).toContain('<s:key name="pool_id"/>');
  const licenses = await (await ask(`${base}/licenses`)).text();
  expect(licenses).toMatch(/<s:key name="sourcetypes">\s*<s:list\/>\s*<\/s:key>/);
});
