import { addDays, type Day } from '../calendar/day';
import { type Period, periodRange } from '../calendar/period';
import type { WorkCalendar } from '../calendar/workdays';
import { checkItems } from '../catalogue/catalogue';
import type { CheckItem } from '../catalogue/row';
import type { State } from '../changes/state';
import { isAutomatic } from './activity-index';
import { type Duty, dutiesOfItem, dutySettings, type Watch } from './fulfilment';

export { isAutomatic } from './activity-index';
export type { Duty } from './fulfilment';

const byDue = (a: Duty, b: Duty): number => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);

/** Every occurrence due in the watched days, of all check items or of the given ones, by due day. */
export function dutiesIn(
  state: State,
  watch: Watch,
  items: readonly CheckItem[] = checkItems,
): Duty[] {
  const settings = dutySettings(state, watch.today);
  return items.flatMap((item) => dutiesOfItem(state, item, watch, settings)).sort(byDue);
}

const filledInItems = checkItems.filter((item) => !isAutomatic(item));

/** A month as Home asks about it. */
export interface MonthWatch {
  readonly month: Period;
  readonly today: Day;
  /** Whether `today` is the last day of a period that is over; see moment.ts. */
  readonly isOver?: boolean;
  readonly calendar: WorkCalendar;
  /** How far back overdue duties are looked for; default: the first day of the year before. */
  readonly since?: Day;
}

/**
 * What Home lists: everything due in `month`, and before it what is overdue still, by due day.
 * Automatic items of earlier months are left out, because nobody can make up for them.
 */
export function dutiesOf(state: State, { month, since, ...when }: MonthWatch): Duty[] {
  const { first, last } = periodRange(month);
  const from = since ?? `${Number(first.slice(0, 4)) - 1}-01-01`;
  const before = { from, to: addDays(first, -1), ...when };
  const earlier = dutiesIn(state, before, filledInItems).filter(({ light }) => light === 'overdue');
  return [...earlier, ...dutiesIn(state, { ...before, from: first, to: last })];
}

/** How the occurrences of some duties were met. */
export interface FulfilmentRate {
  /** Occurrences owed: all but the not applicable ones and those without data to judge by. */
  readonly owed: number;
  readonly met: number;
  /** Of those met, the ones met after their due day. */
  readonly late: number;
  readonly overdue: number;
  /** Not due yet and not done yet. */
  readonly open: number;
  readonly notApplicable: number;
  /** Met of those that are met or overdue, 0 … 1; null where there are none. */
  readonly rate: number | null;
}

/** Counts duties by their light. */
export function fulfilmentRate(duties: readonly Duty[]): FulfilmentRate {
  const judged = duties.filter(({ basis }) => basis !== 'no-data');
  const count = (light: Duty['light']) => judged.filter((duty) => duty.light === light).length;
  const late = count('done-late');
  const met = count('done') + late;
  const overdue = count('overdue');
  const notApplicable = count('not-applicable');
  const owed = judged.length - notApplicable;
  return {
    owed,
    met,
    late,
    overdue,
    open: owed - met - overdue,
    notApplicable,
    rate: met + overdue === 0 ? null : met / (met + overdue),
  };
}

/** Fulfilment of one section (`M1` … `G3`) or of all items in a period. */
export function fulfilmentOf(
  state: State,
  when: {
    readonly period: Period;
    readonly today: Day;
    readonly calendar: WorkCalendar;
  },
  section = '',
): FulfilmentRate {
  const { first, last } = periodRange(when.period);
  const items = checkItems.filter(({ id }) => id.startsWith(section));
  return fulfilmentRate(dutiesIn(state, { ...when, from: first, to: last }, items));
}
