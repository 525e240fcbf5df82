import * as z from 'zod';
import { addDays, type Day, dayFromNumber, dayNumber, weekday } from './day';
import bundled from './holidays.json';
import { type Period, periodRange } from './period';

const monthDays = z.string().regex(/^(?:\d{2}-\d{2}(?: \d{2}-\d{2})*)?$/);

/**
 * Statutory holidays by year: days off and weekend days worked instead (调休), as `MM-DD` lists.
 * Source: the State Council's yearly notices, 2004–2026, by way of chinese-days (MIT).
 */
export const holidayTableSchema = z.record(
  z.string().regex(/^\d{4}$/),
  z.strictObject({ off: monthDays, work: monthDays }),
);

export type HolidayTable = z.infer<typeof holidayTableSchema>;

/** Where a due day that is no working day moves to. */
export type Move = 'earlier' | 'later';

/** Answers what is a working day, by weekends, statutory holidays and days worked instead. */
export class WorkCalendar {
  private readonly off = new Set<Day>();
  private readonly work = new Set<Day>();
  private readonly years: Set<number>;

  constructor(tables: HolidayTable) {
    this.years = new Set(Object.keys(tables).map(Number));
    for (const [year, { off, work }] of Object.entries(tables)) {
      for (const day of off.split(' ')) if (day) this.off.add(`${year}-${day}`);
      for (const day of work.split(' ')) if (day) this.work.add(`${year}-${day}`);
    }
  }

  /** Whether the holidays of a year are in the table; otherwise only weekends count. */
  knows(year: number): boolean {
    return this.years.has(year);
  }

  /** The last year whose holidays are known. */
  get lastYear(): number {
    return Math.max(...this.years);
  }

  isWorkday(day: Day): boolean {
    if (this.work.has(day)) return true;
    return !this.off.has(day) && weekday(day) <= 5;
  }

  /** `day` itself if it is a working day, else the nearest one in that direction. */
  move(day: Day, where: Move): Day {
    const step = where === 'earlier' ? -1 : 1;
    let number = dayNumber(day);
    while (!this.isWorkday(dayFromNumber(number))) number += step;
    return dayFromNumber(number);
  }

  /** The working day `count` working days after (or, negative, before) `day`. */
  addWorkdays(day: Day, count: number): Day {
    const step = count < 0 ? -1 : 1;
    let current = day;
    for (let left = Math.abs(count); left > 0; left -= 1) {
      do current = addDays(current, step);
      while (!this.isWorkday(current));
    }
    return current;
  }

  /** The `count`-th working day of a period, at most its last one. `count` is 1 or more. */
  nthWorkday(period: Period, count: number): Day {
    const { first, last } = periodRange(period);
    let found = this.move(first, 'later');
    for (let left = count - 1; left > 0; left -= 1) {
      const next = this.addWorkdays(found, 1);
      if (next > last) break;
      found = next;
    }
    return found;
  }
}

let standard: WorkCalendar | undefined;

/** The calendar of the bundled holiday table, made on first use. */
export function standardCalendar(): WorkCalendar {
  standard ??= new WorkCalendar(bundled);
  return standard;
}
