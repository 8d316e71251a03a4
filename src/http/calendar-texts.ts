/** Calendars that were made, kept while they say the same: to make a large one takes long, and nothing else runs meanwhile. */
import { type CalendarOptions, calendarText } from './calendar.js';

/** The text of a calendar, by its tag. */
export type CalendarTexts = (tag: string, content: CalendarOptions) => string;

/** Few: a key and the sources that are asked for make one, and each may take megabytes. */
const MOST_KEPT = 8;

export function createCalendarTexts(): CalendarTexts {
  /** The one that was asked for last stands last. */
  const kept = new Map<string, string>();
  return (tag, content) => {
    const text = kept.get(tag) ?? calendarText(content);
    kept.delete(tag);
    kept.set(tag, text);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return text;
  };
}
