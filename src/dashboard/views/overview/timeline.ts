/** Where expiries stand on a line from now to ninety days on. Pure. */

export const OUTLOOK_DAYS = 90;
const DAY_MS = 86_400_000;
const MONTH = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });

export interface Mark {
  /** Percent of the line. */
  readonly at: number;
  readonly count: number;
  readonly names: readonly string[];
}

export interface Timeline {
  /** Those that would cover each other are one. */
  readonly marks: readonly Mark[];
  /** The first days of the months. */
  readonly months: readonly { readonly at: number; readonly label: string }[];
}

/** Marks nearer than this would cover each other. */
const APART_DAYS = 2;

export function timelineOf(
  licenses: readonly { readonly displayName: string; readonly expiresAt?: string | null }[],
  now: number,
): Timeline {
  const names = new Map<number, string[]>();
  for (const { displayName, expiresAt } of licenses) {
    if (expiresAt == null) continue;
    const days = (Date.parse(expiresAt) - now) / DAY_MS;
    const place = Math.floor(Math.min(Math.max(days, 0), OUTLOOK_DAYS - 0.01) / APART_DAYS);
    names.set(place, [...(names.get(place) ?? []), displayName]);
  }
  return {
    marks: [...names].map(([place, those]) => ({
      at: (((place + 0.5) * APART_DAYS) / OUTLOOK_DAYS) * 100,
      count: those.length,
      names: those,
    })),
    months: monthsAfter(now),
  };
}

function monthsAfter(now: number): Timeline['months'] {
  const from = new Date(now);
  const end = now + OUTLOOK_DAYS * DAY_MS;
  return [1, 2, 3]
    .map((later) => Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + later, 1))
    .filter((at) => at < end)
    .map((at) => ({ at: ((at - now) / (OUTLOOK_DAYS * DAY_MS)) * 100, label: MONTH.format(at) }));
}
