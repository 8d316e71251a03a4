/** Numbers and times as people read them. Pure: whatever depends on the present is given. */
import type { QuotaDimension } from '../generated/graphql.js';
import { wallClock } from './zone.js';

/** Powers of a vendor's own base: Splunk counts a kilobyte as 1024 bytes and Enterprise Recon as 1000, and both write KB, MB, GB, TB. */
const BASES: Readonly<Record<string, number>> = { splunk: 1024, 'enterprise-recon': 1000, keygen: 1024 };
const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'];

/** What a kilobyte of such a source has. */
export function byteBase(kind: string): number {
  return BASES[kind] ?? 1024;
}

/** Bytes in the base of the kind of source they are from: `1.5 GB`. */
export function formatBytes(bytes: string | bigint, kind: string): string {
  const value = Number(bytes);
  const base = byteBase(kind);
  const isNegative = value < 0;
  let scaled = Math.abs(value);
  let unit = 0;
  // At what would be rounded to the next unit, that unit.
  while (unit < UNITS.length - 1 && Number(scaled.toPrecision(4)) >= base) {
    scaled /= base;
    unit += 1;
  }
  const digits = unit === 0 ? 0 : scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2;
  const text = scaled.toLocaleString('en', { maximumFractionDigits: digits });
  return `${isNegative ? '−' : ''}${text} ${UNITS[unit]}`;
}

/** A count of any size, in groups of three digits. */
export function formatCount(count: string | bigint | number): string {
  return BigInt(count).toLocaleString('en');
}

const BYTES: ReadonlySet<QuotaDimension> = new Set<QuotaDimension>([
  'INDEXED_BYTES_PER_DAY',
  'SCANNED_BYTES',
  'MEMORY_BYTES',
  'DISK_BYTES',
]);

export function isBytes(dimension: QuotaDimension): boolean {
  return BYTES.has(dimension);
}

/** What a quota measures, in its own unit: null is `unknown`. */
export function formatAmount(amount: string | null | undefined, dimension: QuotaDimension, kind: string): string {
  if (amount == null) return 'unknown';
  return isBytes(dimension) ? formatBytes(amount, kind) : formatCount(amount);
}

const KINDS: Readonly<Record<string, string>> = {
  splunk: 'Splunk',
  'enterprise-recon': 'Enterprise Recon',
  keygen: 'Keygen',
};

/** The vendor's own name for a kind of source. */
export function kindName(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** `82.5 %`; what is below a tenth of a percent and not nothing is said to be. */
export function formatRatio(ratio: number | null | undefined): string {
  if (ratio == null) return '–';
  const percent = ratio * 100;
  if (percent > 0 && percent < 0.1) return '< 0.1 %';
  return `${percent.toLocaleString('en', { maximumFractionDigits: percent >= 100 ? 0 : 1 })} %`;
}

/** `INDEXED_BYTES_PER_DAY` → `Indexed bytes per day`; `OK` stays. */
export function words(constant: string): string {
  if (constant === 'OK') return constant;
  const text = constant.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** `3 minutes ago`, `in 12 days`; `just now` within half a minute. */
export function relativeTime(at: string, now: number): string {
  const seconds = (Date.parse(at) - now) / 1000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return Math.abs(seconds) < 30 ? 'just now' : relative.format(Math.trunc(seconds), 'second');
}

/** Date and time in a zone (an IANA name, or an offset such as `-07:00`), `2026-03-01 14:05`; of this machine when none is given. */
export function formatTime(at: string, timeZone?: string | null): string {
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return wallClock(Date.parse(at), zone).toISOString().slice(0, 16).replace('T', ' ');
}
