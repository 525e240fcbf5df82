import * as z from 'zod';

/** A calendar day `YYYY-MM-DD`, without time or zone. Comparing the strings compares the days. */
export type Day = string;

/** A day that exists in the calendar. */
export const daySchema = z.iso.date();

const millisecondsADay = 86_400_000;

/** Days since 1970-01-01. Throws RangeError on a text that is no day. */
export function dayNumber(day: Day): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new RangeError(`not a day: ${day}`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / millisecondsADay;
}

/** The day that many days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  return new Date(number * millisecondsADay).toISOString().slice(0, 10);
}

/** The day made of year, month 1 … 12 and day of month; months and days out of range carry over. */
export function dayOf(year: number, month: number, date: number): Day {
  return dayFromNumber(Date.UTC(year, month - 1, date) / millisecondsADay);
}

/** Whether a text is a day that exists: `2026-02-29` is not. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayFromNumber(dayNumber(text)) === text;
}

/** The day `days` later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week, 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}
