import { addDays, type Day, dayOf } from './day';
import {
  type Every,
  monthsOf,
  type Period,
  parsePeriod,
  periodRange,
  periodsBetween,
} from './period';
import type { Move, WorkCalendar } from './workdays';

export type { Every } from './period';

/** When inside its period something is due. `month` is 1-based within the period. */
export type Anchor =
  | { readonly at: 'end' }
  | { readonly at: 'start'; readonly workday: number }
  | { readonly at: 'month-day'; readonly month: number; readonly day: number | 'end' };

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
  readonly period: Period;
  readonly opens: Day;
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
}

/** The day on which something anchored in a period is due, moved to a working day. */
export function dueDay(period: Period, anchor: Anchor, calendar: WorkCalendar, move: Move): Day {
  switch (anchor.at) {
    case 'end':
      // The last working day: moving later would leave the period.
      return calendar.move(periodRange(period).last, 'earlier');
    case 'start':
      return calendar.nthWorkday(period, anchor.workday);
    case 'month-day': {
      const months = monthsOf(period);
      const month = months[Math.min(anchor.month, months.length) - 1] ?? period;
      const { last } = periodRange(month);
      if (anchor.day === 'end') return calendar.move(last, 'earlier');
      const { year, index } = parsePeriod(month);
      const day = dayOf(year, index, anchor.day);
      return calendar.move(day < last ? day : last, move);
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

/** Due days of the n of `times` shares of a period: evenly spread, the last at the anchor. */
function shareDue(period: Period, share: number, times: number, due: Day, span: Span): Day {
  if (share === times) return due;
  const { first, last } = periodRange(period);
  const length = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
  return span.calendar.move(addDays(first, Math.floor((length * share) / times) - 1), 'earlier');
}

/**
 * The occurrences of a cadence whose due day lies in the span, in order of due day. Events have
 * none of their own: they are owed when an event is recorded.
 */
export function occurrences(cadence: Cadence, span: Span): Occurrence[] {
  const { from, to, calendar, move, since } = span;
  const isOwed = (due: Day): boolean => due >= from && due <= to && (!since || due >= since);
  if (cadence.type === 'once') {
    const due = calendar.move(cadence.date, move);
    const once = { key: cadence.date, period: cadence.date.slice(0, 7), opens: cadence.date, due };
    return isOwed(due) ? [once] : [];
  }
  const rhythm = rhythmOf(cadence);
  if (!rhythm) return [];
  const { every, times } = rhythm;
  const found: Occurrence[] = [];
  // A due day moved over a period's edge belongs to the neighbour that owes it.
  for (const period of periodsBetween(addDays(from, -15), addDays(to, 15), every)) {
    const due = dueDay(period, rhythm.due, calendar, move);
    const { first } = periodRange(period);
    for (let share = 1; share <= times; share += 1) {
      const shared = shareDue(period, share, times, due, span);
      if (!isOwed(shared)) continue;
      const key = times === 1 ? period : `${period}#${share}`;
      found.push({ key, period, opens: first, due: shared });
    }
  }
  return found;
}
