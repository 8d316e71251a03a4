import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceModules } from '../../src/sources/index.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { type Component, readCalendar } from '../support/ics.js';
import { thingsOf } from '../support/snapshots.js';
import { type StaticSource, staticSource } from '../support/static-source.js';

const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const inDays = (days: number) => new Date(start + days * DAY);
const splunk = thingsOf('splunk');
const keygen = thingsOf('keygen');

let gateway: TestGateway;
let source: StaticSource;
let other: StaticSource;
let now = start;

beforeEach(async () => {
  now = start;
  source = staticSource('splunk', {
    licenses: [
      splunk.license('soon', { displayName: 'Enterprise', expiresAt: inDays(10), quotaBytes: 107374182400n }),
      splunk.license('late', { displayName: 'Later', expiresAt: inDays(400) }),
      splunk.license('past', { displayName: 'Gone', expiresAt: inDays(-20) }),
      splunk.license('long-past', { displayName: 'Forgotten', expiresAt: inDays(-31) }),
      splunk.license('never', { displayName: 'Perpetual' }),
      // iCalendar has four digits for a year: one more, and no client reads the rest either.
      splunk.license('ages', { displayName: 'Nearly perpetual', expiresAt: new Date(Date.UTC(10_000, 0, 1)) }),
    ],
  });
  const secret = keygen.license('k', {
    displayName:
      'Acme, Inc.; "the\\best"\r\nsince 1900 — größte Lizenz der Welt, viel länger als fünfundsiebzig Oktette',
    expiresAt: inDays(5),
    key: 'SECRET-LICENSE-KEY',
    maxMachines: 5,
  });
  other = staticSource('keygen', { licenses: [secret] });
  gateway = await startGateway([source.source, other.source], {
    clock: { now: () => new Date(now) },
    overrides: { modules: [...sourceModules, source.module, other.module] },
  });
  await gateway.refresh();
});
afterEach(() => gateway.close());

const get = (query = '', headers: Record<string, string> = { authorization: `Bearer ${keys.VIEWER}` }) =>
  fetch(`${gateway.url}/calendar.ics${query}`, { headers });
async function events(query = '', headers?: Record<string, string>): Promise<readonly Component[]> {
  return readCalendar(await (await get(query, headers)).text()).children;
}
const summaries = async (query = '', headers?: Record<string, string>) =>
  (await events(query, headers)).map(({ values }) => values.SUMMARY);

describe('the calendar', () => {
  it('shows what is to come, however many have just expired', async () => {
    source.says = {
      licenses: [
        splunk.license('soon', { displayName: 'Enterprise', expiresAt: inDays(10) }),
        ...Array.from({ length: 1_001 }, (_, i) =>
          splunk.license(`p${i}`, { displayName: `Gone ${i}`, expiresAt: new Date(start - (i + 1) * 60_000) }),
        ),
      ],
    };
    await gateway.refresh();
    const told = await summaries('?sources=splunk');
    expect(told).toHaveLength(1_001);
    expect(told.slice(-2)).toEqual(['Gone 0 expired', 'Enterprise expires']);
  });

  it('has one event for each license that expires, or has in the last 30 days, the soonest first', async () => {
    const [past, , soon] = await events();
    expect(await summaries('?sources=splunk')).toEqual(['Gone expired', 'Enterprise expires', 'Later expires']);
    expect(past?.values).toMatchObject({ DTSTART: '20251212T000000Z' });
    expect(soon?.values).toMatchObject({ DTSTART: '20260111T000000Z', TRANSP: 'TRANSPARENT', SEQUENCE: '1' });
    expect(soon?.values.DESCRIPTION?.split('\n')).toEqual([
      'Source: splunk (static-splunk)',
      'Status: EXPIRING',
      'Expires: 2026-01-11T00:00:00.000Z',
      'Grants: quotaBytes 107374182400',
      'Id: License:splunk:soon',
    ]);
  });

  it('reminds at the lead times of the configuration, by alarms or by events of their own', async () => {
    const [, , soon] = await events();
    expect(soon?.children.map(({ name, values }) => [name, values.ACTION, values.TRIGGER])).toEqual(
      ['-P90D', '-P30D', '-P7D', '-P1D'].map((trigger) => ['VALARM', 'DISPLAY', trigger]),
    );
    const all = await events('?sources=splunk&reminders=events');
    expect(all).toHaveLength(3 * 5);
    expect(all.flatMap(({ children }) => children)).toEqual([]);
    expect(all.find(({ values }) => values.SUMMARY === 'Enterprise expires in 7 days')?.values.DTSTART).toBe(
      '20260104T000000Z',
    );
    expect(new Set(all.map(({ values }) => values.UID)).size).toBe(all.length);
  });

  it('escapes what names hold, and folds what is long', async () => {
    const [, acme] = await events();
    expect(acme?.values.SUMMARY).toBe(
      'Acme, Inc.; "the\\best"\nsince 1900 — größte Lizenz der Welt, viel länger als fünfundsiebzig Oktette expires',
    );
  });

  it('tells clients how often to ask, and that it is theirs alone', async () => {
    const response = await get();
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    const { values } = readCalendar(await response.text());
    expect(values).toMatchObject({
      VERSION: '2.0',
      METHOD: 'PUBLISH',
      'REFRESH-INTERVAL': 'PT1H',
      'X-PUBLISHED-TTL': 'PT1H',
    });
  });

  it('keeps the id of an event, and counts up its sequence, when a license becomes another', async () => {
    const before = (await events()).find(({ values }) => values.SUMMARY === 'Enterprise expires');
    source.says = { licenses: [splunk.license('soon', { displayName: 'Enterprise', expiresAt: inDays(375) })] };
    await gateway.refresh('splunk');
    const after = (await events()).find(({ values }) => values.SUMMARY === 'Enterprise expires');
    expect(after?.values.UID).toBe(before?.values.UID);
    expect(after?.values.DTSTART).toBe('20270111T000000Z');
    expect(Number(after?.values.SEQUENCE)).toBeGreaterThan(Number(before?.values.SEQUENCE));
  });

  it('is not sent again while nothing has changed', async () => {
    const tag = (await get()).headers.get('etag') ?? '';
    now += 60_000;
    await gateway.refresh();
    const again = await get('', { authorization: `Bearer ${keys.VIEWER}`, 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    source.says = { licenses: [] };
    await gateway.refresh('splunk');
    const changed = await get('', { authorization: `Bearer ${keys.VIEWER}`, 'if-none-match': tag });
    expect(changed.status).toBe(200);
  });

  it('holds no license key', async () => {
    expect(await (await get()).text()).not.toContain('SECRET-LICENSE-KEY');
  });
});

describe('who reads the calendar', () => {
  it('may give the key in the address, since calendars can send no header', async () => {
    expect(await summaries(`?key=${keys.VIEWER}`, {})).toHaveLength(4);
  });

  it('is refused without a key, or with one that nobody holds', async () => {
    expect((await get('', {})).status).toBe(401);
    expect((await get('?key=wrong-key-0123456789', {})).status).toBe(401);
    const both = await get(`?key=${keys.VIEWER}`, { authorization: 'Bearer wrong-key-0123456789' });
    expect(both.status).toBe(401);
  });

  it('sees only the sources that the key sees, whatever is asked for', async () => {
    const scoped = { authorization: `Bearer ${keys.scoped}` };
    expect(await summaries('', scoped)).toEqual(['Gone expired', 'Enterprise expires', 'Later expires']);
    expect(await summaries('?sources=keygen', scoped)).toEqual([]);
    expect(await summaries('?sources=keygen,splunk', scoped)).toHaveLength(3);
  });

  it('is told of parameters that there are none of', async () => {
    const response = await get('?source=splunk');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('it takes key, sources and reminders');
    expect((await get('?reminders=maybe')).status).toBe(400);
    expect((await get('?sources=a&sources=b')).status).toBe(400);
  });
});
