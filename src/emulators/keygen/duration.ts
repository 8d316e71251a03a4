/**
 * A policy's duration is seconds that the vendor takes apart into years, months, weeks and so on before it adds them
 * (facts 1.2, "Calendar trap"): what equals a month moves July 19 to August 19, and January 31 to the end of February.
 */
import { addMonths } from './rules.js';

/** The vendor's framework counts a year as the Gregorian mean of 365.2425 days and a month as its twelfth. */
const YEAR_SECONDS = 31_556_952;
const MONTH_SECONDS = YEAR_SECONDS / 12;

/** `seconds` is whole. Years first, then months; weeks and all below are as long in the calendar (UTC) as in seconds. */
export function addDuration(from: Date, seconds: number): Date {
  const years = Math.floor(seconds / YEAR_SECONDS);
  const months = Math.floor((seconds % YEAR_SECONDS) / MONTH_SECONDS);
  const rest = (seconds % YEAR_SECONDS) % MONTH_SECONDS;
  return new Date(addMonths(addMonths(from, 12 * years), months).getTime() + rest * 1000);
}
