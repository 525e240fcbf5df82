import * as z from 'zod';
import { addDays, type Day, daySchema, isDay, weekday } from './day';
import bundled from './holidays.json';

// The renderer's content security policy forbids eval, which zod would otherwise probe for.
z.config({ jitless: true });

const days = z.array(daySchema).max(366);

/**
 * What the State Council's notice for a year lays down: days off (holidays and the weekdays that
 * are exchanged for them) and weekend days worked instead (调休). A notice may reach back into the
 * December before its year. Refuses a weekday as a day worked instead, a day that is both, and a
 * day of another year.
 */
export const holidayTableSchema = z
  .strictObject({ year: z.int().min(1949).max(9998), off: days, work: days })
  .superRefine(({ year, off, work }, context) => {
    const refuse = (day: Day, message: string): void =>
      context.addIssue({ code: 'custom', message: `${day} ${message}` });
    for (const day of [...off, ...work]) {
      if (day < `${year - 1}-12-01` || day > `${year}-12-31`) refuse(day, 'is of another year');
    }
    for (const day of work) {
      if (weekday(day) <= 5) refuse(day, 'is no weekend day');
      if (off.includes(day)) refuse(day, 'is both off and worked');
    }
  });

export type HolidayTable = z.infer<typeof holidayTableSchema>;

const monthDays = z
  .string()
  .max(6_000)
  .regex(/^(?:\d{2}-\d{2}(?:~\d{2}-\d{2})?(?: (?!$)|$))*$/);

/** A holiday file as the bundled one is written: by year, days as `MM-DD`, stretches as `MM-DD~MM-DD`, with spaces between. */
const holidayFileSchema = z.record(
  z.string().regex(/^\d{4}$/),
  z.strictObject({ off: monthDays, work: monthDays }),
);

function tablesOf(file: z.infer<typeof holidayFileSchema>): HolidayTable[] {
  return Object.entries(file).map(([year, { off, work }]) => {
    const inYear = (days: string): Day[] => (days === '' ? [] : days.split(' ').flatMap(stretch));
    const stretch = (text: string): Day[] => {
      const [from = '', to = from] = text.split('~').map((monthDay) => `${year}-${monthDay}`);
      // What is no stretch of days is left as it is, for the schema to refuse.
      if (!isDay(from) || !isDay(to) || to < from) return [text];
      const found = [from];
      for (let day = from; day < to; found.push(day)) day = addDays(day, 1);
      return found;
    };
    return { year: Number(year), off: inYear(off), work: inYear(work) };
  });
}

/** The tables that a holiday file holds; null where it is none, or names impossible days. */
export function parseHolidayFile(content: unknown): HolidayTable[] | null {
  const file = holidayFileSchema.safeParse(content).data;
  return file ? (z.array(holidayTableSchema).safeParse(tablesOf(file)).data ?? null) : null;
}

/** The bundled tables, 2004–2026. Source: the yearly notices, by way of chinese-days (MIT). */
export function bundledHolidays(): HolidayTable[] {
  return tablesOf(bundled);
}
