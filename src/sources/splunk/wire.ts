/** The wire check: which fields the rows of each endpoint have, and how leniently each is read. */
import { z } from 'zod';
import type { WireMap, WireValue } from './value.js';

/** A row is dropped when a required field is missing or unreadable; an optional one is then null. */
export interface RowSpec<R extends Fields, O extends Fields> {
  readonly required: R;
  readonly optional: O;
  /** Fields that stay in `vendorFields` although they are read, because the schema shows only what follows from them. */
  readonly keep: readonly string[];
}
export type Fields = Readonly<Record<string, z.ZodType<unknown, unknown>>>;
export type RowOf<R extends Fields, O extends Fields> = { readonly [K in keyof R]: z.output<R[K]> } & {
  readonly [K in keyof O]: z.output<O[K]> | null;
};

const INT32_MAX = 2_147_483_647n;
/** A date before is a mistake: Splunk is younger. */
const EARLIEST = Date.UTC(1990, 0, 1) / 1000;
/** 9999-12-31T23:59:59Z: later are milliseconds sent as seconds (year 53843) and other accidents. */
const LATEST = 253_402_300_799;
/** The only expiry that means "never" (the last second of 32 bits). */
const NEVER = '2147483647';

const text = z.string({ error: 'is not a text' });

/** JSON 10.6 has booleans, old servers `0` and `1`, some clients see text; all are text here (see value.ts). */
const flag = text
  .refine((word) => /^(?:0|1|true|false)$/i.test(word.trim()), { error: 'is not a boolean' })
  .transform((word) => word.trim() === '1' || word.trim().toLowerCase() === 'true');

const wholeNumber = text
  .regex(/^\s*\+?\d{1,40}(?:\.0*)?\s*$/, { error: 'is not a whole number of 0 or more' })
  .transform((digits) => BigInt(digits.trim().replace(/^\+/, '').replace(/\..*$/, '')));

/** For fields that GraphQL shows as Int. */
const smallNumber = wholeNumber
  .refine((value) => value <= INT32_MAX, { error: 'is larger than any sensible value' })
  .transform((value) => Number(value));

const epochSeconds = wholeNumber
  .refine((value) => value >= BigInt(EARLIEST) && value <= BigInt(LATEST), { error: 'is no sensible date' })
  .transform((value) => new Date(Number(value) * 1000));

/** 0 stands for "none"; whether that is plausible is for the reader of the row to say. */
const epochOrZero = z.union([text.regex(/^\s*0+\s*$/).transform(() => 'zero' as const), epochSeconds], {
  error: 'is no sensible date',
});

/** 0 stands for "has not happened yet". */
const epochOrNone = z.union([text.regex(/^\s*0+\s*$/).transform(() => null), epochSeconds], {
  error: 'is no sensible date',
});

const expiry = z.union([text.regex(new RegExp(`^\\s*${NEVER}\\s*$`)).transform(() => 'never' as const), epochSeconds], {
  error: 'is no sensible date',
});

const poolQuota = z.union([text.regex(/^\s*max\s*$/i).transform(() => 'MAX' as const), wholeNumber], {
  error: 'is neither MAX nor a whole number of 0 or more',
});

/** A list of texts; a lone text is a list of one. */
const texts = z
  .union([z.array(z.string().nullable()), z.string().transform((only): (string | null)[] => [only])], {
    error: 'is not a list of texts',
  })
  .transform((list): readonly string[] => list.filter((item): item is string => item !== null));

/** An empty map can come as an empty list: both are an empty element in Atom's older forms. */
const emptyList = z.array(z.unknown()).max(0);
const map = z.union(
  [
    z.record(
      z.string(),
      z.custom<WireValue>(() => true),
    ),
    emptyList.transform((): WireMap => ({})),
  ],
  {
    error: 'is not a map',
  },
);

export const groupSpec = spec({ is_active: flag }, { stack_ids: texts });

export const stackSpec = spec(
  { type: text },
  { label: text, quota: wholeNumber, is_unlimited: flag, max_violations: smallNumber, window_period: smallNumber },
);

export const licenseSpec = spec(
  { type: text, stack_id: text },
  {
    license_hash: text,
    label: text,
    group_id: text,
    status: text,
    creation_time: epochOrZero,
    expiration_time: expiry,
    relative_expiration_start: wholeNumber,
    relative_expiration_interval: wholeNumber,
    features: texts,
    disabled_features: texts,
    sourcetypes: texts,
    guid: text,
    subgroup_id: text,
    quota: wholeNumber,
    is_unlimited: flag,
    max_violations: smallNumber,
    window_period: smallNumber,
    add_ons: map,
    notes: text,
  },
  ['expiration_time', 'relative_expiration_start', 'relative_expiration_interval'],
);

export const poolSpec = spec(
  { stack_id: text },
  {
    description: text,
    quota: poolQuota,
    effective_quota: wholeNumber,
    is_unlimited: flag,
    used_bytes: wholeNumber,
    peers: texts,
    peers_usage_bytes: map,
  },
  ['quota', 'effective_quota', 'is_unlimited'],
);

export const peerSpec = spec(
  {},
  { label: text, pool_ids: texts, active_pool_ids: texts, stack_ids: texts, warning_count: smallNumber },
);

export const messageSpec = spec(
  { category: text, description: text },
  { create_time: epochSeconds, severity: text, pool_id: text, peer_id: text, stack_id: text },
);

export const usageSpec = spec({}, { quota: wholeNumber, peers_usage_bytes: wholeNumber }, [
  'quota',
  'peers_usage_bytes',
]);

export const localPeerSpec = spec(
  { peer_id: text },
  {
    peer_label: text,
    manager_guid: text,
    manager_uri: text,
    features: map,
    add_ons: map,
    license_keys: texts,
    connection_timeout: smallNumber,
    send_timeout: smallNumber,
    receive_timeout: smallNumber,
    squash_threshold: smallNumber,
    last_manager_contact_attempt_time: epochOrNone,
    last_manager_contact_success_time: epochOrNone,
    last_trackerdb_service_time: epochOrNone,
  },
);

/** One peer's bytes in `peers_usage_bytes`; null when unreadable. */
export function readBytes(value: WireValue): bigint | null {
  const read = wholeNumber.safeParse(value);
  return read.success ? read.data : null;
}

/** Figures from 2^63 on are how Splunk writes "unlimited" (seen: 2^64 rounded to 18446744073709552000). */
export function isAbsurdQuota(bytes: bigint): boolean {
  return bytes >= 2n ** 63n;
}

/** The date that seconds since 1970 stand for; null when it is no sensible one. */
export function dateOfSeconds(seconds: bigint): Date | null {
  const read = epochSeconds.safeParse(seconds.toString());
  return read.success ? read.data : null;
}

export type ReadFields<T> =
  | { readonly ok: true; readonly values: T; readonly problems: readonly string[]; readonly rest: WireMap }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a row field by field, so that one unreadable field costs that field. `rest` is what nobody else shows. */
export function readFields<R extends Fields, O extends Fields>(
  fields: WireMap,
  { required, optional, keep }: RowSpec<R, O>,
): ReadFields<RowOf<R, O>> {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  const rest: Record<string, WireValue> = Object.fromEntries(
    Object.entries(fields).filter(
      ([key]) => keep.includes(key) || !(Object.hasOwn(required, key) || Object.hasOwn(optional, key)),
    ),
  );
  let complete = true;
  for (const [key, schema] of [...Object.entries(required), ...Object.entries(optional)]) {
    const raw = Object.hasOwn(fields, key) ? (fields[key] ?? null) : null;
    const isRequired = Object.hasOwn(required, key);
    values[key] = null;
    if (raw === null) {
      if (isRequired) {
        complete = false;
        problems.push(`${key} is missing`);
      }
      continue;
    }
    const read = schema.safeParse(raw);
    if (read.success) {
      values[key] = read.data;
      continue;
    }
    problems.push(`${key} ${shown(raw)} ${read.error.issues[0]?.message ?? 'is unreadable'}`);
    if (isRequired) complete = false;
    else rest[key] = raw;
  }
  return complete ? { ok: true, values: values as RowOf<R, O>, problems, rest } : { ok: false, problems };
}

function spec<R extends Fields, O extends Fields>(
  required: R,
  optional: O,
  keep: readonly (keyof O & string)[] = [],
): RowSpec<R, O> {
  return { required, optional, keep };
}

function shown(raw: WireValue): string {
  return typeof raw === 'string' ? `"${raw.slice(0, 60)}"` : Array.isArray(raw) ? '(a list)' : '(a map)';
}
