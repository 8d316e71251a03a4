import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKeygenEmulator } from '../../src/emulators/keygen/index.js';
import { startSplunkEmulator } from '../../src/emulators/splunk/index.js';
import { openRepo } from '../../src/store/index.js';
import { type CountingRepo, countingRepo } from '../support/counting-repo.js';
import { keygenSourceOf, splunkSourceOf } from '../support/emulators.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { embedded, type TestStore } from '../support/stores.js';

describe('10,000 Keygen licenses, 5,000 peers and 2,000 pools', () => {
  let store: TestStore;
  let counting: CountingRepo;
  let gateway: TestGateway;
  const close: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const splunk = await startSplunkEmulator({ scenario: 'many-peers' });
    const keygen = await startKeygenEmulator({ scenario: 'fleet' });
    store = await embedded();
    counting = countingRepo(await openRepo(store.config));
    gateway = await startGateway([splunkSourceOf(splunk), keygenSourceOf(keygen)], {
      store,
      overrides: { repo: counting.repo },
    });
    close.push(
      () => gateway.close(),
      () => splunk.close(),
      () => keygen.close(),
      () => store.remove(),
    );
    await gateway.refresh();
  }, 120_000);

  afterAll(async () => {
    for (const each of close) await each();
  });

  it('are all read: nothing is cut off at a page', async () => {
    const totals = await gateway.query<Record<string, { totalCount: number }>, unknown>(
      '{ licenses(filter: { kinds: ["keygen"] }) { totalCount } peers { totalCount } pools { totalCount } }',
    );
    expect(totals.licenses?.totalCount).toBe(10_000);
    expect(totals.peers?.totalCount).toBeGreaterThanOrEqual(5_000);
    expect(totals.pools?.totalCount).toBeGreaterThanOrEqual(2_000);
  });

  it('are written once: a second, unchanged sync writes no entity document', async () => {
    counting.reset();
    await gateway.refresh();
    // Of each source, the ticket of the read, and that it was read.
    expect(counting.written).toEqual({ 'bump leases': 2, 'replaceMany history': 2 });
    expect(counting.calls).toContain('compareAndSet sources');
  }, 120_000);

  it('are read by one store call for each field level, whatever the page', async () => {
    counting.reset();
    const { licenses } = await gateway.query<{ licenses: { nodes: { machines: { nodes: unknown[] } }[] } }, unknown>(`{
      licenses(first: 100, filter: { kinds: ["keygen"] }) {
        totalCount
        nodes {
          displayName
          group { name quotas { state } }
          quotas { dimension state subject { id } }
          messages { totalCount nodes { description } }
          ... on KeygenLicense { policy { name } machines(first: 5) { nodes { name } } }
        }
      }
    }`);
    expect(licenses.nodes).toHaveLength(100);
    expect(licenses.nodes.some((license) => license.machines.nodes.length > 0)).toBe(true);
    // When a key was last used is written down now and then.
    const perLevel = counting.calls.filter((call) => !call.endsWith(' keyUses')).sort();
    expect(perLevel.filter((call) => call === 'getMany sources')).toHaveLength(1);
    // totalCount of licenses by kind comes from the tally; messages are counted and paged for all licenses at once.
    expect(perLevel).toEqual(
      [
        'getMany sources',
        'pageEach licenses',
        'page groups',
        'pageEach quotas', // of the licenses
        'pageEach quotas', // of their groups, one level down
        'countEach messages',
        'pageEach messages',
        'page policies',
        'pageEach targets',
        'page licenses', // subjects of quotas
      ].sort(),
    );
  });
});
