import { type Day, dayOf } from '../calendar/day';
import { periodsBetween } from '../calendar/period';
import { standardCalendar, type WorkCalendar } from '../calendar/workdays';
import type { ChangeSet } from '../changes/change-set';
import { draftSet } from '../changes/draft';
import { applySet, emptyState } from '../changes/state';
import type { Act } from './act';
import { activityActs } from './activity-acts';
import { assignmentActs, markActs } from './mark-acts';
import { type MilestoneYear, milestoneActs } from './milestone-acts';
import { dayOfMoment, sampleMonth } from './month';
import { ratingActs } from './rating-acts';
import { registerActs } from './register-acts';
import { noTargets, targetActs } from './target-acts';
import { type TaskTree, taskActs } from './task-acts';
import { makeTeam, type Team } from './team';

/** What the sample unit is to be like. */
export interface SampleOptions {
  /** Members of the leadership team, 1 … 30. */
  readonly leaders: number;
  /** Members of the staff, 0 … 2000. */
  readonly staff: number;
  /** Years of records, the current one counted once it is half over; 1 … 30. */
  readonly years: number;
  readonly seed: number;
  /** Last day on which anything is entered. */
  readonly today: Day;
  /** Device id of all stamps. */
  readonly device: string;
}

/** The sample unit as it is made when nothing is said. */
export const sampleDefaults = { leaders: 9, staff: 60, years: 2, seed: 1 } as const;

/** The day on which the records begin: always a new year, so that no year is half. */
export function firstDay(today: Day, years: number): Day {
  const isLate = Number(today.slice(5, 7)) > 6;
  return dayOf(Number(today.slice(0, 4)) - years + (isLate ? 1 : 0), 1, 1);
}

function* monthlyActs(
  options: SampleOptions,
  team: Team,
  from: Day,
  calendar: WorkCalendar,
): Iterable<readonly Act[]> {
  const tree: TaskTree = new Map();
  const targets = noTargets();
  const milestones: MilestoneYear = { steps: [] };
  let since = 0;
  for (const period of periodsBetween(from, options.today, 'month')) {
    const month = sampleMonth(period, calendar);
    const monthOptions = { month, team, seed: options.seed, calendar };
    const { acts: onTasks, tasks } = taskActs(monthOptions, tree);
    const { acts: onActivities, activities } = activityActs(monthOptions);
    yield [
      ...onTasks,
      ...onActivities,
      ...registerActs(monthOptions, since < 12),
      ...targetActs(monthOptions, targets),
      ...milestoneActs(monthOptions, milestones),
      ...markActs(monthOptions, from),
      ...ratingActs(monthOptions, { activities, tasks, since }),
    ];
    since += 1;
  }
}

/**
 * The history of a sample unit as change sets in the order in which its people made them, up to
 * the end of `today`. The same options give the same change sets on every machine. Throws
 * RangeError without leaders.
 */
export function* sampleSets(options: SampleOptions): Iterable<ChangeSet> {
  const calendar = standardCalendar();
  const start = firstDay(options.today, options.years);
  const from = calendar.move(start, 'later');
  const turns = periodsBetween(start, options.today, 'year')
    .slice(1)
    .map((year) => calendar.move(`${year}-01-01`, 'later'));
  const { device } = options;
  const team = makeTeam({ ...options, from, turns });
  const state = emptyState();
  const write = (act: Act): ChangeSet | undefined => {
    const wall = new Date(act.at).toISOString();
    const signature = { device, author: act.author, wall, label: act.label };
    const set = draftSet(state, act.edits, signature);
    if (set) applySet(state, set);
    return set;
  };
  const flush = function* (acts: readonly Act[]): Iterable<ChangeSet> {
    for (const act of acts) {
      if (dayOfMoment(act.at) > options.today) continue;
      const set = write(act);
      if (set) yield set;
    }
  };
  let waiting: Act[] = [...team.acts, ...assignmentActs(team, from, options.seed)];
  const byTime = (a: Act, b: Act): number => a.at - b.at;
  for (const acts of monthlyActs(options, team, start, calendar)) {
    const begin = Math.min(...acts.map(({ at }) => at));
    waiting.sort(byTime);
    // What earlier months left for later comes before anything of this month.
    const due = waiting.findIndex(({ at }) => at >= begin);
    yield* flush(due < 0 ? waiting.splice(0) : waiting.splice(0, due));
    waiting = [...waiting, ...acts];
  }
  yield* flush(waiting.sort(byTime));
}
