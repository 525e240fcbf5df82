import { addDays, type Day } from '../calendar/day';
import { monthsOf, type Period, periodOf, periodRange } from '../calendar/period';
import type { WorkCalendar } from '../calendar/workdays';
import { officeMoment } from './act';
import type { Random } from './random';

/** A month of the simulated years. */
export interface SampleMonth {
  readonly period: Period;
  readonly year: number;
  /** 1 … 12. */
  readonly month: number;
  readonly first: Day;
  readonly last: Day;
  readonly workdays: readonly Day[];
}

/** The month of that key, with its working days. */
export function sampleMonth(period: Period, calendar: WorkCalendar): SampleMonth {
  const { first, last } = periodRange(period);
  const workdays: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (calendar.isWorkday(day)) workdays.push(day);
  }
  return {
    period,
    year: Number(period.slice(0, 4)),
    month: Number(period.slice(5, 7)),
    first,
    last,
    workdays,
  };
}

/** The quarter of a month and the month's place in it, 1 … 3. */
export function quarterOf({ first, period }: SampleMonth): { period: Period; place: number } {
  const quarter = periodOf(first, 'quarter');
  return { period: quarter, place: monthsOf(quarter).indexOf(period) + 1 };
}

/** A working day of the month by place: 0 the first, 1 the last, fractions between. */
export function workdayAt({ workdays, first }: SampleMonth, place: number): Day {
  const index = Math.round(place * (workdays.length - 1));
  return workdays[Math.min(workdays.length - 1, Math.max(0, index))] ?? first;
}

/** A moment within office hours on some working day between two places of the month. */
export function momentIn(month: SampleMonth, from: number, to: number, random: Random): number {
  return officeMoment(workdayAt(month, from + random.next() * (to - from)), random);
}

/** The calendar day in China of a moment. */
export function dayOfMoment(moment: number): Day {
  return new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10);
}
