import { addDays, type Day, weekday } from '../calendar/day';
import { type Period, periodRange } from '../calendar/period';
import { leadingByExample } from '../catalogue/leading-by-example';
import type { Ratable } from '../catalogue/row';
import { recordOf } from '../changes/records';
import type { State } from '../changes/state';
import { habitId } from '../model/habit';

/** The five habits of a leader (先学一步 … 做好一点). Source: essay ¶4. */
export const habitRows: readonly Ratable[] = leadingByExample.filter(({ id }) =>
  /^W[1-5]$/.test(id),
);

/** One habit in one week. */
export interface HabitWeek {
  /** Record id. */
  readonly id: string;
  readonly monday: Day;
  readonly kept: boolean;
  readonly note: string;
  /** The week has not begun: nothing can be said of it yet. */
  readonly isAhead: boolean;
}

/** A habit over some weeks. */
export interface HabitRow {
  readonly habit: Ratable;
  readonly weeks: readonly HabitWeek[];
  /** Weeks kept, of those begun. */
  readonly kept: number;
  readonly begun: number;
}

/** The Mondays of the weeks of a period: those whose Thursday lies in it, as ISO 8601 counts. */
export function mondaysOf(period: Period): Day[] {
  const { first, last } = periodRange(period);
  const thursday = addDays(first, (11 - weekday(first)) % 7);
  const mondays: Day[] = [];
  for (let day = thursday; day <= last; day = addDays(day, 7)) mondays.push(addDays(day, -3));
  return mondays;
}

/** What a leader noted of his habits, week by week of a month or year. His alone to read. */
export function habitBook(state: State, person: string, period: Period, today: Day): HabitRow[] {
  const mondays = mondaysOf(period);
  return habitRows.map((habit): HabitRow => {
    const weeks = mondays.map((monday): HabitWeek => {
      const id = habitId(person, monday, habit.id);
      const { kept = false, note = '' } = recordOf(state, 'habit', id) ?? {};
      return { id, monday, kept, note, isAhead: monday > today };
    });
    const begun = weeks.filter(({ isAhead }) => !isAhead);
    return { habit, weeks, kept: begun.filter(({ kept }) => kept).length, begun: begun.length };
  });
}

/**
 * What a leader noted for a habit in a period, as evidence for the row of that name in his
 * self-rating: one line a week, oldest first. Empty where nothing was noted.
 */
export function habitEvidence(row: HabitRow, dayText: (day: Day) => string): string[] {
  return row.weeks
    .filter(({ kept, note, isAhead }) => kept && note !== '' && !isAhead)
    .map(({ monday, note }) => `${dayText(monday)}：${note}`);
}
