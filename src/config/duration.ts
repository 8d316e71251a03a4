/** Durations as people write them in the configuration: `500ms`, `60s`, `5m`, `1h`. */
import { z } from 'zod';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Milliseconds, or null when the text is no duration. */
export function parseDuration(text: string): number | null {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h)$/.exec(text.trim());
  const unit = UNITS[match?.[2] ?? ''];
  return match === null || unit === undefined ? null : Math.round(Number(match[1]) * unit);
}

/** A duration between two others, in milliseconds. */
export function duration(shortest: string, longest: string): z.ZodType<number> {
  const form = `must be a duration from ${shortest} to ${longest}, such as 500ms, 60s, 5m or 1h`;
  const least = parseDuration(shortest) ?? 0;
  const most = parseDuration(longest) ?? Number.MAX_SAFE_INTEGER;
  return z.string({ error: form }).transform((text, context) => {
    const ms = parseDuration(text);
    if (ms !== null && ms >= least && ms <= most) return ms;
    context.addIssue({ code: 'custom', message: form });
    return z.NEVER;
  });
}
