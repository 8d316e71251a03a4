/**
 * The hours of a record as one line of text, a third of the size and of the time to read and write that documents within
 * the document take: `<hour> <peak> <last> <limit>[ <skipped> <gone after>]`, joined by `;`.
 */
import type { HourRecord } from '../domain/history.js';

const NONE = '-';
/** For `last`: as `peak`. For `limit`: as in the hour before. */
const SAME = '=';

export function hoursText(hours: readonly HourRecord[]): string {
  return hours.map((hour, at) => hourText(hour, hours[at - 1]?.limit)).join(';');
}

export function hoursOf(text: string): HourRecord[] {
  const hours: HourRecord[] = [];
  for (const entry of text === '' ? [] : text.split(';')) {
    const [hour, peakText = NONE, last, limit, skipped = '0', goneAfter = NONE] = entry.split(' ');
    const peak = countOf(peakText);
    hours.push({
      hour: Number(hour),
      peak,
      last: last === SAME ? peak : countOf(last),
      limit: limit === SAME ? (hours.at(-1)?.limit ?? null) : countOf(limit),
      skipped: Number(skipped),
      goneAfter: goneAfter === NONE ? null : Number(goneAfter),
    });
  }
  return hours;
}

function hourText({ hour, peak, last, limit, skipped, goneAfter }: HourRecord, limitBefore?: bigint | null): string {
  const text = `${hour} ${peak ?? NONE} ${last === peak ? SAME : (last ?? NONE)} ${limit === limitBefore ? SAME : (limit ?? NONE)}`;
  return skipped === 0 && goneAfter === null ? text : `${text} ${skipped} ${goneAfter ?? NONE}`;
}

function countOf(text = NONE): bigint | null {
  return text === NONE ? null : BigInt(text);
}
