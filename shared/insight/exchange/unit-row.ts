import type { Day } from '../../calendar/day';
import { type Period, periodRange } from '../../calendar/period';
import type { WorkCalendar } from '../../calendar/workdays';
import { recordOrDefault } from '../../changes/records';
import type { State } from '../../changes/state';
import { unitId } from '../../model/unit';
import { dutiesIn, fulfilmentRate } from '../duties';
import { lights } from '../lights';
import { viewOf } from '../moment';
import { leadersOf } from '../people';
import { ratingPeriodOf, sheetStatus, teamScores } from '../score';
import { known, mean } from '../statistics';
import { taskCounts } from '../task-status';

/** One unit's month in the figures by which units are compared. */
export interface UnitMonth {
  readonly unit: string;
  readonly leaders: number;
  readonly submitted: number;
  /** Mean of the medians by dimension, 0 … 100; null while nobody has handed in. */
  readonly score: number | null;
  /** Median by dimension, without the private one. */
  readonly dimensions: Record<string, number | null>;
  readonly met: number;
  readonly owed: number;
  /** How many duties of the month show each light. */
  readonly lights: Record<string, number>;
  readonly tasksOverdue: number;
}

/** Sums up a month of one unit for those above it (上级汇总). Nothing of single persons is in it. */
export function unitMonth(
  whole: State,
  when: { readonly month: Period; readonly today: Day; readonly calendar: WorkCalendar },
): UnitMonth {
  const { month, today, calendar } = when;
  const { state, ...moment } = viewOf(whole, month, today);
  const unit = recordOrDefault(state, 'unit', unitId);
  const leaders = leadersOf(state, month).map(({ id }) => id);
  const period = ratingPeriodOf(state, month);
  const scores = teamScores(state, leaders, period);
  const { first, last } = periodRange(month);
  const duties = dutiesIn(state, { ...moment, from: first, to: last, calendar });
  const { met, owed } = fulfilmentRate(duties);
  const ofLight = (light: (typeof lights)[number]) =>
    duties.filter((duty) => duty.light === light && duty.basis !== 'no-data').length;
  return {
    unit: unit.name,
    leaders: leaders.length,
    submitted: leaders.filter((leader) => sheetStatus(state, leader, period) === 'submitted')
      .length,
    score: mean(known(scores.map(({ median }) => median))),
    dimensions: Object.fromEntries(scores.map(({ dimension, median }) => [dimension, median])),
    met,
    owed,
    lights: Object.fromEntries(lights.map((light) => [light, ofLight(light)])),
    tasksOverdue: taskCounts(state, month, { ...moment, soonDays: unit.soonDays }).overdue,
  };
}
