/** The robust statistics that forecasts are made of: a few wild values do not move them. Pure. */

/** Null of nothing. */
export function median(values: readonly number[]): number | null {
  return quantileOf(new Float64Array(values), 0.5);
}

/**
 * The value below which `share` of all draws of the same kind fall, as far as these tell: of few values it lies further
 * out than the same share of the values themselves. Null of nothing.
 */
export function quantileOfDraws(values: readonly number[], share: number): number | null {
  const work = new Float64Array(values);
  return quantileOf(work, (share * (work.length + 1) - 1) / Math.max(work.length - 1, 1));
}

export interface Slope {
  readonly slope: number;
  /** The ends of its 90 % confidence interval. */
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of a two-sided 90 % interval. */
const Z = 1.645;

/**
 * The median slope over all pairs of points, `x` ascending (Theil-Sen). The interval is Sen's, or where the points wander
 * rather than scatter the wider one of a random walk: a walk looks like a trend and is none. Null below three points.
 */
export function theilSen(x: readonly number[], y: readonly number[]): Slope | null {
  const n = x.length;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const [xi, yi] = [x[i] ?? 0, y[i] ?? 0];
    for (let j = i + 1; j < n; j++) {
      const run = (x[j] ?? 0) - xi;
      if (run > 0) slopes[count++] = ((y[j] ?? 0) - yi) / run;
    }
  }
  if (count < 3) return null;
  const work = slopes.subarray(0, count);
  const slope = quantileOf(work, 0.5) ?? 0;
  const spread = Z * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const drift = Z * stepOfWalk(x, y, slope) * Math.sqrt(1.2 / n);
  // The median has parted the smaller from the larger.
  const middle = count >> 1;
  const low = select(work.subarray(0, middle + 1), Math.max(Math.floor((count - spread) / 2), 0));
  const high = select(work.subarray(middle), Math.min(Math.ceil((count + spread) / 2), count - 1) - middle);
  return { slope, low: Math.min(low, slope - drift), high: Math.max(high, slope + drift) };
}

/** The daily step of the random walk that would come as far from the slope's line as these points do over a quarter of them. */
function stepOfWalk(x: readonly number[], y: readonly number[], slope: number): number {
  const apart = Math.max(1, Math.floor(x.length / 4));
  const steps: number[] = [];
  for (let i = apart; i < x.length; i++) {
    const run = (x[i] ?? 0) - (x[i - apart] ?? 0);
    if (run > 0) steps.push(Math.abs((y[i] ?? 0) - (y[i - apart] ?? 0) - slope * run) / Math.sqrt(run));
  }
  const deviationsOfMedian = 1.4826;
  return deviationsOfMedian * (median(steps) ?? 0);
}

/** Interpolated between neighbors; orders `work` as far as it must. */
function quantileOf(work: Float64Array, share: number): number | null {
  if (work.length === 0) return null;
  const position = Math.min(Math.max(share, 0), 1) * (work.length - 1);
  const rank = Math.floor(position);
  const below = select(work, rank);
  if (position === rank) return below;
  let above = Infinity;
  for (let i = rank + 1; i < work.length; i++) above = Math.min(above, work[i] ?? Infinity);
  return below + (above - below) * (position - rank);
}

/** The value of this rank, with the smaller before it and the larger after it (Hoare's quickselect): sorting costs ten times that. */
function select(work: Float64Array, rank: number): number {
  let [left, right] = [0, work.length - 1];
  while (left < right) {
    const pivot = work[(left + right) >> 1] ?? 0;
    let [i, j] = [left, right];
    while (i <= j) {
      while ((work[i] ?? Infinity) < pivot) i++;
      while ((work[j] ?? -Infinity) > pivot) j--;
      if (i <= j) {
        const swapped = work[i] ?? 0;
        work[i++] = work[j] ?? 0;
        work[j--] = swapped;
      }
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else break;
  }
  return work[rank] ?? 0;
}
