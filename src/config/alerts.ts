/** The section `alerts`: the channels that are told, what they are told of, and when it is quiet. */
import { z } from 'zod';
import { type AlertOptions, type AlertRule, type ChannelOptions, type QuietTime, weekDays } from '../alerts/options.js';
import { sourceScope } from '../auth/scopes.js';
import { isTimeZone } from '../domain/calendar.js';
import { isTrustworthy } from '../domain/hosts.js';
import { messageSeverities } from '../domain/vocabulary.js';
import { duration } from './duration.js';
import { isMapping } from './mapping.js';
import { ownName, reportDuplicateNames } from './names.js';
import type { Problems } from './problems.js';
import { complete, flag } from './values.js';

type Path = readonly PropertyKey[];

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/;
const timeForm = 'must be a time of day in quotes, such as "22:00"';
/** Set by the gateway itself, or by the connection. */
const RESERVED =
  /^(webhook-.*|content-.*|host|connection|transfer-encoding|user-agent|expect|upgrade|keep-alive|te|trailer)$/;
const LEAST_SECRET_BYTES = 24;
const MOST_SECRET_BYTES = 64;

const patterns = z.array(z.string().min(1, 'is empty')).min(1, 'must name at least one');
const names = z.array(z.string()).min(1, 'must name at least one channel');

const shape = { channels: z.unknown(), rules: z.unknown(), quiet: z.unknown() };

const channelShape = {
  name: ownName,
  url: z.string(),
  secret: z
    .string()
    .refine(
      isSecret,
      `must be whsec_ and ${LEAST_SECRET_BYTES} to ${MOST_SECRET_BYTES} random bytes in base64, as by: echo "whsec_$(openssl rand -base64 32)"`,
    ),
  timeout: duration('100ms', '1m').default(10_000),
  headers: z.record(z.string(), z.string()).default({}),
};

const ruleShape = {
  channels: names.nullish(),
  severities: z.array(z.enum(messageSeverities)).min(1, 'must name at least one').nullish(),
  categories: patterns.nullish(),
  sources: patterns.nullish(),
  label: z
    .union([z.string().min(1), patterns], { error: 'must be a pattern such as web-*, or a list of them' })
    .nullish(),
  origins: z
    .array(z.enum(['VENDOR', 'GATEWAY']))
    .min(1, 'must name at least one')
    .nullish(),
  cleared: flag.default(false),
};

const quietShape = {
  days: z.array(z.enum(weekDays)).min(1, 'must name at least one').nullish(),
  from: z.string().regex(TIME, timeForm).default('00:00'),
  to: z.string().regex(TIME, timeForm).default('24:00'),
  timeZone: z.string().refine(isTimeZone, 'must be a time zone such as Europe/Berlin or UTC'),
  below: z.enum(messageSeverities).nullish(),
  channels: names.nullish(),
};

/** `sources`: the section of that name, as it was given. */
export function alertsSection(raw: unknown, sources: unknown, problems: Problems): AlertOptions | undefined {
  const fields = problems.checkFields(shape, raw, ['alerts']);
  const channels = each(fields.channels, ['alerts', 'channels'], problems, channel);
  reportDuplicateNames(fields.channels, 'channel', ['alerts', 'channels'], problems);
  const known = Array.isArray(fields.channels)
    ? fields.channels.flatMap((each) => (isMapping(each) ? [each.name] : []))
    : [];
  const rules = each(fields.rules, ['alerts', 'rules'], problems, (item, path) =>
    rule(item, path, { channels: known, sources }, problems),
  );
  const quiet = each(fields.quiet, ['alerts', 'quiet'], problems, (item, path) =>
    quietTime(item, path, known, problems),
  );
  return channels && rules && quiet ? { channels, rules, quiet } : undefined;

  function channel(item: unknown, path: Path): ChannelOptions | undefined {
    const checked = complete(problems.checkFields(channelShape, item, path));
    if (isMapping(item)) {
      checkUrl(item.url, [...path, 'url'], problems);
      checkHeaders(item.headers, [...path, 'headers'], problems);
    }
    if (checked === undefined) return undefined;
    const { timeout, ...rest } = checked;
    return { ...rest, timeoutMs: timeout };
  }
}

function rule(
  item: unknown,
  path: Path,
  known: { readonly channels: readonly unknown[]; readonly sources: unknown },
  problems: Problems,
): AlertRule | undefined {
  const { cleared, label, ...conditions } = problems.checkFields(ruleShape, item, path);
  checkNames(conditions.channels, [...path, 'channels'], known.channels, problems);
  checkSources(conditions.sources, [...path, 'sources'], known.sources, problems);
  if (cleared === undefined) return undefined;
  const { channels = null, severities = null, categories = null, sources = null, origins = null } = conditions;
  return {
    channels,
    severities,
    categories,
    sources,
    origins,
    cleared,
    label: typeof label === 'string' ? [label] : (label ?? null),
  };
}

function quietTime(item: unknown, path: Path, known: readonly unknown[], problems: Problems): QuietTime | undefined {
  const { days, from, to, timeZone, below = null, channels = null } = problems.checkFields(quietShape, item, path);
  checkNames(channels, [...path, 'channels'], known, problems);
  if (from === '24:00') problems.add([...path, 'from'], 'must be before 24:00; write "00:00" for the start of a day');
  if (from === undefined || to === undefined || timeZone === undefined) return undefined;
  const numbers = (days ?? weekDays).map((day) => weekDays.indexOf(day));
  return { days: numbers, from: minutesOf(from), to: minutesOf(to), timeZone, below, channels };
}

/** Null is an empty list; undefined when one of them is wrong. */
function each<T>(
  raw: unknown,
  path: Path,
  problems: Problems,
  read: (item: unknown, path: Path) => T | undefined,
): T[] | undefined {
  const items = problems.check(z.array(z.unknown()), raw ?? [], path);
  const all = items?.map((item, index) => read(item, [...path, index]));
  return all?.includes(undefined) === false ? (all as T[]) : undefined;
}

/** Its text is never quoted: what stands in it may be a secret. */
function checkUrl(raw: unknown, path: Path, problems: Problems): void {
  if (typeof raw !== 'string') return;
  const url = URL.canParse(raw) && !/\s/.test(raw) ? new URL(raw) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    problems.add(path, 'must be a URL that starts with https://, such as https://alerts.example/hooks/licenses');
    return;
  }
  if (!isTrustworthy(raw)) {
    problems.add(path, 'must start with https://: only to this machine itself may alerts be sent over http://');
  }
  if (url.username !== '' || url.password !== '')
    problems.add(path, 'must not hold credentials; put them into headers');
  if (url.hash !== '') problems.add(path, 'must not have a fragment (#…): it would never be sent');
}

function checkHeaders(headers: unknown, path: Path, problems: Problems): void {
  for (const [name, value] of Object.entries(isMapping(headers) ? headers : {})) {
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name))
      problems.add([...path, name], 'is not a name that a header can have');
    else if (RESERVED.test(name.toLowerCase()))
      problems.add([...path, name], 'is set by the gateway itself; remove it');
    if (typeof value === 'string' && !/^[\x20-\x7e\t]*$/.test(value))
      problems.add([...path, name], 'must be printable ASCII without line breaks');
  }
}

function checkNames(
  given: readonly string[] | null | undefined,
  path: Path,
  known: readonly unknown[],
  problems: Problems,
): void {
  for (const [index, name] of (given ?? []).entries()) {
    if (known.includes(name)) continue;
    const all = known.filter((each) => typeof each === 'string').join(', ') || 'none yet';
    problems.add([...path, index], `is the name of no channel under alerts.channels; there are: ${all}`);
  }
}

/** A rule for a source that is not there would never tell anybody of anything. What is wrong with a source itself is told elsewhere. */
function checkSources(given: AlertRule['sources'] | undefined, path: Path, sources: unknown, problems: Problems): void {
  const all: unknown[] = Array.isArray(sources) ? sources.map((each) => isMapping(each) && each.name) : [null];
  const known = all.filter((name) => typeof name === 'string');
  if (known.length < all.length) return;
  for (const [index, pattern] of (given ?? []).entries()) {
    if (known.some(sourceScope({ sources: [pattern] }))) continue;
    problems.add(
      [...path, index],
      `fits the name of no source under sources; there are: ${known.join(', ') || 'none'}`,
    );
  }
}

function isSecret(text: string): boolean {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1];
  if (encoded === undefined || encoded.length % 4 !== 0) return false;
  const { length } = Buffer.from(encoded, 'base64');
  return length >= LEAST_SECRET_BYTES && length <= MOST_SECRET_BYTES;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
