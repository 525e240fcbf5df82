import type { Day } from '../../calendar/day';
import {
  nextPeriod,
  type Period,
  parsePeriod,
  periodRange,
  previousPeriod,
} from '../../calendar/period';
import type { WorkCalendar } from '../../calendar/workdays';
import { sectionOf } from '../../catalogue/catalogue';
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
import type { Kind } from '../../kinds/kind';
import { kindOf, kinds } from '../../kinds/kinds';
import type { RecordOf } from '../../model/collections';
import { unitId } from '../../model/unit';

type Activity = RecordOf<'activity'>;
type Person = RecordOf<'person'>;

export interface TaskFact extends MonthTask {
  readonly status: TaskStatus;
  /** 0 … 100. */
  readonly percent: number;
}

/** The activities of one kind in the month. */
export interface KindFact {
  readonly kind: Kind;
  readonly count: number;
  readonly titles: readonly string[];
  /** 参加人次; null where no record says it. */
  readonly attendance: number | null;
  /** 应到人次, and 实到 of the same records; null unless every record says both. */
  readonly roll: {
    readonly expected: number;
    readonly attended: number;
  } | null;
  /** Study hours of all sessions together; null where none says it. */
  readonly hours: number | null;
  /** Leaders who took part, in order of rank. */
  readonly leaders: readonly Person[];
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

const sumKnown = (values: readonly (number | null)[]): number | null => {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0);
};

function kindFacts(activities: readonly Activity[], leaders: readonly Person[]): KindFact[] {
  return kinds.flatMap((kind) => {
    const list = activities
      .filter((activity) => activity.kind === kind.id)
      .sort((a, b) => (a.date < b.date ? -1 : 1));
    if (list.length === 0) return [];
    const people = new Set(list.flatMap((activity) => activity.people));
    const expected = sumKnown(list.map((activity) => activity.expected));
    const attended = sumKnown(list.map((activity) => activity.attended));
    const isRolled = list.every((one) => one.expected !== null && one.attended !== null);
    return [
      {
        kind,
        count: list.length,
        titles: [...new Set(list.map(({ title }) => title.trim()).filter((title) => title !== ''))],
        attendance: sumKnown(
          list.map((one) => one.attended ?? (one.people.length > 0 ? one.people.length : null)),
        ),
        roll: isRolled && expected !== null && attended !== null ? { expected, attended } : null,
        hours: sumKnown(list.map((activity) => activity.hours)),
        leaders: leaders.filter(({ id }) => people.has(id)),
      },
    ];
  });
}

/** Kinds in which leaders take the lead in studying (带头参加学习). Source: essay ¶4. */
const studyKinds = ['study-session', 'training', 'party-day'];

function countOfStudy(activities: readonly Activity[], leaders: readonly Person[]): number {
  const ids = new Set(leaders.map(({ id }) => id));
  return activities
    .filter(({ kind }) => studyKinds.includes(kindOf(kind)?.id ?? ''))
    .reduce((sum, { people }) => sum + new Set(people.filter((id) => ids.has(id))).size, 0);
}

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

/** The kinds whose activities are counted under a section: the one their first item stands in. */
export const kindsIn = (facts: MonthlyFacts, section: string): readonly KindFact[] =>
  facts.kinds.filter(({ kind }) => sectionOf(kind.fulfils[0] ?? '') === section);
