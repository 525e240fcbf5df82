/** Arithmetic mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  // Sorted first, so that the rounding of the sum does not depend on the order of the values.
  const sum = [...values].sort((a, b) => a - b).reduce((total, value) => total + value, 0);
  const least = Math.min(...values);
  const most = Math.max(...values);
  return Math.min(most, Math.max(least, sum / values.length));
}

/** Middle value, or the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  const lower = sorted[half - 1];
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** Least and greatest value; null of nothing. */
export function spread(values: readonly number[]): { low: number; high: number } | null {
  if (values.length === 0) return null;
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** The numbers among the values. */
export function known(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}
