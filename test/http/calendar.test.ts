import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/domain/ports.js';
import { calendarText, type Expiry } from '../../src/http/calendar.js';
import { readCalendar } from '../support/ics.js';
import { KEY, startTinyServer, type TinyServer } from '../support/tiny-server.js';

let server: TinyServer | undefined;
afterEach(() => server?.close());

const expiry = (i: number): Expiry => ({
  id: `License:s:${i}`,
  displayName: `L${i}`,
  source: 's',
  kind: 'splunk',
  status: 'ACTIVE',
  expiresAt: new Date(Date.UTC(2026, 0, 1, i)),
  revision: 1,
  grants: [],
});

describe('the key in the address of a calendar', () => {
  it('is in no line of the log, whatever comes of the request', async () => {
    server = await startTinyServer();
    const statuses = await Promise.all(
      [`key=${KEY}`, `key=${KEY}x`, `key=${KEY}&other=1`].map(async (query) => {
        const response = await fetch(`${server?.url}/calendar.ics?${query}`);
        return [response.status, response.headers.get('referrer-policy')];
      }),
    );
    expect(statuses).toEqual([
      [200, 'no-referrer'],
      [401, 'no-referrer'],
      [400, 'no-referrer'],
    ]);
    expect(server.log.filter(({ path }) => path === '/calendar.ics')).toHaveLength(3);
    expect(server.logText()).not.toContain(KEY);
  });

  it('is in no line of the log when making the calendar fails', async () => {
    const expiries = async () => {
      throw new Error('the store is away');
    };
    server = await startTinyServer({}, { calendar: { expiries, leadDays: () => [], clock: systemClock } });
    const response = await fetch(`${server.url}/calendar.ics?key=${KEY}`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('away');
    expect(server.logText()).not.toContain(KEY);
  });
});

describe('a large calendar', () => {
  it('is well-formed', () => {
    const expiries = Array.from({ length: 1000 }, (_, i) => expiry(i));
    const text = calendarText({ expiries, leadDays: [90, 0], reminderEvents: false, now: new Date(0) });
    const { children } = readCalendar(text);
    expect(children).toHaveLength(1000);
    // On the day itself the event is the reminder.
    expect(children[0]?.children).toHaveLength(1);
  });
});

it('a calendar is made once for as long as it says the same, since a large one takes long', async () => {
  let at = Date.UTC(2025, 0, 1);
  let count = 1;
  const clock = {
    now() {
      at += 1_000;
      return new Date(at);
    },
  };
  const expiries = async () => Array.from({ length: count }, (_, i) => expiry(i));
  server = await startTinyServer({}, { calendar: { expiries, leadDays: () => [1], clock } });
  const text = async () => (await fetch(`${server?.url}/calendar.ics?key=${KEY}`)).text();
  const [first, again] = [await text(), await text()];
  expect(again).toBe(first);
  count = 2;
  expect(readCalendar(await text()).children).toHaveLength(2);
});
