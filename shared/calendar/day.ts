import * as z from 'zod';

/** A calendar day `YYYY-MM-DD`, without time or zone. Comparing the strings compares the days. */
export type Day = string;

/** A day that exists in the calendar. */
export const daySchema = z.iso.date();

const millisecondsADay = 86_400_000;
const pattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** A number of two digits inside a text that is known to have them there. */
const twoDigits = (text: string, at: number): number =>
  text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

/** Days since 1970-01-01 of year, month 1 … 12 and day; what is out of range carries over. */
function numberOf(year: number, month: number, date: number): number {
  const time = Date.UTC(year, month - 1, date);
  // Date.UTC takes the years 0 … 99 for 1900 … 1999.
  if (year >= 100) return time / millisecondsADay;
  return new Date(time).setUTCFullYear(year, month - 1, date) / millisecondsADay;
}

/** Days since 1970-01-01. Throws RangeError on a text that is no day, as `2026-02-29` is none. */
export function dayNumber(day: Day): number {
  if (!pattern.test(day)) throw new RangeError(`not a day: ${day}`);
  const date = twoDigits(day, 8);
  const number = numberOf(twoDigits(day, 0) * 100 + twoDigits(day, 2), twoDigits(day, 5), date);
  // Only the last days of a month can be too many for it.
  const exists = date <= 28 || new Date(number * millisecondsADay).getUTCDate() === date;
  if (!exists) throw new RangeError(`not a day: ${day}`);
  return number;
}

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/**
 * The day that many days after 1970-01-01. Throws RangeError outside the years 0000 … 9999, which
 * alone can be written as a day.
 */
export function dayFromNumber(number: number): Day {
  const date = new Date(number * millisecondsADay);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) {
    throw new RangeError(`no day of the years 0000 to 9999: ${number}`);
  }
  // Quicker than toISOString by far, and lists of due days are worked out at every start.
  const yearText = year > 999 ? year : String(year).padStart(4, '0');
  return `${yearText}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** The day in UTC of a moment. Throws RangeError as `dayFromNumber` does. */
export function dayFromDate(date: Date): Day {
  return dayFromNumber(Math.floor(date.getTime() / millisecondsADay));
}

/** The day made of year, month 1 … 12 and day of month; months and days out of range carry over. */
export function dayOf(year: number, month: number, date: number): Day {
  return dayFromNumber(numberOf(year, month, date));
}

/** Whether a text is a day that exists: `2026-02-29` is not. */
export function isDay(text: string): text is Day {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** The day `days` later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** Order of two days for sorting: negative when `a` is the earlier one, 0 when they are the same. */
export function compare(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week, 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return weekdayOfNumber(dayNumber(day));
}

/** Day of the week of the day that many days after 1970-01-01, 1 Monday … 7 Sunday. */
export function weekdayOfNumber(number: number): number {
  // 1970-01-01 was a Thursday.
  return ((((number + 3) % 7) + 7) % 7) + 1;
}
