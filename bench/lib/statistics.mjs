/** What the figures of several rounds come to. */

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function spread(values) {
  return [Math.min(...values), Math.max(...values)];
}

/** One ratio a round: a slow moment of the machine met both. */
export function ratios(ours, theirs) {
  if (ours.length !== theirs.length)
    throw new Error(`${ours.length} rounds against ${theirs.length}: both need as many`);
  return ours.map((value, round) => value / theirs[round]);
}
