/** Whether a series of samples rises, beyond what its own noise explains. */
export interface Trend {
  /** Per sample. */
  readonly slope: number;
  /** Standard error of the slope. */
  readonly error: number;
  /** What the line gains from the first sample to the last. */
  readonly rise: number;
}

/** Least squares over equally spaced samples; three at least. */
export function trendOf(samples: readonly number[]): Trend {
  const n = samples.length;
  const meanX = (n - 1) / 2;
  const meanY = samples.reduce((sum, y) => sum + y, 0) / n;
  const sxx = samples.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0);
  const slope = samples.reduce((sum, y, x) => sum + (x - meanX) * (y - meanY), 0) / sxx;
  const residual = samples.reduce((sum, y, x) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return { slope, error: Math.sqrt(residual / (n - 2) / sxx), rise: slope * (n - 1) };
}
