/** Every field of the vendors' documents: where GraphQL shows it, and with which value of the vendor's own sample. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningEmulator } from '../../src/emulators/emulator.js';
import { startEnterpriseReconEmulator } from '../../src/emulators/enterprise-recon/index.js';
import type { KeygenEverythingQuery, ReconEverythingQuery, SplunkEverythingQuery } from '../generated/graphql.js';
import { reconSourceOf, startEmulators, type TestEmulators } from '../support/emulators.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { storeKinds, type TestStore } from '../support/stores.js';
import { keygenEverything, reconEverything, splunkEverything } from './seed-documents.js';

type Splunk = NonNullable<SplunkEverythingQuery['source']>;
type Recon = NonNullable<ReconEverythingQuery['source']>;
type Keygen = NonNullable<KeygenEverythingQuery['source']>['licenses']['nodes'][number];

/** Seed field, where it is shown, the sample's value. */
type Row<T> = readonly [field: string, where: (shown: T) => unknown, expected: unknown];

const GUID = '9CBD8473-4E7D-4FF2-A042-050C5C27C298';
const ATTRIBUTES = { optionalFields: [], requiredFields: [], wildcardFields: [] };
const POOL_ATTRIBUTES = { ...ATTRIBUTES, optionalFields: ['append_peers', 'description', 'quota', 'peers'] };
const acl = (app: string | null, owner: string) => ({
  app,
  can_write: '1',
  modifiable: '0',
  owner,
  perms: { read: ['admin'], write: ['admin'] },
  sharing: 'system',
});
const at = (seconds: number) => new Date(seconds * 1000).toISOString();

function by<T extends { readonly vendorId?: string | null }>(nodes: readonly T[], start: string): T {
  const found = nodes.find((node) => node.vendorId?.startsWith(start));
  if (found === undefined) throw new Error(`nothing shown has a vendor id that starts with ${start}`);
  return found;
}

const group = (s: Splunk, name: string) =>
  by(s.groups.nodes, name) as Extract<Splunk['groups']['nodes'][number], { isActive: boolean }>;
const license = (s: Splunk, hash: string) =>
  by(s.licenses.nodes, hash) as Extract<Splunk['licenses']['nodes'][number], { licenseHash: string }>;
const message = (s: Splunk) => by(s.messages.nodes, '70a19a5c');
const pool = (s: Splunk, name: string) => by(s.pools.nodes, name);
const peer = (s: Splunk) => by(s.peers.nodes, '74A43C7E');
const stack = (s: Splunk, name: string) => by(s.stacks.nodes, name);
const ids = (connection: { readonly nodes: readonly { readonly vendorId: string }[] }) =>
  connection.nodes.map((node) => node.vendorId).sort();

const splunkRows: readonly Row<Splunk>[] = [
  ['groups: is_active', (s) => [group(s, 'Enterprise').isActive, group(s, 'Forwarder').isActive], [true, false]],
  [
    'groups: stack_ids',
    (s) => [ids(group(s, 'Enterprise').stacks), ids(group(s, 'Forwarder').stacks)],
    [['enterprise'], ['forwarder']],
  ],
  [
    'groups: eai:attributes',
    (s) => s.vendorFields['eai:attributes'],
    expect.objectContaining({ groups: { ...ATTRIBUTES, requiredFields: ['is_active'] } }),
  ],
  [
    'groups: eai:acl',
    (s) => Object.keys(group(s, 'Enterprise').vendorFields['eai:acl'] as object),
    expect.arrayContaining(['perms', 'sharing']),
  ],
  ['licenses: creation_time', (s) => license(s, 'E08B').createdAt, at(1309852804)],
  ['licenses: expiration_time', (s) => license(s, 'E08B').expiresAt, at(1315641604)],
  [
    'licenses: expiration_time of a perpetual one',
    (s) => [license(s, 'CF6C50').expiresAt, license(s, 'CF6C50').vendorFields.expiration_time],
    [null, '2147483647'],
  ],
  [
    'licenses: features',
    (s) => license(s, 'E4BF').features,
    [
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
      'CanBeRemoteManager',
    ],
  ],
  [
    'licenses: group_id',
    (s) => [license(s, 'E08B').group?.vendorId, license(s, 'E4BF').group?.vendorId],
    ['Trial', 'Enterprise'],
  ],
  ['licenses: label', (s) => license(s, 'E08B').label, 'Splunk Enterprise Download Trial'],
  ['licenses: license_hash', (s) => license(s, 'E08B').licenseHash, expect.stringMatching(/^E08B[0-9A-F]{54}FA75BF$/)],
  ['licenses: max_violations', (s) => license(s, 'E08B').maxViolations, 5],
  [
    'licenses: quota',
    (s) => [license(s, 'E08B').quotaBytes, license(s, 'CF6C50').quotaBytes],
    ['524288000', '10737418240'],
  ],
  ['licenses: sourcetypes', (s) => license(s, 'E08B').sourcetypes, []],
  ['licenses: stack_id', (s) => license(s, 'E08B').stack?.vendorId, 'download-trial'],
  ['licenses: status', (s) => license(s, 'E08B').reportedStatus, 'VALID'],
  ['licenses: type', (s) => license(s, 'E08B').type, 'download-trial'],
  ['licenses: window_period', (s) => license(s, 'E08B').windowPeriod, 30],
  [
    'licenses: eai:attributes',
    (s) => s.vendorFields['eai:attributes'],
    expect.objectContaining({ licenses: ATTRIBUTES }),
  ],
  [
    'localpeer: add_ons',
    (s) => s.localPeer?.addOns,
    { hadoop: { parameters: { erp_type: 'report', maxNodes: '10' }, type: 'external_results_provider' } },
  ],
  ['localpeer: connection_timeout', (s) => s.localPeer?.connectionTimeout, 30],
  ['localpeer: last_manager_contact_attempt_time', (s) => s.localPeer?.lastManagerContactAttemptAt, at(1410201013)],
  ['localpeer: last_manager_contact_success_time', (s) => s.localPeer?.lastManagerContactSuccessAt, at(1410201013)],
  ['localpeer: last_trackerdb_service_time', (s) => s.localPeer?.lastTrackerDbServiceAt, null],
  [
    'localpeer: license_keys',
    (s) => s.localPeer?.licenseKeys,
    ['4467A79214BACAD9BB01F28193D6E15129DADC3B99D69D78884D4D68D2DDE750'],
  ],
  ['localpeer: manager_guid', (s) => s.localPeer?.managerGuid, GUID],
  ['localpeer: manager_uri', (s) => [s.localPeer?.managerUri, s.localPeer?.isManager], ['self', true]],
  ['localpeer: receive_timeout', (s) => s.localPeer?.receiveTimeout, 30],
  ['localpeer: send_timeout', (s) => s.localPeer?.sendTimeout, 30],
  ['localpeer: peer_id', (s) => s.localPeer?.peerVendorId, GUID],
  ['localpeer: peer_label', (s) => s.localPeer?.peerLabel, 'MY MACHINE'],
  ['localpeer: squash_threshold', (s) => s.localPeer?.squashThreshold, 2000],
  [
    'localpeer: features',
    (s) => Object.fromEntries(s.localPeer?.features.map(({ name, state }) => [name, state]) ?? []),
    documentedFeatures(),
  ],
  ['messages: category', (s) => message(s).category, 'pool_warning_count'],
  ['messages: create_time', (s) => message(s).createdAt, at(1312282230)],
  ['messages: description', (s) => message(s).description, 'This pool contains peer(s) with 3 warnings'],
  ['messages: severity', (s) => message(s).severity, 'WARN'],
  ['messages: pool_id', (s) => message(s).pool, null],
  ['messages: peer_id', (s) => message(s).peer, null],
  ['messages: stack_id', (s) => message(s).stack, null],
  [
    'messages: the one of the single request',
    (s) => by(s.messages.nodes, '2702b33a'),
    expect.objectContaining({ category: 'license_window', description: 'test warnings', createdAt: at(1305607136) }),
  ],
  [
    'messages: eai:attributes',
    (s) => s.vendorFields['eai:attributes'],
    expect.objectContaining({ messages: ATTRIBUTES }),
  ],
  [
    'pools: description',
    (s) => pool(s, 'auto_generated_pool_enterprise').description,
    'auto_generated_pool_enterprise',
  ],
  [
    'pools: quota',
    (s) => [
      pool(s, 'auto_generated_pool_enterprise').isMax,
      pool(s, 'auto_generated_pool_enterprise').vendorFields.quota,
    ],
    [true, 'MAX'],
  ],
  [
    'pools: peers',
    (s) => [
      pool(s, 'auto_generated_pool_enterprise').peerVendorIds,
      pool(s, 'auto_generated_pool_enterprise').acceptsAllPeers,
    ],
    [['*'], true],
  ],
  [
    'pools: peers_usage_bytes',
    (s) => pool(s, 'auto_generated_pool_enterprise').peerUsages,
    [{ peerVendorId: '1F3A34AE-75DA-4680-B184-5BF309843919', usedBytes: '26445659' }],
  ],
  ['pools: peers_usage_bytes, empty', (s) => pool(s, 'auto_generated_pool_forwarder').peerUsages, []],
  ['pools: stack_id', (s) => pool(s, 'auto_generated_pool_enterprise').stack?.vendorId, 'enterprise'],
  ['pools: used_bytes', (s) => pool(s, 'auto_generated_pool_enterprise').used, '26445659'],
  [
    'pools: eai:attributes',
    (s) => s.vendorFields['eai:attributes'],
    expect.objectContaining({ pools: POOL_ATTRIBUTES }),
  ],
  ['peers: label', (s) => peer(s).label, 'thething-vishalp'],
  [
    'peers: pool_ids',
    (s) => ids(peer(s).pools),
    ['auto_generated_pool_enterprise', 'auto_generated_pool_forwarder', 'auto_generated_pool_free'],
  ],
  ['peers: stack_ids', (s) => ids(peer(s).stacks), ['enterprise', 'forwarder', 'free']],
  ['peers: warning_count', (s) => peer(s).warningCount, 0],
  ['peers: eai:acl', (s) => peer(s).vendorFields['eai:acl'], acl('system', 'nobody')],
  ['peers: eai:attributes', (s) => s.vendorFields['eai:attributes'], expect.objectContaining({ peers: ATTRIBUTES })],
  [
    'stacks: label',
    (s) => ids(s.stacks).map((name) => stack(s, name).label),
    ['Splunk Enterprise Download Trial', 'Splunk Internal License', 'Splunk Forwarder', 'Splunk Free'],
  ],
  [
    'stacks: quota',
    (s) => ids(s.stacks).map((name) => stack(s, name).quotaBytes),
    ['524288000', '10737418240', '1048576', '524288000'],
  ],
  [
    'stacks: type',
    (s) => ids(s.stacks).map((name) => stack(s, name).type),
    ['download-trial', 'enterprise', 'forwarder', 'free'],
  ],
  ['stacks: eai:acl', (s) => stack(s, 'enterprise').vendorFields['eai:acl'], acl(null, 'system')],
  ['stacks: eai:attributes', (s) => s.vendorFields['eai:attributes'], expect.objectContaining({ stacks: ATTRIBUTES })],
  ['usage: disabled', (s) => s.vendorFields.usage, expect.objectContaining({ disabled: '0' })],
  [
    'usage: eai:acl',
    (s) => s.vendorFields.usage,
    expect.objectContaining({
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
    }),
  ],
  ['usage: quota', (s) => group(s, 'Enterprise').quotas, [expect.objectContaining({ limit: '214748364800' })]],
  ['usage: peers_usage_bytes', (s) => group(s, 'Enterprise').quotas, [expect.objectContaining({ used: '0' })]],
];

/** The features of the document's own localpeer sample, read from the fixture. */
function documentedFeatures(): Record<string, string> {
  const xml = readFileSync(new URL('../../src/sources/splunk/fixtures/seed/localpeer.xml', import.meta.url), 'utf8');
  const features = /<s:key name="features">([\s\S]*?)<\/s:dict>/.exec(xml)?.[1] ?? '';
  return Object.fromEntries(
    [...features.matchAll(/<s:key name="(\w+)">(\w+)<\/s:key>/g)].map((match) => [match[1], match[2]]),
  );
}

/** The documented sample of a licensing model, as the vendor prints it. */
function reconSample(model: string): Record<string, unknown> & { summary: Record<string, string>[] } {
  return JSON.parse(
    readFileSync(new URL(`../../src/sources/enterprise-recon/fixtures/${model}.json`, import.meta.url), 'utf8'),
  );
}

/** Keygen's attribute, our field; `uses` apart. */
const keygenAttributes = [
  ['name', 'name'],
  ['key', 'key'],
  ['expiry', 'expiresAt'],
  ['status', 'reportedStatus'],
  ['protected', 'protected'],
  ['version', 'version'],
  ['suspended', 'suspended'],
  ['scheme', 'scheme'],
  ['encrypted', 'encrypted'],
  ['floating', 'floating'],
  ['strict', 'strict'],
  ['maxMachines', 'maxMachines'],
  ['maxProcesses', 'maxProcesses'],
  ['maxUsers', 'maxUsers'],
  ['maxCores', 'maxCores'],
  ['maxUses', 'maxUses'],
  ['requireHeartbeat', 'requireHeartbeat'],
  ['requireCheckIn', 'requireCheckIn'],
  ['lastValidated', 'lastValidatedAt'],
  ['lastCheckOut', 'lastCheckOutAt'],
  ['lastCheckIn', 'lastCheckInAt'],
  ['nextCheckIn', 'nextCheckInAt'],
  ['metadata', 'metadata'],
  ['created', 'createdAt'],
  ['updated', 'updatedAt'],
] as const;

const UNIT = { allowance: 'BYTES', license: 'COUNT' } as const;

describe.each(storeKinds)('on $name', ({ skipped, make }) => {
  describe.skipIf(skipped)('every documented field is shown', () => {
    let store: TestStore;
    let emulators: TestEmulators;
    let gateway: TestGateway;
    const others: RunningEmulator[] = [];

    beforeAll(async () => {
      store = await make();
      emulators = await startEmulators({ splunk: 'enterprise', recon: 'legacy', keygen: 'sample' });
      for (const scenario of ['sitewide', 'non-sitewide'])
        others.push(await startEnterpriseReconEmulator({ scenario }));
      const [sitewide, nonSitewide] = others;
      if (sitewide === undefined || nonSitewide === undefined) throw new Error('not started');
      const sources = [
        ...emulators.sources,
        reconSourceOf(sitewide, 'sitewide'),
        reconSourceOf(nonSitewide, 'non-sitewide'),
      ];
      gateway = await startGateway(sources, { store });
      await gateway.refresh();
    });
    afterAll(async () => {
      await gateway?.close();
      await emulators?.close();
      for (const other of others) await other.close();
      await store?.remove();
    });

    describe('of Splunk', () => {
      let shown: Splunk;
      beforeAll(async () => {
        const { source } = await gateway.query(splunkEverything, { name: 'splunk' });
        if (source == null) throw new Error('no splunk');
        shown = source;
      });
      it.each(splunkRows)('%s', (_field, where, expected) => expect(where(shown)).toEqual(expected));
      it('localpeer has all 30 features of the document', () => expect(shown.localPeer?.features).toHaveLength(30));
    });

    describe.each([
      ['legacy', 'recon'],
      ['sitewide', 'sitewide'],
      ['non-sitewide', 'non-sitewide'],
    ])('of Enterprise Recon, %s', (model, name) => {
      const sample = reconSample(model);
      let shown: Recon;
      let installation: Extract<Recon['licenses']['nodes'][number], { model: string }>;
      beforeAll(async () => {
        const { source } = await gateway.query(reconEverything, { name });
        if (source == null) throw new Error(`no ${name}`);
        shown = source;
        installation = source.licenses.nodes[0] as typeof installation;
      });

      it('state, expires, edition, company, warning', () => {
        expect(installation.reportedStatus).toBe(sample.state ?? null);
        expect(installation.expiresAt).toBe(at(Number(sample.expires)));
        expect(installation.edition).toBe(sample.edition ?? null);
        expect(installation.company).toBe(sample.company);
        expect(installation.warning).toBe(sample.warning ?? null);
      });

      it('targets: name, id, type', () => {
        const targets = (sample.targets ?? []) as { name: string; id: string; type: string }[];
        const found = shown.targets.nodes.map(({ vendorId, name: label, type }) => ({
          name: label,
          id: vendorId,
          type,
        }));
        expect(found).toHaveLength(targets.length);
        expect(found).toEqual(expect.arrayContaining(targets));
      });

      it('summary: type, comment, total, usage', () => {
        const found = shown.pools.nodes.map((pool) => ({
          type: pool.vendorFields.type,
          comment: pool.name,
          total: pool.limit,
          usage: pool.used,
        }));
        expect(found).toHaveLength(sample.summary.length);
        expect(found).toEqual(expect.arrayContaining(sample.summary));
        for (const pool of shown.pools.nodes) {
          expect(pool.unit).toBe(/allowance/i.test(pool.name) ? UNIT.allowance : UNIT.license);
        }
      });

      it('datausage: location, type, bytes, attribution', () => {
        const usages = (sample.datausage ?? []) as object[];
        const found = shown.dataUsages.nodes.map(({ location, type, bytes, attribution }) => ({
          type,
          location,
          bytes,
          attribution,
        }));
        expect(found).toHaveLength(usages.length);
        expect(found).toEqual(expect.arrayContaining(usages));
      });
    });

    it('of Enterprise Recon, datausage: id, which no sample has', async () => {
      const { recon } = emulators;
      const before = recon.state.licenses;
      const usage = { id: '18446744073709551615', location: 'HOST/x', type: 'file', bytes: '7', attribution: 'server' };
      recon.state.licenses = { ...before, datausage: [usage] };
      await gateway.refresh('recon');
      const { source } = await gateway.query(reconEverything, { name: 'recon' });
      recon.state.licenses = before;
      await gateway.refresh('recon');
      expect(source?.dataUsages.nodes).toMatchObject([{ vendorId: usage.id, bytes: '7' }]);
    });

    describe('of Keygen', () => {
      let shown: Extract<Keygen, { uses: string }>;
      const sample = keygenSample();
      const related = (name: string) =>
        (sample.relationships[name]?.links.related ?? '').replace('<account>', shown.accountVendorId ?? '');
      const relationship = (name: string) =>
        (shown.vendorFields.relationships as Record<string, { links: { related: string } }>)[name];
      beforeAll(async () => {
        const { source } = await gateway.query(keygenEverything, { name: 'keygen' });
        shown = source?.licenses.nodes[0] as typeof shown;
      });

      it.each(keygenAttributes)('attribute %s as %s', (attribute, field) => {
        expect(shown[field]).toEqual(sample.attributes[attribute]);
      });

      it('attribute uses as a BigInt', () => {
        expect(shown.uses).toBe(String(sample.attributes.uses));
      });

      it('no attribute of the document is left out', () => {
        const covered = new Set<string>(['uses', ...keygenAttributes.map(([attribute]) => attribute)]);
        expect(Object.keys(sample.attributes).filter((attribute) => !covered.has(attribute))).toEqual([]);
      });

      it('id, type and links', () => {
        expect(shown.vendorId).toBe(sample.id);
        expect(shown.vendorFields.type).toBe('licenses');
        expect(shown.vendorFields.links).toEqual({
          self: sample.links.self.replace('<account>', shown.accountVendorId ?? ''),
        });
      });

      it('relationships, each by its own field and with its link', () => {
        const linked = (name: string) => (sample.relationships[name]?.data as { id: string } | null | undefined)?.id;
        expect(shown.productVendorId).toBe(linked('product'));
        expect(shown.policy?.vendorId).toBe(linked('policy'));
        expect(shown.ownerVendorId).toBe(linked('owner'));
        expect(shown.group).toBeNull();
        expect(shown.environmentVendorId).toBeNull();
        expect([shown.userCount, shown.machineCount]).toEqual([0, 2]);
        expect(shown.entitlements).toEqual([]);
        for (const name of Object.keys(sample.relationships))
          expect(relationship(name)?.links.related).toBe(related(name));
      });
    });
  });
});

function keygenSample(): {
  id: string;
  links: { self: string };
  attributes: Record<string, unknown>;
  relationships: Record<string, { links: { related: string }; data?: unknown }>;
} {
  return JSON.parse(readFileSync(new URL('../../src/sources/keygen/fixtures/license.json', import.meta.url), 'utf8'))
    .data;
}
