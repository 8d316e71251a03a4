/** Where a chart's axes have their marks: at round numbers of the vendor's own units, and at the beginnings of days. Pure. */
import { byteBase } from './format.js';
import { dayStarts, wallClock } from './zone.js';

/** Round marks from zero to the first at or above `top`, in the base of `kind` when they are bytes. */
export function amountTicks(top: number, bytes: { readonly kind: string } | null): readonly number[] {
  const wanted = Math.max(top, bytes === null ? 4 : 1);
  const unit = bytes === null ? 1 : unitOf(wanted, byteBase(bytes.kind));
  const step = Math.max(niceStep(wanted / unit / 4), bytes === null ? 1 : 0) * unit;
  const count = Math.ceil(wanted / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Beginnings of days in the zone, at most `most` of them; of a short time the hours that divide a day evenly, too. */
export function timeTicks(from: number, to: number, zone: string | null | undefined, most = 8): readonly number[] {
  const days = dayStarts(from, to, zone);
  if (days.length <= 2) return hourTicks(from, to, zone, most);
  const every = Math.ceil(days.length / most);
  return days.filter((_, index) => index % every === 0);
}

function hourTicks(from: number, to: number, zone: string | null | undefined, most: number): readonly number[] {
  const every = [1, 2, 3, 6, 12].find((hours) => (to - from) / 3_600_000 / hours <= most) ?? 12;
  const ticks: number[] = [];
  for (let at = Math.ceil(from / 3_600_000) * 3_600_000; at <= to; at += 3_600_000) {
    if (wallClock(at, zone).getUTCHours() % every === 0) ticks.push(at);
  }
  return ticks;
}

function unitOf(value: number, base: number): number {
  return value < 1 ? 1 : base ** Math.floor(Math.log(value) / Math.log(base));
}

/** The next of 1, 2, 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}
