/** The round number, 1, 2 or 5 times a power of ten, by which `span` goes in about `count` steps. */
function stepOf(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((part) => part * power >= rough) ?? 10) * power;
}

const multiples = (step: number, first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) =>
    // Without the dust of binary fractions.
    Number(((first + index) * step).toPrecision(12)),
  );

/** The round numbers between two ends, themselves included where they are round; about `count`. */
export function ticksWithin(low: number, high: number, count: number): number[] {
  const step = stepOf(high - low, count);
  return multiples(step, Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9));
}

/**
 * Round numbers, about `count`, with all values between the first and the last. From zero on where
 * the values come down to less than half of the highest.
 */
export function ticksAround(values: readonly number[], count: number): number[] {
  const highest = Math.max(...values, 0);
  const lowest = Math.min(...values);
  const low = lowest >= 0 && lowest < highest / 2 ? 0 : Math.min(lowest, highest);
  const high = highest > low ? highest : low + 1;
  const step = stepOf(high - low, count);
  return multiples(step, Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9));
}
