import { addDays, type Day, dayOf, daysBetween } from './day';
import {
  type Every,
  monthsOf,
  nextPeriod,
  type Period,
  parsePeriod,
  periodOf,
  periodRange,
  periodsBetween,
  type Range,
} from './period';
import type { Move, WorkCalendar } from './workdays';

export type { Every } from './period';

/**
 * When something owed for a period is due: on its last working day, its n-th working day, or a day
 * of one of its months, `month` being 1-based within the period; or at the end of the month after it,
 * until which it can be done, and from a month after its beginning.
 */
export type Anchor =
  | { readonly at: 'end' }
  | { readonly at: 'start'; readonly workday: number }
  | { readonly at: 'month-day'; readonly month: number; readonly day: number | 'end' }
  | { readonly at: 'month-after' };

/** How often something is owed. */
export type Cadence =
  | { readonly type: 'every'; readonly every: Every; readonly due: Anchor }
  | {
      readonly type: 'times';
      readonly every: Every;
      readonly times: number;
      readonly due: Anchor;
    }
  /** Within that many working days after each event. */
  | { readonly type: 'event'; readonly workdays: number }
  /** Set once and looked through again in every period. */
  | { readonly type: 'standing'; readonly reviewed: Every; readonly due: Anchor }
  /** Follows from other records; nobody fills it in. */
  | { readonly type: 'automatic'; readonly every: Every; readonly due: Anchor }
  | { readonly type: 'once'; readonly date: Day };

/** One time that something is owed. Computed from the calendar, never stored. */
export interface Occurrence {
  /** Period key, with `#n` where several are owed in one period; a day for what is owed once. */
  readonly key: string;
  /** Period that it is owed for; for what is owed once, the month of the due day. */
  readonly period: Period;
  /** First and last day on which what happens is done for it: those of the period, or a month on. */
  readonly opens: Day;
  readonly closes: Day;
  readonly due: Day;
}

/** Days and rules that occurrences are computed with. */
export interface Span {
  /** Occurrences due from `from` to `to`, both inclusive. */
  readonly from: Day;
  readonly to: Day;
  readonly calendar: WorkCalendar;
  readonly move: Move;
  /** First day on which anything is owed; what was due before never existed. */
  readonly since?: Day;
  /** Last day on which anything is owed; what would be due after does not exist. */
  readonly until?: Day;
}

/**
 * The working day for a day of a period. It never leaves the period where that has a working day:
 * what is due before its period opens could only be late, and what is due after it closes belongs
 * to the next one.
 */
function moveWithin(period: Period, day: Day, calendar: WorkCalendar, move: Move): Day {
  const { first, last } = periodRange(period);
  const moved = calendar.move(day, move);
  if (moved < first) return calendar.move(first, 'later');
  return moved > last ? calendar.lastWorkday(period) : moved;
}

/** The days on which what happens is done for a period, by when it is due. */
export function windowOf(period: Period, { at }: Anchor): Range {
  const range = periodRange(period);
  if (at !== 'month-after') return range;
  const monthAfter = (day: Day) => periodRange(nextPeriod(periodOf(day, 'month')));
  return { first: monthAfter(range.first).first, last: monthAfter(range.last).last };
}

/**
 * The day on which something anchored in a period is due, moved to a working day. An anchor past
 * the end of a month or period means its end; a week has no months, so that there `month-day` is
 * the end as well.
 */
export function dueDay(period: Period, anchor: Anchor, calendar: WorkCalendar, move: Move): Day {
  switch (anchor.at) {
    case 'end':
      return calendar.lastWorkday(period);
    case 'start':
      return calendar.nthWorkday(period, anchor.workday);
    case 'month-after':
      return calendar.lastWorkday(periodOf(windowOf(period, anchor).last, 'month'));
    case 'month-day': {
      if (parsePeriod(period).every === 'week') return calendar.lastWorkday(period);
      const months = monthsOf(period);
      const month = months[Math.min(anchor.month, months.length) - 1] ?? period;
      if (anchor.day === 'end') return calendar.lastWorkday(month);
      const { year, index } = parsePeriod(month);
      const { last } = periodRange(month);
      const day = dayOf(year, index, anchor.day);
      return moveWithin(period, day < last ? day : last, calendar, move);
    }
  }
}

/** Deadline of something owed within `workdays` working days after an event. */
export function eventDue(event: Day, workdays: number, calendar: WorkCalendar): Day {
  return calendar.addWorkdays(event, workdays);
}

function rhythmOf(cadence: Cadence): { every: Every; due: Anchor; times: number } | undefined {
  switch (cadence.type) {
    case 'every':
    case 'automatic':
      return { every: cadence.every, due: cadence.due, times: 1 };
    case 'times':
      return { every: cadence.every, due: cadence.due, times: cadence.times };
    case 'standing':
      return { every: cadence.reviewed, due: cadence.due, times: 1 };
    default:
      return undefined;
  }
}

/** Due day of the n-th of `times` shares: spread evenly over the period, none after the anchor. */
function shareDue(
  period: Period,
  share: number,
  times: number,
  due: Day,
  calendar: WorkCalendar,
): Day {
  if (share === times) return due;
  const { first, last } = periodRange(period);
  const days = daysBetween(first, last) + 1;
  const day = addDays(first, Math.floor((days * share) / times) - 1);
  const even = moveWithin(period, day, calendar, 'earlier');
  return even < due ? even : due;
}

/**
 * More days than a month after a period and any run of days off together: a week without a working
 * day is due after it closed.
 */
const lookback = 62;

/**
 * The occurrences of a cadence whose due day lies in the span, in order of due day. Events have
 * none of their own: they are owed when an event is recorded.
 */
export function occurrences(cadence: Cadence, span: Span): Occurrence[] {
  const { calendar, move } = span;
  const from = span.since && span.since > span.from ? span.since : span.from;
  const to = span.until && span.until < span.to ? span.until : span.to;
  const isOwed = (due: Day): boolean => due >= from && due <= to;
  if (cadence.type === 'once') {
    const due = calendar.move(cadence.date, move);
    const period = periodOf(due, 'month');
    const { first: opens, last: closes } = periodRange(period);
    const once = { key: cadence.date, period, opens, closes, due };
    return isOwed(due) ? [once] : [];
  }
  const rhythm = rhythmOf(cadence);
  if (!rhythm) return [];
  const { every, times } = rhythm;
  const found: Occurrence[] = [];
  for (const period of periodsBetween(addDays(from, -lookback), to, every)) {
    const last = dueDay(period, rhythm.due, calendar, move);
    const { first: opens, last: closes } = windowOf(period, rhythm.due);
    for (let share = 1; share <= times; share += 1) {
      const due = shareDue(period, share, times, last, calendar);
      const key = times === 1 ? period : `${period}#${share}`;
      if (isOwed(due)) found.push({ key, period, opens, closes, due });
    }
  }
  return found;
}
