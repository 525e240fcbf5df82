import { type Day, dayOf } from '../calendar/day';
import {
  type Every,
  type Period,
  parsePeriod,
  periodOf,
  periodRange,
  previousPeriod,
} from '../calendar/period';
import type { WorkCalendar } from '../calendar/workdays';
import type { State } from '../changes/state';
import { ratingDays } from './rating-cycle';

/** A period that is over and not yet closed: its ratings and papers are being made. */
export interface Closing {
  readonly period: Period;
  /** Last day for it. */
  readonly due: Day;
}

/** The lengths of periods that are closed by a paper. */
export type Closed = Exclude<Every, 'week'>;

/**
 * The period before that of `today` while it is being closed, else undefined. A month, quarter or
 * half-year closes on the unit's rating day (`ratingDueDays` working days after its end); a year at
 * the end of January, when yearly reports and plans are due (catalogue, G2.8, M2.1.1).
 */
export function closingOf(
  state: State,
  every: Closed,
  { today, calendar }: { readonly today: Day; readonly calendar: WorkCalendar },
): Closing | undefined {
  const period = previousPeriod(periodOf(today, every));
  const { due: ratingDue } = ratingDays(state, period, calendar);
  const january = dayOf(parsePeriod(period).year + 1, 1, 31);
  const due = every === 'year' && ratingDue < january ? january : ratingDue;
  return today > periodRange(period).last && today <= due ? { period, due } : undefined;
}

/** The period that is meant where none is named: the one being closed, else that of `today`. */
export function meantPeriod(
  state: State,
  every: Closed,
  when: { readonly today: Day; readonly calendar: WorkCalendar },
): Period {
  return closingOf(state, every, when)?.period ?? periodOf(when.today, every);
}
