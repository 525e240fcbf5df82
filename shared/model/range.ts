/** First and last year that a day, a month or a period of a record may be of. */
export const firstYear = 1900;
export const lastYear = 2199;

/** Largest amount, either side of zero: sums of many stay exact in a double. */
export const largestAmount = 1e15;

/**
 * Earliest year of the clock of a PC whose battery is empty, which must not keep its user from
 * recording; later than `lastYear` no clock goes.
 */
const firstClockYear = 1970;

/** Whether a year is one that records may be of. */
export const isYearInRange = (year: number): boolean => year >= firstYear && year <= lastYear;

/** Whether the moment of an action (ISO 8601) is one that a PC's clock can show. */
export function isMomentInRange(wall: string): boolean {
  const year = Number(wall.slice(0, 4));
  return year >= firstClockYear && year <= lastYear;
}
