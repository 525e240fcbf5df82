import type { Day } from '../../calendar/day';
import {
  nextPeriod,
  type Period,
  parsePeriod,
  periodOf,
  periodRange,
  previousPeriod,
} from '../../calendar/period';
import type { WorkCalendar } from '../../calendar/workdays';
import type { Bilingual, CheckItem } from '../../catalogue/row';
import { listOf, recordOrDefault } from '../../changes/records';
import type { State } from '../../changes/state';
import {
  type Duty,
  dutiesIn,
  type FulfilmentRate,
  fulfilmentRate,
  isAutomatic,
} from '../../insight/duties';
import { type Moment, viewOf } from '../../insight/moment';
import { leadersOf } from '../../insight/people';
import {
  type LeaderScores,
  ratingPeriodOf,
  sheetStatus,
  submittedScores,
  type TeamScore,
  teamScores,
} from '../../insight/score';
import { type TargetFulfilment, targetsFulfilment } from '../../insight/target-fulfilment';
import { percentOn } from '../../insight/task-progress';
import {
  countStatuses,
  type PeriodTask,
  type TaskCounts,
  type TaskStatus,
  taskCounts,
  taskStatus,
  tasksOfPeriod,
} from '../../insight/task-status';
import type { RecordOf } from '../../model/collections';
import { unitId } from '../../model/unit';
import { byDate, countOfStudy, type KindFact, kindFacts } from './activities';

type Person = RecordOf<'person'>;

export interface TaskFact extends PeriodTask {
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

/** How the text calls the period, and those before and after it. */
export interface PeriodWords {
  readonly current: Bilingual;
  readonly before: Bilingual;
  readonly next: Bilingual;
  /** Where what is carried over comes from. */
  readonly earlier: string;
}

/** The words for a period, by its length. */
export const wordsOf: Readonly<Record<'month' | 'quarter' | 'year', PeriodWords>> = {
  month: {
    current: { zh: '本月', en: 'this month' },
    before: { zh: '上月', en: 'last month' },
    next: { zh: '下月', en: 'the next month' },
    earlier: '以前月份',
  },
  quarter: {
    current: { zh: '本季度', en: 'this quarter' },
    before: { zh: '上季度', en: 'last quarter' },
    next: { zh: '下季度', en: 'the next quarter' },
    earlier: '以前季度',
  },
  year: {
    current: { zh: '本年度', en: 'this year' },
    before: { zh: '上年度', en: 'last year' },
    next: { zh: '下年度', en: 'the next year' },
    earlier: '以前年度',
  },
};

/** Everything the summary of a period says, worked out once: text and tables share these values. */
export interface SummaryFacts {
  readonly state: State;
  readonly period: Period;
  /** The month that figures are given as of: the last one, or the one that runs. */
  readonly month: Period;
  readonly words: PeriodWords;
  /** The day the period is seen on: its last one, or today while it runs. */
  readonly asOf: Day;
  readonly isOver: boolean;
  readonly unit: RecordOf<'unit'>;
  readonly leaders: readonly Person[];
  /** Those given out. */
  readonly tasks: readonly TaskFact[];
  /** Those of the period that were not given out by then: no duties yet. */
  readonly drafts: readonly TaskFact[];
  readonly taskCounts: TaskCounts;
  readonly tasksBefore: TaskCounts;
  readonly targets: readonly TargetFulfilment[];
  /** Duties due in the month that someone fills in, without the sensitive items. */
  readonly duties: readonly Duty[];
  /** The same of the period before, as they stood at its end. */
  readonly dutiesBefore: readonly Duty[];
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
  /** Whether the period has not begun or nothing at all was recorded for it. */
  readonly isEmpty: boolean;
}

/** What a summary is made for. */
export interface SummaryOptions {
  /** A month, quarter or year. */
  readonly period: Period;
  readonly today: Day;
  readonly calendar: WorkCalendar;
}

/** Works out everything the summary of a month, quarter or year says. Throws RangeError on others. */
export function summaryFacts(whole: State, options: SummaryOptions): SummaryFacts {
  const { period, today, calendar } = options;
  const { state, ...moment } = viewOf(whole, period, today);
  const { first, last } = periodRange(period);
  const { every } = parsePeriod(period);
  if (every === 'week' || every === 'half-year') throw new RangeError(`no summary of ${period}`);
  const asOf = today < last ? today : last;
  const month = periodOf(asOf < first ? last : asOf, 'month');
  const unit = recordOrDefault(state, 'unit', unitId);
  const { soonDays } = unit;
  const leaders = leadersOf(state, period);
  const next = nextPeriod(period);
  const before = previousPeriod(period);
  // As that paper said it, of the records as they held then.
  const earlier = viewOf(whole, before, today);
  const withStatus = (tasks: readonly PeriodTask[]): TaskFact[] =>
    tasks.map((one) => ({
      ...one,
      status: taskStatus(state, one.task, { ...moment, soonDays }),
      percent: percentOn(state, one.task, asOf),
    }));
  const all = withStatus(tasksOfPeriod(state, period));
  const tasks = all.filter(({ status }) => status !== 'draft');
  const activities = listOf(state, 'activity').filter(
    ({ date }) => date >= first && date <= asOf && date !== '',
  );
  const owed = dutiesIn(state, { ...moment, from: first, to: last, calendar });
  const duties = owed.filter(({ item }) => isPrinted(item) && !isAutomatic(item));
  const targets = targetsFulfilment(state, { ...moment, month });
  const team = teamFact(state, month);
  const nextRange = periodRange(next);
  const beforeRange = periodRange(before);
  return {
    state,
    period,
    month,
    words: wordsOf[every],
    asOf,
    isOver: today >= last,
    unit,
    leaders,
    tasks,
    drafts: all.filter(({ status }) => status === 'draft'),
    taskCounts: countStatuses(all),
    tasksBefore: taskCounts(earlier.state, before, {
      ...earlier,
      soonDays: recordOrDefault(earlier.state, 'unit', unitId).soonDays,
    }),
    targets,
    duties,
    dutiesBefore: dutiesIn(earlier.state, {
      ...earlier,
      from: beforeRange.first,
      to: beforeRange.last,
      calendar,
    }).filter(({ item }) => isPrinted(item) && !isAutomatic(item)),
    checks: owed.filter(
      ({ item, basis }) => isPrinted(item) && isAutomatic(item) && basis !== 'no-data',
    ),
    kinds: kindFacts(activities, leaders),
    leadersStudied: countOfStudy(activities, leaders),
    team,
    problems: listOf(state, 'progress')
      .filter(({ date, problem }) => date >= first && date <= asOf && problem.trim() !== '')
      .sort(byDate)
      .map(({ problem }) => problem.trim()),
    next,
    plan: withStatus(tasksOfPeriod(state, next)).filter((one) => isAhead(one, { ...moment, last })),
    dutiesNext: dutiesIn(state, {
      from: nextRange.first,
      to: nextRange.last,
      ...moment,
      calendar,
    }).filter(({ item }) => isPrinted(item) && !isAutomatic(item)).length,
    isEmpty:
      asOf < first ||
      (all.length === 0 &&
        activities.length === 0 &&
        targets.length === 0 &&
        team.submitted.length === 0 &&
        !duties.some(({ basis }) => basis === 'mark' || basis === 'activity')),
  };
}

/**
 * Whether a task belongs into the plan of the period after one that ends on `last`, seen at a moment
 * of that one: it is open, and no task that may still be closed by its deadline in the time left.
 */
export const isAhead = (
  { task, origin, status }: TaskFact,
  { today, isOver, last }: Moment & { readonly last: Day },
): boolean => {
  if (status.startsWith('closed')) return false;
  if (isOver || origin !== 'carried-over' || task.due === '') return true;
  return task.due <= today || task.due > last;
};

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
    rows: members.flatMap((person) => {
      const scores = submittedScores(state, person.id, period);
      return scores ? [{ person, scores }] : [];
    }),
  };
}

/** Fulfilment of the duties of some sections, e.g. `M` or `G1`. */
export const rateOf = (facts: SummaryFacts, section: string): FulfilmentRate =>
  fulfilmentRate(facts.duties.filter(({ item }) => item.id.startsWith(section)));

/** Share of the duties of some sections met in the period before; null where none were owed. */
export const rateBefore = (facts: SummaryFacts, section: string): number | null =>
  fulfilmentRate(facts.dutiesBefore.filter(({ item }) => item.id.startsWith(section))).rate;

/** The kinds whose activities are counted under a section: the one they are kept in. */
export const kindsIn = (facts: SummaryFacts, section: string): readonly KindFact[] =>
  facts.kinds.filter(({ kind }) => kind.section === section);
