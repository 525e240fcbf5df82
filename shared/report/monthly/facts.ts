import type { Day } from '../../calendar/day';
import {
  nextPeriod,
  type Period,
  parsePeriod,
  periodRange,
  previousPeriod,
} from '../../calendar/period';
import type { WorkCalendar } from '../../calendar/workdays';
import type { CheckItem } from '../../catalogue/row';
import { listOf, recordOrDefault } from '../../changes/records';
import type { State } from '../../changes/state';
import {
  type Duty,
  dutiesIn,
  type FulfilmentRate,
  fulfilmentRate,
  isAutomatic,
} from '../../insight/duties';
import { leadersOf } from '../../insight/people';
import {
  type LeaderScores,
  leaderScores,
  ratingPeriodOf,
  sheetStatus,
  type TeamScore,
  teamScores,
} from '../../insight/score';
import { type TargetFulfilment, targetsFulfilment } from '../../insight/target-fulfilment';
import {
  countStatuses,
  type MonthTask,
  percentOn,
  type TaskCounts,
  type TaskStatus,
  taskCounts,
  taskStatus,
  tasksOfMonth,
} from '../../insight/task-status';
import type { RecordOf } from '../../model/collections';
import { unitId } from '../../model/unit';
import { byDate, countOfStudy, type KindFact, kindFacts } from './activities';

type Person = RecordOf<'person'>;

export interface TaskFact extends MonthTask {
  readonly status: TaskStatus;
  /** 0 … 100. */
  readonly percent: number;
}

/** The self-ratings of the team; private dimensions and drafts are not in here. */
export interface TeamFact {
  readonly period: Period;
  readonly submitted: readonly Person[];
  readonly missing: readonly Person[];
  readonly scores: readonly TeamScore[];
  /** The period before; undefined where nobody submitted then. */
  readonly before: readonly TeamScore[] | undefined;
  readonly rows: readonly {
    readonly person: Person;
    readonly scores: LeaderScores;
  }[];
}

/** Everything the summary of a month says, worked out once: text and tables share these values. */
export interface MonthlyFacts {
  readonly state: State;
  readonly month: Period;
  /** The day the month is seen on: its last one, or today while it runs. */
  readonly asOf: Day;
  readonly isOver: boolean;
  readonly unit: RecordOf<'unit'>;
  readonly leaders: readonly Person[];
  readonly tasks: readonly TaskFact[];
  readonly taskCounts: TaskCounts;
  readonly tasksBefore: TaskCounts;
  readonly targets: readonly TargetFulfilment[];
  /** Duties due in the month that someone fills in, without the sensitive items. */
  readonly duties: readonly Duty[];
  /** Automatic checks of the month that the records answer. */
  readonly checks: readonly Duty[];
  readonly kinds: readonly KindFact[];
  /** Times that leaders took part in study, training and party days. */
  readonly leadersStudied: number;
  readonly team: TeamFact;
  readonly problems: readonly string[];
  readonly next: Period;
  readonly plan: readonly TaskFact[];
  /** Non-automatic occurrences due in the next month. */
  readonly dutiesNext: number;
  /** Whether the month has not begun or nothing at all was recorded for it. */
  readonly isEmpty: boolean;
}

/** What a summary is made for. */
export interface MonthlyOptions {
  readonly month: Period;
  readonly today: Day;
  readonly calendar: WorkCalendar;
}

/** Works out everything the summary of a month says. Throws RangeError unless `month` is a month. */
export function monthlyFacts(state: State, options: MonthlyOptions): MonthlyFacts {
  const { month, today, calendar } = options;
  const { first, last } = periodRange(month);
  if (parsePeriod(month).every !== 'month') throw new RangeError(`not a month: ${month}`);
  const asOf = today < last ? today : last;
  const unit = recordOrDefault(state, 'unit', unitId);
  const { soonDays } = unit;
  const leaders = leadersOf(state, month);
  const next = nextPeriod(month);
  const before = previousPeriod(month);
  // On its last day a month still runs; once it is past, what was due in it and not done is overdue.
  const isPast = today > last;
  const closeOut = (status: TaskStatus, due: Day | ''): TaskStatus =>
    isPast && due !== '' && due <= last && !status.startsWith('closed') ? 'overdue' : status;
  const withStatus = (tasks: readonly MonthTask[]): TaskFact[] =>
    tasks.map((one) => ({
      ...one,
      status: closeOut(taskStatus(state, one.task, { today: asOf, soonDays }), one.task.due),
      percent: percentOn(state, one.task, asOf),
    }));
  const tasks = withStatus(tasksOfMonth(state, month));
  const activities = listOf(state, 'activity').filter(
    ({ date }) => date >= first && date <= asOf && date !== '',
  );
  const owed = dutiesIn(state, { from: first, to: last, today: asOf, calendar }).map((duty) =>
    isPast && isOpen(duty) ? { ...duty, light: 'overdue' as const } : duty,
  );
  const duties = owed.filter(({ item }) => isPrinted(item) && !isAutomatic(item));
  const targets = targetsFulfilment(state, { today: asOf, month });
  const team = teamFact(state, month);
  const nextRange = periodRange(next);
  return {
    state,
    month,
    asOf,
    isOver: today >= last,
    unit,
    leaders,
    tasks,
    taskCounts: countStatuses(tasks),
    tasksBefore: taskCounts(state, before, {
      today: periodRange(before).last,
      soonDays,
    }),
    targets,
    duties,
    checks: owed.filter(({ item, basis }) => isAutomatic(item) && basis !== 'no-data'),
    kinds: kindFacts(activities, leaders),
    leadersStudied: countOfStudy(activities, leaders),
    team,
    problems: listOf(state, 'progress')
      .filter(({ date, problem }) => date >= first && date <= asOf && problem.trim() !== '')
      .sort(byDate)
      .map(({ problem }) => problem.trim()),
    next,
    plan: withStatus(tasksOfMonth(state, next)).filter(
      ({ status }) => status !== 'closed' && status !== 'closed-late',
    ),
    dutiesNext: dutiesIn(state, {
      from: nextRange.first,
      to: nextRange.last,
      today: asOf,
      calendar,
    }).filter(({ item }) => isPrinted(item) && !isAutomatic(item)).length,
    isEmpty:
      asOf < first ||
      (tasks.length === 0 &&
        activities.length === 0 &&
        targets.length === 0 &&
        team.submitted.length === 0 &&
        !duties.some(({ basis }) => basis === 'mark' || basis === 'activity')),
  };
}

const isOpen = ({ light, basis }: Duty): boolean =>
  basis !== 'no-data' && (light === 'due-soon' || light === 'not-yet');

/** Sensitive items are recorded sparingly and stay off paper. */
const isPrinted = (item: CheckItem): boolean => item.sensitive !== true;

function teamFact(state: State, month: Period): TeamFact {
  const period = ratingPeriodOf(state, month);
  const members = leadersOf(state, period);
  const submitted = members.filter(({ id }) => sheetStatus(state, id, period) === 'submitted');
  const ids = (people: readonly Person[]) => people.map(({ id }) => id);
  const earlier = previousPeriod(period);
  const before = teamScores(state, ids(leadersOf(state, earlier)), earlier);
  return {
    period,
    submitted,
    missing: members.filter((member) => !submitted.includes(member)),
    scores: teamScores(state, ids(members), period),
    before: before.some(({ count }) => count > 0) ? before : undefined,
    rows: submitted.map((person) => ({
      person,
      scores: leaderScores(state, person.id, period),
    })),
  };
}

/** Fulfilment of the duties of some sections, e.g. `M` or `G1`. */
export const rateOf = (facts: MonthlyFacts, section: string): FulfilmentRate =>
  fulfilmentRate(facts.duties.filter(({ item }) => item.id.startsWith(section)));

/** The kinds whose activities are counted under a section: the one they are kept in. */
export const kindsIn = (facts: MonthlyFacts, section: string): readonly KindFact[] =>
  facts.kinds.filter(({ kind }) => kind.section === section);
