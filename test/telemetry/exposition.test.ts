import { afterEach, describe, expect, it, vi } from 'vitest';
import { SourceFailure } from '../../src/domain/failure.js';
import type { Clock } from '../../src/domain/ports.js';
import type { Snapshot } from '../../src/domain/snapshot.js';
import { sourceModules } from '../../src/sources/index.js';
import { openRepo } from '../../src/store/index.js';
import { countingRepo } from '../support/counting-repo.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { thingsOf } from '../support/snapshots.js';
import { type StaticSource, staticSource } from '../support/static-source.js';
import { embedded } from '../support/stores.js';

const clock: Clock = { now: () => new Date('2026-03-01T12:00:00Z') };
const EXPIRY = new Date('2026-03-31T00:00:00Z');

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Started {
  readonly gateway: TestGateway;
  /** Calls of the store. */
  readonly calls: readonly string[];
  /** The samples of the license facts, without their metrics' prefix. */
  facts(key?: string): Promise<string[]>;
}

async function start(sources: readonly StaticSource[], series = 2_000): Promise<Started> {
  const store = await embedded();
  const counted = countingRepo(await openRepo(store.config));
  const gateway = await startGateway(
    sources.map(({ source }) => source),
    {
      clock,
      store,
      telemetry: { metrics: { series } },
      overrides: { repo: counted.repo, modules: [...sourceModules, ...sources.map(({ module }) => module)] },
    },
  );
  cleanUps.push(() => store.remove(), gateway.close);
  await gateway.refresh();
  counted.reset();
  return {
    gateway,
    calls: counted.calls,
    async facts(key = keys.VIEWER) {
      const response = await fetch(`${gateway.url}/metrics`, { headers: { authorization: `Bearer ${key}` } });
      expect(response.status).toBe(200);
      return (await response.text())
        .split('\n')
        .filter((line) => /^license_gateway_(source|license|quota|messages|series)/.test(line))
        .map((line) => line.replace('license_gateway_', ''));
    },
  };
}

const splunk = thingsOf('splunk');
const full: Partial<Snapshot> = {
  version: '9.4.1',
  licenses: [splunk.license('perpetual'), splunk.license('ending', { expiresAt: EXPIRY })],
  pools: ['p', 'free', 'odd'].map((id) => splunk.pool(id, { displayName: id === 'odd' ? 'a "b"\\c\nd' : id })),
  meters: [
    splunk.meter(splunk.id('Pool', 'p'), 85n, 100n),
    splunk.meter(splunk.id('Pool', 'free'), 9_007_199_254_740_993n, null),
    splunk.meter(splunk.id('Pool', 'odd'), null, 10n),
  ],
};

describe('the license facts', () => {
  it('tell what is used of each quota, of how much, and how bad that is', async () => {
    const { facts } = await start([staticSource('splunk', full)]);
    const labels = (id: string, name = id) =>
      `{source="splunk",kind="static-splunk",concept="Pool",subject="${name}",subject_id="Pool:splunk:${id}",dimension="INDEXED_BYTES_PER_DAY"}`;
    expect((await facts()).filter((line) => line.startsWith('quota_'))).toEqual([
      `quota_used${labels('p')} 85`,
      `quota_used${labels('free')} 9007199254740992`,
      `quota_limit${labels('p')} 100`,
      `quota_limit${labels('odd', 'a \\"b\\"\\\\c\\nd')} 10`,
      `quota_ratio${labels('p')} 0.85`,
      `quota_state${labels('p')} 3`,
      `quota_state${labels('odd', 'a \\"b\\"\\\\c\\nd')} 2`,
      `quota_state${labels('free')} 0`,
    ]);
  });

  it('tell when a license expires, and nothing of one that never does', async () => {
    const { facts } = await start([staticSource('splunk', full)]);
    const labels = '{source="splunk",kind="static-splunk",subject="ending",subject_id="License:splunk:ending"}';
    expect((await facts()).filter((line) => line.startsWith('license_'))).toEqual([
      `license_expiry_seconds${labels} ${EXPIRY.getTime() / 1000}`,
      `license_status${labels} 2`,
    ]);
  });

  it('tell how each source is read, and how much there is of it', async () => {
    const { facts } = await start([staticSource('splunk', full)]);
    const own = 'source="splunk",kind="static-splunk"';
    const told = (await facts()).filter((line) => !/^(quota|license)_/.test(line));
    expect(told).toEqual(
      expect.arrayContaining([
        `source_info{${own},version="9.4.1",status="OK"} 1`,
        `source_up{${own}} 1`,
        `source_stale{${own}} 0`,
        `source_last_sync_timestamp_seconds{${own}} ${clock.now().getTime() / 1000}`,
        `source_sync_interval_seconds{${own}} 3600`,
        `licenses{${own},status="ACTIVE"} 1`,
        `licenses{${own},status="EXPIRING"} 1`,
        `quotas{${own},state="WARNING"} 1`,
        `messages_active{${own},severity="WARN",category="QUOTA_WARNING"} 1`,
        'series_omitted{of="quota"} 0',
        'series_omitted{of="license"} 0',
      ]),
    );
  });

  it('say that a source which cannot be read is down, and go on telling what was read', async () => {
    const source = staticSource('splunk', full);
    const { facts, gateway } = await start([source]);
    source.says = new SourceFailure('TIMEOUT', 'TIMEOUT', 'no answer');
    await gateway.refresh();
    const told = await facts();
    expect(told).toContain('source_up{source="splunk",kind="static-splunk"} 0');
    expect(told).toContain('source_stale{source="splunk",kind="static-splunk"} 1');
    expect(told.filter((line) => line.startsWith('quota_ratio'))).toHaveLength(1);
    expect(told).toContainEqual(expect.stringMatching(/^messages_active.*SOURCE_FAILING"} 1$/));
  });

  it('leave out what is not known of a source that was never read', async () => {
    const source = staticSource('splunk', {});
    source.says = new SourceFailure('UNREACHABLE', 'REFUSED', 'nobody there');
    const { facts } = await start([source]);
    const told = (await facts()).filter((line) => line.startsWith('source_'));
    expect(told.map((line) => line.replace(/\{.*\}/, ''))).toEqual([
      'source_polled 1',
      'source_info 1',
      'source_up 0',
      'source_stale 1',
      'source_sync_interval_seconds 3600',
    ]);
  });

  it('are of the sources that the key may see, and so is all that is told of sources', async () => {
    const { facts, gateway } = await start([staticSource('splunk', full), staticSource('recon', {})]);
    expect(await facts()).toContain('source_up{source="recon",kind="static-recon"} 1');
    const scoped = await facts(keys.scoped);
    expect(scoped).toContain('source_up{source="splunk",kind="static-splunk"} 1');
    const text = await (
      await fetch(`${gateway.url}/metrics`, { headers: { authorization: `Bearer ${keys.scoped}` } })
    ).text();
    expect(text).not.toContain('recon');
    expect(text).toContain('license_gateway_sync_duration_seconds_count{source="splunk",outcome="ok"} 1');
  });

  it('are the worst ones where there are too many, and say how many are left out', async () => {
    const others = thingsOf('others');
    const many = (things: typeof others, used: readonly bigint[]): Partial<Snapshot> => ({
      licenses: used.map((n) => things.license(`l${n}`, { expiresAt: new Date(EXPIRY.getTime() + Number(n)) })),
      pools: used.map((n) => things.pool(`p${n}`)),
      meters: used.map((n) => things.meter(things.id('Pool', `p${n}`), n, 100n)),
    });
    const { facts } = await start(
      [
        staticSource('splunk', many(splunk, [10n, 20n, 30n, 95n])),
        staticSource('others', many(others, [5n, 99n, 40n])),
      ],
      3,
    );
    const told = await facts();
    const ratios = told.filter((line) => line.startsWith('quota_ratio')).map((line) => Number(line.split(' ').at(-1)));
    expect(ratios.sort()).toEqual([0.4, 0.95, 0.99]);
    const expiring = told.filter((line) => line.startsWith('license_expiry')).map((line) => /:(l\d+)"/.exec(line)?.[1]);
    expect(expiring.sort()).toEqual(['l10', 'l20', 'l5']);
    expect(told).toContain('series_omitted{of="quota"} 4');
    expect(told).toContain('series_omitted{of="license"} 4');
  });

  it('cost one read of the sources until something has changed', async () => {
    const source = staticSource('splunk', full);
    const { facts, calls, gateway } = await start([source]);
    await facts();
    const first = calls.length;
    expect(calls).toContain('page quotas');
    await facts();
    expect(calls.slice(first)).toEqual(['getMany sources']);
    source.says = { ...full, meters: [splunk.meter(splunk.id('Pool', 'p'), 99n, 100n)] };
    await gateway.refresh();
    expect(await facts()).toContainEqual(expect.stringMatching(/^quota_ratio.* 0.99$/));
  });

  it('are read once for those who ask together', async () => {
    const { facts, calls } = await start([staticSource('splunk', full)]);
    await Promise.all(Array.from({ length: 10 }, () => facts()));
    expect(calls.filter((call) => call === 'page quotas')).toHaveLength(1);
  });
});

it('nothing is told any more of a source that is configured no more, not even that its breaker was open', async () => {
  const { gateway } = await start([staticSource('splunk', {}), staticSource('other', {})]);
  const other = async () => {
    const response = await fetch(`${gateway.url}/metrics`, { headers: { authorization: `Bearer ${keys.VIEWER}` } });
    return (await response.text()).split('\n').filter((line) => line.includes('source="other"'));
  };
  expect(await other()).not.toEqual([]);
  gateway.reload({}, ['splunk']);
  await vi.waitFor(async () => expect(await other()).toEqual([]));
});
