import { type Day, dayFromNumber, dayNumber, weekdayOfNumber } from './day';
import { bundledHolidays, type HolidayTable } from './holidays';
import { type Period, periodRange } from './period';

/** Where a due day that is no working day moves to: 提前 or 顺延. */
export type Move = 'earlier' | 'later';

/** Answers what is a working day, by weekends, statutory holidays and days worked instead. */
export interface WorkCalendar {
  /** The last year whose holidays are known; undefined without any table. */
  readonly lastYear: number | undefined;
  /** Whether the holidays of a year are known; otherwise only its weekends count. */
  known(year: number): boolean;
  isWorkday(day: Day): boolean;
  /** The first working day after `day`. */
  nextWorkday(day: Day): Day;
  /** The last working day before `day`. */
  previousWorkday(day: Day): Day;
  /** `day` itself if it is a working day, else the nearest one in that direction. */
  move(day: Day, where: Move): Day;
  /** The working day `count` working days after (or, negative, before) `day`; `day` itself for 0. */
  addWorkdays(day: Day, count: number): Day;
  /** The last working day of a period; where it has none, the first one after it. */
  lastWorkday(period: Period): Day;
  /**
   * The `count`-th working day of a period, `count` being 1 or more, but at most its last one;
   * where it has none, the first one after it.
   */
  nthWorkday(period: Period, count: number): Day;
}

/**
 * The calendar of some holiday tables, in any order. Where two tables name the same day, that of
 * the later year holds, as its notice is the newer one.
 */
export function workCalendar(tables: readonly HolidayTable[]): WorkCalendar {
  const years = new Set(tables.map(({ year }) => year));
  /** Days that differ from their week: worked or off. */
  const exceptions = new Map<Day, boolean>();
  for (const { off, work } of tables.toSorted((a, b) => a.year - b.year)) {
    for (const day of off) exceptions.set(day, false);
    for (const day of work) exceptions.set(day, true);
  }

  /** What was asked about so far, by the number of the day: the same months again and again. */
  const known = new Map<number, boolean>();
  const isWorked = (number: number): boolean => {
    let worked = known.get(number);
    if (worked === undefined) {
      worked = exceptions.get(dayFromNumber(number)) ?? weekdayOfNumber(number) <= 5;
      known.set(number, worked);
    }
    return worked;
  };
  const isWorkday = (day: Day): boolean => isWorked(dayNumber(day));
  /** The day `count` working days away in that direction, by numbers. */
  const walk = (from: number, count: number, days: 1 | -1): number => {
    let current = from;
    for (let left = count; left > 0; left -= 1) {
      do current += days;
      while (!isWorked(current));
    }
    return current;
  };
  const step = (day: Day, days: 1 | -1): Day => dayFromNumber(walk(dayNumber(day), 1, days));
  const move = (day: Day, where: Move): Day =>
    isWorkday(day) ? day : step(day, where === 'earlier' ? -1 : 1);

  return {
    lastYear: years.size === 0 ? undefined : Math.max(...years),
    known: (year) => years.has(year),
    isWorkday,
    nextWorkday: (day) => step(day, 1),
    previousWorkday: (day) => step(day, -1),
    move,
    addWorkdays(day, count) {
      return dayFromNumber(walk(dayNumber(day), Math.abs(count), count < 0 ? -1 : 1));
    },
    lastWorkday(period) {
      const { first, last } = periodRange(period);
      const day = move(last, 'earlier');
      return day < first ? move(last, 'later') : day;
    },
    nthWorkday(period, count) {
      const range = periodRange(period);
      const last = dayNumber(range.last);
      let found = dayNumber(move(range.first, 'later'));
      for (let left = count - 1; left > 0; left -= 1) {
        const next = walk(found, 1, 1);
        if (next > last) break;
        found = next;
      }
      return dayFromNumber(found);
    },
  };
}

let standard: WorkCalendar | undefined;
let ofPc: readonly HolidayTable[] = [];

/**
 * Adds holiday tables of a file on this PC, and of the open unit, to the bundled ones for the rest of
 * the session; of a year that several have, the unit's holds, then the PC's. To be called before the
 * calendar is first asked.
 */
export function adoptHolidays(
  tables: readonly HolidayTable[],
  ofUnit: readonly HolidayTable[] = [],
): void {
  ofPc = tables;
  const years = new Set<number>();
  const isFirst = ({ year }: HolidayTable) => years.size < years.add(year).size;
  standard = workCalendar([...ofUnit, ...tables, ...bundledHolidays()].filter(isFirst));
}

/** Takes the open unit's own tables in place of those of the one before. */
export const adoptUnitHolidays = (tables: readonly HolidayTable[]): void =>
  adoptHolidays(ofPc, tables);

/** The calendar of the bundled holiday tables and those adopted, made on first use. */
export function standardCalendar(): WorkCalendar {
  standard ??= workCalendar(bundledHolidays());
  return standard;
}
