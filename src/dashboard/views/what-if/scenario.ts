/** A change to try on paper, as the address holds it: `?source=…&at=2027-01-31&pools=[["Pool:…","5 GB"]]`. Pure. */
import type { WhatIfInput } from '../../generated/graphql.js';
import { startOfDate, startOfNextDay } from '../../parts/zone.js';

export interface NewLicense {
  readonly stackId: string;
  readonly quotaBytes: string;
  /** A date, or nothing. */
  readonly expires: string;
}

export interface Scenario {
  readonly sourceId: string | null;
  readonly at: string;
  readonly pools: readonly { readonly poolId: string; readonly quota: string }[];
  readonly add: readonly NewLicense[];
  readonly drop: readonly string[];
}

/** What in the address is no scenario is left out. */
export function readScenario(params: URLSearchParams): Scenario {
  return {
    sourceId: params.get('source'),
    at: params.get('at') ?? '',
    pools: rowsOf(params.get('pools')).map(([poolId = '', quota = '']) => ({ poolId, quota })),
    add: rowsOf(params.get('add')).map(([stackId = '', quotaBytes = '', expires = '']) => ({
      stackId,
      quotaBytes,
      expires,
    })),
    drop: rowsOf(params.get('drop')).map(([id = '']) => id),
  };
}

export function writeScenario({ sourceId, at, pools, add, drop }: Scenario): Readonly<Record<string, string | null>> {
  const rows = (values: readonly (readonly string[])[]) => (values.length === 0 ? null : JSON.stringify(values));
  return {
    source: sourceId,
    at: at === '' ? null : at,
    pools: rows(pools.map(({ poolId, quota }) => [poolId, quota])),
    add: rows(add.map(({ stackId, quotaBytes, expires }) => [stackId, quotaBytes, expires])),
    drop: rows(drop.map((id) => [id])),
  };
}

export interface Asked {
  readonly input: WhatIfInput;
  /** Which row of the form the n-th of each list is: rows that are not filled in are not asked about. */
  readonly rows: Readonly<Record<'pools' | 'addLicenses', readonly number[]>>;
}

/** What the gateway is asked; null while there is nothing it could be asked. Days end by the source's clock. */
export function askedOf(scenario: Scenario, zone: string | null): Asked | null {
  const { sourceId, at, pools, add, drop } = scenario;
  if (sourceId === null) return null;
  const changed = indexesOf(pools, ({ quota }) => quota.trim() !== '');
  const added = indexesOf(add, (license) => problemOfBytes(license.quotaBytes) === null && license.stackId !== '');
  return {
    input: {
      sourceId,
      at: endOfDate(at, zone),
      pools: pick(pools, changed).map(({ poolId, quota }) => ({ poolId, quota: quota.replaceAll(' ', '') })),
      addLicenses: pick(add, added).map(({ stackId, quotaBytes, expires }) => ({
        stackId,
        quotaBytes: quotaBytes.trim(),
        expiresAt: endOfDate(expires, zone),
      })),
      removeLicenseIds: [...drop],
    },
    rows: { pools: changed, addLicenses: added },
  };
}

/** Why this is no number of bytes; null when it is one, an empty text too is none. */
export function problemOfBytes(text: string): string | null {
  return /^\d{1,19}$/.test(text.trim()) ? null : 'Write bytes a day in digits.';
}

/** What the gateway says of one field of a row of the form. */
export function errorAt(
  errors: readonly { readonly message: string; readonly path?: readonly string[] | null | undefined }[],
  asked: Asked | null,
  list: 'pools' | 'addLicenses',
  row: number,
): string | undefined {
  const index = asked?.rows[list].indexOf(row) ?? -1;
  return errors.find(({ path }) => index >= 0 && path?.[0] === list && path[1] === String(index))?.message;
}

function endOfDate(date: string, zone: string | null): string | null {
  const start = startOfDate(date, zone);
  return start === null ? null : new Date(startOfNextDay(start, zone) - 1).toISOString();
}

function indexesOf<T>(values: readonly T[], wanted: (value: T) => boolean): readonly number[] {
  return values.flatMap((value, index) => (wanted(value) ? [index] : []));
}

function pick<T>(values: readonly T[], indexes: readonly number[]): readonly T[] {
  return values.filter((_, index) => indexes.includes(index));
}

function rowsOf(text: string | null): readonly (readonly string[])[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.filter((row) => Array.isArray(row) && row.every((each) => typeof each === 'string'));
  } catch {
    return [];
  }
}
