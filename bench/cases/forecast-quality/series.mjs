/** Seeded synthetic uses of several kinds, each with its true future, to measure forecasts on. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Of a daily counter: what days differ by. Each series also has its own size, busiest hours and quiet nights. */
export const counterKinds = {
  'steady, noise': { noise: 0.12 },
  'weekly pattern': { week: 1, noise: 0.08 },
  trend: { week: 1, noise: 0.08, growth: 0.012 },
  'strong noise': { week: 0.5, noise: 0.4 },
  outliers: { week: 1, noise: 0.08, outliers: 0.06 },
  gaps: { week: 1, noise: 0.08, gaps: 0.25 },
  'level shift': { week: 0.6, noise: 0.1, shift: true },
  'month-end peaks': { week: 0.8, noise: 0.08, monthEnd: 2 },
  bursty: { noise: 0.3, hourNoise: 0.6, bursts: 3 },
  'random walk': { noise: 0.03, walk: 0.12 },
  'clock change': { week: 1, noise: 0.08, zone: 'America/New_York' },
};

/** Of a use that lasts: its value at the end of each day. Some fall instead of growing. */
export const lastingKinds = {
  'linear growth': { growth: 0.006, noise: 0.02 },
  'flat, noise': { growth: 0, noise: 0.05 },
  'weekly pattern': { growth: 0.002, noise: 0.03, week: 0.5 },
  'random walk': { walk: 0.02 },
  'walk with drift': { walk: 0.015, drift: 0.006 },
  'level shift': { growth: 0.004, noise: 0.015, shift: true },
  outliers: { growth: 0.005, noise: 0.015, outliers: 0.08 },
  gaps: { growth: 0.005, noise: 0.02, gaps: 0.25 },
  'change of slope': { growth: 0.006, noise: 0.01, bend: true },
  'slowing growth': { noise: 0.01, slowing: true },
  'high water, steps': { measure: 'HIGH_WATER', steps: 0.35 },
  'high water, noise': { measure: 'HIGH_WATER', growth: 0.004, noise: 0.05 },
  'cumulative, workdays': { measure: 'CUMULATIVE', counts: 0.01 },
};

const WEEK = [0.35, 1.05, 1.1, 1, 1.05, 0.95, 0.4];

/** Days of a counter: `{ start, length, hours, seen }`, what each hour brought and whether anybody looked. `starts` has one more. */
export function counterSeries(kind, seed, starts) {
  const {
    week = 0,
    noise,
    growth = 0,
    outliers = 0,
    gaps = 0,
    shift,
    monthEnd,
    hourNoise = 0.25,
    bursts,
    walk = 0,
  } = counterKinds[kind];
  const { uniform, normal, lognormal, pick } = randomOf(seed, Object.keys(counterKinds).indexOf(kind));
  const size = 10 ** (3 + 8 * uniform());
  const busiest = 9 + 8 * uniform();
  const width = 2.5 + 3 * uniform();
  const night = 0.1 + 0.5 * uniform();
  const shiftDay = starts.length - 5 - Math.floor(uniform() * 25);
  const shiftBy = pick([0.4, 0.55, 1.7, 2.5]);
  let wandered = 0;
  return starts.slice(0, -1).map((start, day) => {
    const length = Math.round((starts[day + 1] - start) / HOUR);
    const noon = new Date(start + 12 * HOUR);
    const isWeekend = noon.getUTCDay() % 6 === 0;
    wandered += walk * normal();
    let total = size * (1 + week * (WEEK[noon.getUTCDay()] - 1)) * lognormal(noise) * Math.exp(wandered);
    total *= Math.max(1 + growth * (day - 45), 0.1);
    if (shift && day >= shiftDay) total *= shiftBy;
    if (monthEnd && new Date(start + 60 * HOUR).getUTCDate() <= 2) total *= monthEnd;
    const shape = Array.from({ length }, (_, hour) => {
      const work = Math.exp(-(((hour + 24.5 - length - busiest) / width) ** 2));
      return (night + work * (isWeekend && week > 0 ? 0.4 : 1)) * lognormal(hourNoise);
    });
    for (let left = bursts ? Math.floor(uniform() * 2 * bursts) : 0; left > 0; left--) {
      const by = 4 + 8 * uniform();
      shape[Math.floor(uniform() * length)] += by;
      total *= 1 + by / 20;
    }
    const sum = shape.reduce((a, b) => a + b, 0);
    const hours = shape.map((share) => (total * share) / sum);
    if (uniform() < outliers) hours[Math.floor(uniform() * length)] += total * (1.5 + 3 * uniform());
    return { start, length, hours, seen: seenOf(length, gaps, uniform) };
  });
}

/** What the gateway would have kept of a counter some hours into its day `today`, what is used by then and in the end. */
export function counterAt(series, today, elapsed) {
  const day = series[today];
  const now = day.start + elapsed * HOUR;
  const days = [];
  const hours = [];
  for (const { start, length, hours: brought, seen } of series.slice(Math.max(0, today - 90), today + 1)) {
    let used = 0;
    let last = null;
    for (let hour = 0; hour < length && start + hour * HOUR < now; hour++) {
      used += brought[hour] * Math.min(1, (now - start) / HOUR - hour);
      // What is used now was read now.
      if (!seen[hour] && start + (hour + 1) * HOUR < now) continue;
      last = used;
      if (start > now - 35 * DAY)
        hours.push({
          ...pointOf(start + hour * HOUR, used, 60),
          lastAt: new Date(Math.min(start + (hour + 1) * HOUR, now)),
        });
    }
    if (last !== null) days.push(pointOf(start, last, 60 * seen.filter(Boolean).length));
  }
  const usedBy = (end) => day.hours.reduce((sum, more, hour) => sum + more * Math.min(1, Math.max(0, end - hour)), 0);
  return { days, hours, now: new Date(now), used: usedBy(elapsed), total: usedBy(Infinity) };
}

/** Days of a lasting use: `{ value, read }`, what it was at the day's end and what was read of it, null for a gap. */
export function lastingSeries(kind, seed, count) {
  const {
    growth = 0,
    noise = 0,
    week = 0,
    walk = 0,
    drift = 0,
    shift,
    outliers = 0,
    gaps = 0,
    bend,
    slowing,
    steps,
    counts,
    measure,
  } = lastingKinds[kind];
  const { uniform, normal, lognormal, pick } = randomOf(seed, 50 + Object.keys(lastingKinds).indexOf(kind));
  const size = 10 ** (2.5 + 4 * uniform());
  const slope = growth * (0.5 + uniform()) * (measure === undefined && uniform() < 0.25 ? -0.6 : 1);
  const [shiftDay, shiftBy] = [Math.floor(uniform() * count), pick([0.6, 1.3, 1.6])];
  const [bendDay, bendBy] = [count * (0.25 + 0.5 * uniform()), pick([0, 0.3, 2, -0.5])];
  const drifts = drift * pick([1, 1, -0.5]);
  let [wandered, grown, highest] = [0, size, 0];
  return Array.from({ length: count }, (_, day) => {
    const isWeekend = day % 7 >= 5;
    wandered += walk * normal() + drifts;
    if (steps && uniform() < steps) grown += size * 0.02 * (0.2 + uniform());
    if (counts) grown += size * counts * (isWeekend ? 0.1 : 1) * lognormal(0.3);
    const days = bend && day > bendDay ? bendDay + bendBy * (day - bendDay) : day;
    let value = grown * (1 + slope * days) * Math.exp(wandered) * (isWeekend ? 1 - week : 1) * (1 + noise * normal());
    if (slowing) value *= 3 - 2 * Math.exp(-day / 60);
    if (shift && day >= shiftDay) value *= shiftBy;
    highest = Math.max(highest, value);
    const whole = Math.max(1, Math.round(measure === 'HIGH_WATER' ? highest : value));
    const read = uniform() < outliers ? Math.round(whole * (1 + pick([-0.5, 1, 2]))) : whole;
    return { value: whole, read: uniform() < gaps ? null : read };
  });
}

/** A point of history that saw this use last. */
export function pointOf(start, used, samples) {
  const count = BigInt(Math.round(used));
  return { start: new Date(start), peak: count, last: count, limit: null, samples };
}

/** Of the days in gaps, some were not watched at all, some not to their end, most not for a few hours. */
function seenOf(length, gaps, uniform) {
  const dice = uniform() / Math.max(gaps, Number.MIN_VALUE);
  const from = Math.floor(uniform() * length);
  const to = dice < 0.25 ? 0 : dice < 0.6 ? length : from + 2 + Math.floor(4 * uniform());
  return Array.from({ length }, (_, hour) => dice >= 1 || (dice >= 0.25 && (hour < from || hour >= to)));
}

/** The mulberry32 generator, with what series are made of. */
function randomOf(seed, stream) {
  let state = (seed * 7919 + stream * 104_729 + 1) >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    normal,
    lognormal: (sigma) => Math.exp(sigma * normal()),
    pick: (list) => list[Math.floor(uniform() * list.length)],
  };
}
