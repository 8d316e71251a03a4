/** What a calendar is made of: when licenses expire, as iCalendar (RFC 5545). Pure. */
import { createHash } from 'node:crypto';
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';

/** The end of one license. */
export interface Expiry {
  /** Global id of the license. */
  readonly id: string;
  readonly displayName: string;
  readonly source: string;
  readonly kind: string;
  readonly status: string;
  readonly expiresAt: Date;
  /** Goes up whenever something of the license becomes another. */
  readonly revision: number;
  /** What it grants, in lines: `100.0 GB a day`, `5 machines`. */
  readonly grants: readonly string[];
}

export interface CalendarOptions {
  readonly expiries: readonly Expiry[];
  /** Days before an expiry at which calendars remind of it. */
  readonly leadDays: readonly number[];
  /** Reminders as events of their own, for calendars that drop the alarms of what is subscribed to. */
  readonly reminderEvents: boolean;
  readonly now: Date;
}

const DAY_MS = 86_400_000;
const DAY_S = 86_400;
/** How often it is worth asking again; clients choose themselves in the end. */
const REFRESH_S = 3600;

/**
 * An expiry is a moment, and stands in the calendar as one: calendars show it by their own clock, on the day on which it is
 * for whoever looks. It takes no time of anybody's, so it blocks none.
 */
export function calendarText({ expiries, leadDays, reminderEvents, now }: CalendarOptions): string {
  const calendar = ical({
    name: 'License expiries',
    description: 'When the licenses that license-gateway watches expire.',
    prodId: { company: 'license-gateway', product: 'expiries', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_S,
  });
  const leads = leadDays.filter((days) => days > 0);
  for (const expiry of expiries) {
    const { id, expiresAt, revision } = expiry;
    const common = {
      stamp: now,
      sequence: revision,
      description: oneText(describe(expiry)),
      transparency: ICalEventTransparency.TRANSPARENT,
    };
    const verb = expiresAt <= now ? 'expired' : 'expires';
    const event = calendar.createEvent({
      ...common,
      id: uidOf(id),
      start: expiresAt,
      summary: oneText(`${expiry.displayName} ${verb}`),
      categories: [{ name: expiry.source }],
    });
    for (const days of leads) {
      if (reminderEvents) {
        calendar.createEvent({
          ...common,
          id: uidOf(`${id}#${days}`),
          start: new Date(expiresAt.getTime() - days * DAY_MS),
          summary: oneText(`${expiry.displayName} expires in ${days === 1 ? '1 day' : `${days} days`}`),
          categories: [{ name: expiry.source }],
        });
      } else {
        event.createAlarm({
          type: ICalAlarmType.display,
          trigger: days * DAY_S,
          description: oneText(`${expiry.displayName} expires in ${days} d`),
        });
      }
    }
  }
  return calendar.toString();
}

/** The same for as long as the calendar says the same, though it is made at another moment: hence weak. */
export function calendarTag({ expiries, leadDays, reminderEvents, now }: CalendarOptions): string {
  const facts = expiries.map((expiry) => [expiry, expiry.expiresAt <= now]);
  const content = JSON.stringify([facts, leadDays, reminderEvents]);
  return `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
}

/** Stable, and of characters that every calendar takes. */
function uidOf(id: string): string {
  return `${createHash('sha256').update(id).digest('hex').slice(0, 40)}@license-gateway`;
}

function describe({ source, kind, status, expiresAt, grants, id }: Expiry): string {
  return [
    `Source: ${source} (${kind})`,
    `Status: ${status}`,
    `Expires: ${expiresAt.toISOString()}`,
    ...(grants.length === 0 ? [] : [`Grants: ${grants.join(', ')}`]),
    `Id: ${id}`,
  ].join('\n');
}

/** Without the control characters that no calendar may hold; a line break may stay, and is escaped. */
function oneText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ');
}
