/** `GET /calendar.ics`: expiries for calendars, which can send no header: so the key may also stand in the address. */
import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '../auth/authenticate.js';
import type { Clock } from '../domain/ports.js';
import { requireKey, viewerOf } from './authentication.js';
import { calendarTag } from './calendar.js';
import type { Expiries } from './calendar-expiries.js';
import { createCalendarTexts } from './calendar-texts.js';
import { isKnown } from './etag.js';
import { refuse } from './refusal.js';

export interface CalendarRouteDeps {
  readonly authenticate: Authenticate;
  readonly calendar: {
    readonly expiries: Expiries;
    /** Days before an expiry at which it is reminded of, as the configuration has them now. */
    readonly leadDays: () => readonly number[];
    readonly clock: Clock;
  };
}

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

const REMINDERS = ['alarms', 'events'];

export function addCalendarRoute(app: FastifyInstance, { authenticate, calendar }: CalendarRouteDeps): void {
  const authorized = requireKey(authenticate);
  const textOf = createCalendarTexts();
  app.get<{ Querystring: Parameters }>(
    '/calendar.ics',
    {
      onRequest(request, reply, done) {
        const { key } = request.query as Parameters;
        // A header counts before the address does.
        if (typeof key === 'string' && key !== '') request.headers.authorization ??= `Bearer ${key}`;
        authorized(request, reply, done);
      },
    },
    async (request, reply) => {
      const { query } = request;
      const problem = problemOf(query);
      if (problem !== null) return refuse(reply, { status: 400, code: 'BAD_REQUEST', message: problem });
      const content = {
        expiries: await calendar.expiries(viewerOf(request), namesOf(query.sources)),
        leadDays: calendar.leadDays(),
        reminderEvents: query.reminders === 'events',
        now: calendar.clock.now(),
      };
      const tag = calendarTag(content);
      // Kept by who asked, and asked about each time: it is for the holder of this key alone.
      reply.headers({ etag: tag, 'cache-control': 'private, no-cache', vary: 'authorization' });
      if (isKnown(request, tag)) return reply.code(304).send();
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="license-expiries.ics"')
        .send(textOf(tag, content));
    },
  );
}

function problemOf({ key: _key, sources, reminders, ...others }: Parameters): string | null {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    return 'this address has a parameter that it does not take; it takes key, sources and reminders';
  if (Array.isArray(sources)) return 'give sources once, with commas between the names';
  if (reminders === undefined || REMINDERS.includes(String(reminders))) return null;
  return 'reminders is alarms or events';
}

/** `a,b`: names of sources; null: all. */
function namesOf(given: Parameters[string]): readonly string[] | null {
  return typeof given === 'string' ? given.split(',').map((name) => name.trim()) : null;
}
