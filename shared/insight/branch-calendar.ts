import type { Day } from '../calendar/day';
import { monthsOf, type Period, periodOf } from '../calendar/period';
import type { WorkCalendar } from '../calendar/workdays';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { type Attendance, attendanceOf } from './attendance';
import { type Light, lightOf } from './lights';
import { inYear, recordsOfKind, textIn } from './register-values';

type Activity = RecordOf<'activity'>;

/** A month of the branch: the activity days planned and held in it. */
export interface BranchMonth {
  readonly month: Period;
  readonly planned: readonly Activity[];
  readonly held: readonly Attendance[];
  /** Of the month's activity day: due on the planned day, else at the end of the month. */
  readonly light: Light;
}

/** The twelve months of a branch's year. Source: essay ¶15, one fixed day a month. */
export function branchCalendar(
  state: State,
  year: number,
  watch: { readonly today: Day; readonly soonDays: number; readonly calendar: WorkCalendar },
): BranchMonth[] {
  const { today, soonDays, calendar } = watch;
  const plans = inYear(recordsOfKind(state, 'party-day-plan'), year);
  const days = inYear(recordsOfKind(state, 'party-day'), year);
  return monthsOf(`${year}`).map((month): BranchMonth => {
    const within = ({ date }: Activity) => date.startsWith(month);
    const planned = plans.filter(within);
    const held = days.filter(within).map(attendanceOf);
    const end = calendar.lastWorkday(month);
    // The month is kept by any day of it; the planned day only tells when it comes near.
    const isNear = periodOf(today, 'month') === month;
    const next = planned.find(({ date }) => date >= today)?.date;
    const doneOn = held[0]?.record.date ?? '';
    const light = lightOf({ due: (isNear && next) || end, today, soonDays, doneOn });
    return { month, planned, held, light };
  });
}

/** How many activity days of a year had each theme, by the value of the choice; '' for none named. */
export function themeCounts(state: State, year: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const day of inYear(recordsOfKind(state, 'party-day'), year)) {
    const theme = textIn(day, 'theme');
    counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  return counts;
}
