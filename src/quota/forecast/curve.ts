/** How a counter went over a day: what was read when, and a smooth line between that never falls. Pure. */

/** What had been used when an hour was last read. */
export interface Point {
  /** Hours since the day's start. */
  readonly at: number;
  readonly used: number;
  /** False: nobody looked for so long before it that nobody knows how the use came there. */
  readonly drawn: boolean;
}

/** In order of time; it starts at nothing. */
export type Curve = readonly Point[];

const HOUR_MS = 3_600_000;
const ORIGIN: Point = { at: 0, used: 0, drawn: true };
/** A curve is drawn through this many hours without a read; over more, nobody knows how the use went. */
const DRAWN_THROUGH = 3;
/** A day's total can be told when its last read was less than this before its end, in hours. */
const UNSEEN_MOST = 2;
/** A pace is not told from less than this, in hours. */
const PACE_LEAST = 0.25;

/**
 * Rises from nothing; a fall within the day was a reset, before which the peak stays. `peak`, that of the whole day, is
 * reached by the last read of its last hours. Null where no hour was seen.
 */
export function curveOf(
  seen: readonly { readonly start: number; readonly at: number; readonly peak: number }[],
  start: number,
  length: number,
  peak: number,
): Curve | null {
  let [lastHour, most] = [-1, 0];
  const curve = seen.map((reading): Point => {
    const hour = Math.floor((reading.start - start) / HOUR_MS);
    const drawn = hour - lastHour - 1 <= DRAWN_THROUGH;
    lastHour = hour;
    most = Math.max(most, reading.peak);
    return { at: Math.min((reading.at - start) / HOUR_MS, length), used: most, drawn };
  });
  const last = curve.at(-1);
  if (last === undefined) return null;
  return endsSeen(last, length) ? [...curve.slice(0, -1), { ...last, used: Math.max(last.used, peak) }] : curve;
}

/**
 * What is to be expected after the last read of a day: at the pace before it, or that of the next day's begin, whichever
 * is the slower, so that a burst on one side of midnight is not carried on. Null when the reads stop hours before the end.
 */
export function restOfDay(curve: Curve, length: number, next: Curve | null): number | null {
  const last = curve.at(-1);
  if (last === undefined || !endsSeen(last, length)) return null;
  const before = [ORIGIN, ...curve].findLast(({ at }) => last.at - at >= PACE_LEAST);
  const after = next?.[0]?.drawn === true ? next.find(({ at }) => at >= PACE_LEAST) : undefined;
  const paces = [
    ...(before !== undefined && last.drawn ? [(last.used - before.used) / (last.at - before.at)] : []),
    ...(after?.drawn === true ? [after.used / after.at] : []),
  ];
  return paces.length === 0 ? 0 : Math.min(...paces) * (length - last.at);
}

/** With what the day came to at its end. */
export function toTheEnd(curve: Curve, length: number, total: number): Curve {
  return [...curve.filter(({ at }) => at < length), { at: length, used: total, drawn: true }];
}

/** Null where nobody looked. A monotone cubic between the points (Fritsch and Butland): a line would cut its bends. */
export function onCurve(curve: Curve, elapsed: number): number | null {
  const i = curve.findIndex(({ at }) => at >= elapsed);
  const after = curve[i];
  if (after === undefined) return null;
  if (after.at === elapsed) return after.used;
  if (!after.drawn) return null;
  const before = curve[i - 1] ?? ORIGIN;
  const span = after.at - before.at;
  const pace = (after.used - before.used) / span;
  const beyond = curve[i + 1];
  const [from, to] = [
    before.at === 0 || !before.drawn ? pace : paceThrough(curve[i - 2] ?? ORIGIN, before, after),
    beyond?.drawn === true ? paceThrough(before, after, beyond) : pace,
  ];
  const share = (elapsed - before.at) / span;
  const bend = share * (1 - share) * ((from - pace) * (1 - share) - (to - pace) * share);
  return before.used + (after.used - before.used) * share + span * bend;
}

/** The pace at `middle`, from those before and after it; 0 where one of them is, so that a standstill stays one. */
function paceThrough(from: Point, middle: Point, to: Point): number {
  const [spanBefore, spanAfter] = [middle.at - from.at, to.at - middle.at];
  const [before, after] = [(middle.used - from.used) / spanBefore, (to.used - middle.used) / spanAfter];
  if (!(before > 0 && after > 0 && spanBefore > 0 && spanAfter > 0)) return 0;
  const [weightBefore, weightAfter] = [spanBefore + 2 * spanAfter, 2 * spanBefore + spanAfter];
  return (weightBefore + weightAfter) / (weightBefore / after + weightAfter / before);
}

/** The very last reads of a day may be missing; a record that stops hours before midnight tells no total. */
function endsSeen(last: Point, length: number): boolean {
  return length - last.at < UNSEEN_MOST;
}
