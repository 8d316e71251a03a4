import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.js';
import { daysBefore, type Moment, momentsOf, pastDays } from '../../src/cli/demo-history/reads.js';
import { runCli } from '../../src/cli/run.js';
import { hourOfDay, startOfDay, startOfHour } from '../../src/domain/calendar.js';
import type { Reading } from '../../src/domain/history.js';
import { emulators } from '../../src/emulators/index.js';
import { points } from '../../src/quota/history.js';
import { sourceModules } from '../../src/sources/index.js';
import { openRepo } from '../../src/store/index.js';
import type { Doc } from '../../src/store/repo.js';
import { HISTORY } from '../../src/sync/history-documents.js';
import { naiveHours, naivePoints } from '../support/naive-usage.js';

const DAY = 86_400_000;
/** A Wednesday. */
const TODAY = new Date('2026-06-17T00:00:00Z');
const NOON = new Date('2026-06-17T12:20:00Z');
const KEY = 'admin-key-0123456789abcdef';
const at = (daysAgo: number) => new Date(TODAY.getTime() - daysAgo * DAY);

interface Point {
  readonly start: string;
  readonly peak: string | null;
  readonly last: string | null;
  readonly limit: string | null;
  readonly samples: number;
}

describe('what reads would have left', () => {
  it('tells of every read what it found, in any zone, over gaps and a change of clocks', () => {
    const reading = fc.option(
      fc.record({ used: fc.bigInt(0n, 5n), limit: fc.option(fc.constantFrom(10n, 2n ** 70n), { freq: 5 }) }),
      { freq: 6 },
    );
    const input = fc.record({
      readings: fc.array(reading, { minLength: 1, maxLength: 40 }),
      measure: fc.constantFrom('GAUGE' as const, 'DAILY_COUNTER' as const),
      zone: fc.constantFrom(null, '-07:00', 'Europe/Berlin', 'Australia/Lord_Howe'),
      month: fc.integer({ min: 0, max: 11 }),
    });
    fc.assert(
      fc.property(input, ({ readings, measure, zone, month }) => {
        const today = startOfDay(new Date(Date.UTC(2026, month, 20, 12)), zone);
        const course = ({ at: time }: Moment): Reading | null =>
          readings[Math.floor(time.getTime() / 7_200_000) % readings.length] ?? null;
        const days = [...pastDays(new Map([['q', { measure, at: course }]]), today, zone)];
        const moments = daysBefore(today, zone).flatMap((day) => momentsOf(day, today, zone));
        const reads = moments.map((moment) => ({ at: moment.at, reading: course(moment) }));
        const told = {
          records: days.flatMap(({ records }) => records),
          observed: days.map(({ observed }) => observed),
          present: reads.at(-1)?.reading ?? null,
          measure,
          to: today,
        };
        const dayOf = (time: Date) => startOfDay(time, zone);
        const hourOf = (time: Date) => startOfHour(dayOf(time), hourOfDay(time, dayOf(time)));
        expect(points({ ...told, resolution: 'DAY', from: new Date(0) })).toEqual(naivePoints(reads, dayOf));
        const since = daysBefore(today, zone).at(-35)?.day ?? today;
        const recent = reads.filter((read) => read.at >= since);
        expect(points({ ...told, resolution: 'HOUR', from: new Date(0) })).toEqual(naiveHours(recent, hourOf));
      }),
      { numRuns: 15 },
    );
  });
});

describe('the demo on an empty store', () => {
  let dir = '';
  let demo: Demo;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'demo-'));
    demo = await startDemo(dir, NOON);
  });
  afterAll(async () => {
    await demo.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('says that what was before is made up', () => {
    expect(demo.said()).toMatch(/usage there was before the first start is made up/);
  });

  it('shows 60 days and the hours of 35 up to now, with a gap of a day', async () => {
    const days = await demo.usage('Quota:splunk:Pool.web.INDEXED_BYTES_PER_DAY');
    const expected = Array.from({ length: 61 }, (_, i) => 60 - i).filter((daysAgo) => daysAgo !== 19);
    expect(days.map(({ start }) => start)).toEqual(expected.map((daysAgo) => at(daysAgo).toISOString()));
    const hours = await demo.usage('Quota:splunk:Pool.web.INDEXED_BYTES_PER_DAY', 'HOUR');
    expect(hours[0]?.start).toBe(at(34).toISOString());
    // Of 34 days and today's one read, but for 3 + 24 + 9 hours.
    expect(hours).toHaveLength(34 * 24 + 1 - 36);
  });

  it('shows less at weekends, and the web pool growing toward its limit', async () => {
    const days = await demo.usage('Quota:splunk:Pool.web.INDEXED_BYTES_PER_DAY');
    const peakOf = (daysAgo: number) =>
      Number(days.find(({ start }) => start === at(daysAgo).toISOString())?.peak ?? Number.NaN);
    expect(peakOf(3)).toBeLessThan(0.75 * peakOf(5));
    expect(peakOf(57)).toBeLessThan(0.75 * peakOf(1));
    const exhaustsAt = await demo.exhaustsAt('Quota:splunk:Pool.web.INDEXED_BYTES_PER_DAY');
    const daysLeft = (Date.parse(exhaustsAt ?? '') - NOON.getTime()) / DAY;
    expect(daysLeft).toBeGreaterThan(7);
    expect(daysLeft).toBeLessThan(40);
  });

  it.each([
    ['sandbox', [16, 9, 3, 2, 1]],
    ['payments', [25, 11, 4]],
    ['security', [6]],
    ['web', []],
  ])('shows %s over its quota on the days that its warnings are about', async (pool, expected) => {
    const days = await demo.usage(`Quota:splunk:Pool.${pool}.INDEXED_BYTES_PER_DAY`);
    const over = days.filter(({ start, peak, limit }) => start < at(0).toISOString() && Number(peak) > Number(limit));
    expect(over.map(({ start }) => start)).toEqual(expected.map((daysAgo) => at(daysAgo).toISOString()));
    const warnings = await demo.usage(`Quota:splunk:Pool.${pool}.WARNINGS`);
    const counted = warnings.map(({ last }) => Number(last));
    expect(counted.at(-1)).toBe(expected.length);
    expect(counted.filter((count, i) => count > (counted[i - 1] ?? count))).toHaveLength(expected.length);
  });

  it('adds up: stacks are their pools, pools their peers, hour by hour', async () => {
    const quotas = await demo.quotasWhere('{ sources: ["splunk"], dimensions: [INDEXED_BYTES_PER_DAY] }', 'HOUR');
    const whole = (type: string) => {
      const total = new Map<string, bigint>();
      for (const { usage } of quotas.filter(({ subject }) => subject.__typename === type)) {
        for (const { start, last } of usage) total.set(start, (total.get(start) ?? 0n) + BigInt(last ?? 0));
      }
      return total;
    };
    const stacks = whole('Stack');
    expect(new Set(stacks.values()).size).toBeGreaterThan(500);
    expect(whole('Pool')).toEqual(stacks);
    expect(whole('Peer')).toEqual(stacks);
  });

  it('shows the stack with the license that ended 30 days ago until then', async () => {
    const days = await demo.usage('Quota:splunk:Stack.enterprise.INDEXED_BYTES_PER_DAY');
    const limits = new Map(days.map(({ start, limit }) => [start, limit]));
    expect(limits.get(at(31).toISOString())).toBe(String(95n * 2n ** 30n));
    expect(limits.get(at(29).toISOString())).toBe(String(80n * 2n ** 30n));
  });

  it('lets scanned bytes rise by steps and never fall, to what they are', async () => {
    const days = await demo.usage('Quota:recon:Pool.server.BYTES.SCANNED_BYTES', 'HOUR');
    const used = days.map(({ last }) => Number(last));
    expect(used).toEqual([...used].sort((a, b) => a - b));
    expect(new Set(used).size).toBeGreaterThan(5);
    expect(new Set(used).size).toBeLessThan(35);
    expect(days.at(-2)?.last).toBe(days.at(-1)?.last);
    expect(await demo.exhaustsAt('Quota:recon:Pool.server.BYTES.SCANNED_BYTES')).toEqual(expect.any(String));
  });

  it('lets some counts of Keygen drift, and shows no license before it was created', async () => {
    const quotas = await demo.quotasWhere('{ sources: ["keygen"] }');
    const changed = quotas.filter(({ usage }) => new Set(usage.map(({ last }) => last)).size > 1);
    expect(new Set(changed.map(({ dimension }) => dimension))).toEqual(
      new Set(['MACHINES', 'CORES', 'MEMORY_BYTES', 'USERS', 'USES', 'LICENSES']),
    );
    const trial = quotas.find(
      ({ subject, dimension }) => subject.displayName === 'Hooli Trial' && dimension === 'MACHINES',
    );
    expect(trial?.usage[0]?.start).toBe(at(13).toISOString());
  });

  it('lets the next read find the peer that has gone silent', async () => {
    await demo.refresh();
    const { messages } = await demo.ask<{ messages: { nodes: { category: string; description: string }[] } }>(
      '{ messages(first: 200, filter: { sources: ["splunk"] }) { nodes { category description } } }',
    );
    const stale = messages.nodes.filter(({ category }) => category === 'STALE_PEER');
    expect(stale.map(({ description }) => description)).toEqual([expect.stringMatching(/^idx-old-01 is in a pool/)]);
  });

  it('makes nothing up when it is started again, and the days between are a gap', async () => {
    const other = await mkdtemp(join(tmpdir(), 'demo-'));
    await (await startDemo(other, NOON)).stop();
    const before = await historyIn(other);
    const later = await startDemo(other, new Date(NOON.getTime() + 3 * DAY));
    await later.refresh();
    const days = await later.usage('Quota:splunk:Pool.web.INDEXED_BYTES_PER_DAY');
    await later.stop();
    const after = await historyIn(other);
    await rm(other, { recursive: true, force: true });

    expect(days.slice(-2).map(({ start }) => start)).toEqual([at(0), at(-3)].map((day) => day.toISOString()));
    // But for hours that are no longer kept.
    const past = (docs: readonly Doc[]) =>
      docs.filter(({ day }) => (day as Date) < TODAY).map(({ hours, hourly, ...doc }) => doc);
    expect(past(after)).toEqual(past(before));
  });

  it('makes up the same at any time of a day, but for the hour at which the emulated license ended', async () => {
    const past = await Promise.all(
      [new Date('2026-06-17T01:10:00Z'), new Date('2026-06-17T22:40:00Z')].map(async (now) => {
        const other = await mkdtemp(join(tmpdir(), 'demo-'));
        await (await startDemo(other, now)).stop();
        const docs = (await historyIn(other)).filter(
          ({ day, series }) => (day as Date) < TODAY && !/(Stack|Group)\.enterprise/i.test(String(series)),
        );
        await rm(other, { recursive: true, force: true });
        return docs;
      }),
    );
    expect(past[0]?.length).toBeGreaterThan(1000);
    expect(past[0]).toEqual(past[1]);
  });
});

it('is known to the demo alone', async () => {
  const root = join(import.meta.dirname, '../../src');
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(join(root, file), 'utf8')] as const));
  const importing = texts.filter(([, text]) => /from '[./]*(cli\/)?demo-history/.test(text)).map(([file]) => file);
  expect(importing.sort()).toEqual(['cli/demo-history.ts', 'cli/demo.ts']);
});

/** Runs the command itself, on emulators and a gateway with this clock. */
async function startDemo(dataDir: string, now: Date) {
  const clock = { now: () => now };
  let [stdout, stop] = ['', () => {}];
  let app: App | undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let ready = () => {};
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const ended = runCli(['demo'], {
    version: '1.2.3',
    env: { PORT: '0', DATA_DIR: dataDir, LICENSE_GATEWAY_ADMIN_KEY: KEY },
    cwd: dataDir,
    stdout: (text) => {
      stdout += text;
      if (text.includes('Ready.')) ready();
    },
    stderr: (text) => {
      stdout += text;
    },
    createApp: async (config, overrides) => {
      app = await createApp(config, { ...overrides, clock });
      return app;
    },
    sources: sourceModules,
    emulators: emulators.map((module) => ({ ...module, start: (options) => module.start({ ...options, clock }) })),
    subgraphSdl: () => '',
    untilStopped: () => stopped,
    onReloadRequest: () => {},
  });
  if ((await Promise.race([isReady.then(() => 'ready'), ended])) !== 'ready') throw new Error(stdout);
  const url = /GraphQL +(http\S+)/.exec(stdout)?.[1] ?? '';

  async function ask<T>(query: string): Promise<T> {
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  const usage = (resolution: 'DAY' | 'HOUR') =>
    `usage(from: "${at(resolution === 'DAY' ? 70 : 34).toISOString()}", resolution: ${resolution}) { start peak last limit samples }`;
  const quotasWhere = async (filter: string, resolution: 'DAY' | 'HOUR' = 'DAY') =>
    (
      await ask<{
        quotas: { nodes: QuotaAnswer[] };
      }>(`{ quotas(first: ${resolution === 'DAY' ? 200 : 50}, filter: ${filter}) { nodes {
        id dimension used limit subject { __typename id displayName } ${usage(resolution)} } } }`)
    ).quotas.nodes;
  return {
    said: () => stdout,
    ask,
    quotasWhere,
    /** Reads every source once more. */
    refresh: () => Promise.all(['splunk', 'recon', 'keygen'].map((name) => app?.refresh(name))),
    async usage(id: string, resolution: 'DAY' | 'HOUR' = 'DAY'): Promise<Point[]> {
      const { node } = await ask<{ node: QuotaAnswer }>(
        `{ node(id: "${id}") { ... on Quota { ${usage(resolution)} } } }`,
      );
      return node.usage;
    },
    async exhaustsAt(id: string): Promise<string | null> {
      type Answer = { node: { forecast: { exhaustsAt: string | null } | null } };
      const { node } = await ask<Answer>(`{ node(id: "${id}") { ... on Quota { forecast { exhaustsAt } } } }`);
      return node.forecast?.exhaustsAt ?? null;
    },
    async stop() {
      stop();
      await ended;
    },
  };
}
type Demo = Awaited<ReturnType<typeof startDemo>>;

interface QuotaAnswer {
  readonly id: string;
  readonly dimension: string;
  readonly used: string | null;
  readonly limit: string | null;
  readonly subject: { readonly __typename: string; readonly id: string; readonly displayName: string };
  readonly usage: Point[];
}

/** All history of a demo that was stopped, in one order. */
async function historyIn(dataDir: string): Promise<Doc[]> {
  const repo = await openRepo({ dataDir });
  const docs: Doc[] = [];
  for (const source of ['splunk', 'recon', 'keygen']) {
    for (const hourly of [true, false]) {
      for await (const some of repo.scan(HISTORY, { source, hourly })) docs.push(...some);
    }
  }
  await repo.close();
  return docs.sort((a, b) => (a._id < b._id ? -1 : 1));
}
