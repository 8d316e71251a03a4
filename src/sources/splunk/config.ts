/** The `settings:` of a Splunk source: what its REST interface does not tell. */
import { z } from 'zod';
import { isTimeZone } from '../../domain/calendar.js';

export interface SplunkSettings {
  /** IANA zone of the license manager's clock, which starts its days; null: the offset of the feeds' `updated`. */
  readonly timeZone: string | null;
  /** server.conf `strict_pool_quota`: true warns a pool that is over, whatever its stack (the vendor's default). */
  readonly strictPoolQuota: boolean;
  /** Overrides the licenses' `max_violations`. */
  readonly maxViolations: number | null;
  /** Overrides the licenses' `window_period`, in days. */
  readonly windowDays: number | null;
  /** Whether reaching the maximum of warnings blocks search; null: by the stack. */
  readonly enforcement: 'HARD' | 'SOFT' | null;
}

const positiveInteger = z.number().int().min(1).max(1_000_000);

export const splunkSettings: z.ZodType<SplunkSettings> = z
  .strictObject({
    timeZone: z
      .string()
      .refine(isTimeZone, {
        error: (issue) => `there is no time zone "${String(issue.input)}"; use an IANA name such as America/New_York`,
      })
      .nullable()
      .default(null),
    strictPoolQuota: z.boolean().default(true),
    maxViolations: positiveInteger.nullable().default(null),
    windowDays: positiveInteger.nullable().default(null),
    enforcement: z.enum(['HARD', 'SOFT']).nullable().default(null),
  })
  .prefault({});
