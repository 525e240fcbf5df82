import type { Day } from '../../calendar/day';
import {
  isPeriod,
  monthsOf,
  nextPeriod,
  type Period,
  periodOf,
  periodRange,
} from '../../calendar/period';
import { listOf, recordOf, recordOrDefault } from '../../changes/records';
import type { State } from '../../changes/state';
import { type Duty, dutiesIn, isAutomatic } from '../../insight/duties';
import { viewOf } from '../../insight/moment';
import { textIn } from '../../insight/register-values';
import {
  type LeaderScores,
  leaderScores,
  leadingId,
  ratingPeriodOf,
  sheetStatus,
  teamDimensions,
} from '../../insight/score';
import { type TargetFulfilment, targetsFulfilment } from '../../insight/target-fulfilment';
import { isClosed, percentOn } from '../../insight/task-progress';
import {
  countStatuses,
  isIssued,
  type PeriodTask,
  type TaskCounts,
  taskStatus,
  tasksOfPeriod,
} from '../../insight/task-status';
import { selfStudy } from '../../kinds/self-study';
import type { RecordOf } from '../../model/collections';
import { sheetId } from '../../model/rating';
import { unitId } from '../../model/unit';
import type { DocumentRequest } from '../document-kind';
import { byDate, type KindFact, kindFacts } from '../summary/activities';
import { isAhead, type PeriodWords, type TaskFact, wordsOf } from '../summary/facts';

type Activity = RecordOf<'activity'>;
type Person = RecordOf<'person'>;

/** Everything a document of one leader says, worked out once. */
export interface LeaderFacts {
  readonly state: State;
  readonly person: Person;
  readonly unit: RecordOf<'unit'>;
  readonly period: Period;
  readonly words: PeriodWords;
  /** The day the period is seen on: its last one, or today while it runs. */
  readonly asOf: Day;
  /** Tasks that the leader leads (牵头领导) and that were given out. */
  readonly tasks: readonly TaskFact[];
  readonly drafts: readonly TaskFact[];
  readonly counts: TaskCounts;
  readonly targets: readonly TargetFulfilment[];
  readonly charge: RecordOf<'charge'>;
  /** What the leader took part in or chaired, by kind; nothing that is only ever counted. */
  readonly kinds: readonly KindFact[];
  readonly activities: readonly Activity[];
  /** Register records that concern the leader: pledges, self-checks, reports. */
  readonly about: readonly Activity[];
  /** Check items that the leader answers for, due in the period; sensitive ones are left out. */
  readonly duties: readonly Duty[];
  /** The submitted self-rating; undefined until it is submitted. */
  readonly rating:
    | {
        readonly period: Period;
        readonly sheet: RecordOf<'sheet'>;
        readonly scores: LeaderScores;
      }
    | undefined;
  /** The submitted self-ratings of the period in order, each by the mean of its dimensions, 0 … 100. */
  readonly course: readonly { readonly period: Period; readonly mean: number }[];
  /** Shorter tasks that he leads within the period: how many, and how many of them are closed. */
  readonly parts: { readonly total: number; readonly closed: number };
  readonly plan: readonly TaskFact[];
  readonly next: Period;
}

/** Works out what a document of one leader says. Throws RangeError where there is no such person. */
export function leaderFacts(
  whole: State,
  { subject, period, today, calendar }: DocumentRequest,
  span: 'month' | 'quarter' | 'year',
): LeaderFacts {
  const { state, ...moment } = viewOf(whole, period, today);
  const person = recordOf(state, 'person', subject);
  if (!person) throw new RangeError(`no such person: ${subject}`);
  const unit = recordOrDefault(state, 'unit', unitId);
  const { first, last } = periodRange(period);
  const asOf = today < last ? today : last;
  const withStatus = (tasks: readonly PeriodTask[]): TaskFact[] =>
    tasks
      .filter(({ task }) => task.leader === person.id)
      .map((one) => ({
        ...one,
        status: taskStatus(state, one.task, { ...moment, soonDays: unit.soonDays }),
        percent: percentOn(state, one.task, asOf),
      }));
  const all = withStatus(tasksOfPeriod(state, period));
  const month = periodOf(asOf < first ? last : asOf, 'month');
  const dated = listOf(state, 'activity')
    .filter(({ date }) => date !== '' && date >= first && date <= asOf)
    .sort(byDate);
  const about = dated.filter((record) => textIn(record, 'subject') === person.id);
  const activities = dated.filter(
    (record) =>
      record.host === person.id ||
      record.people.includes(person.id) ||
      (record.kind === selfStudy.id && about.includes(record)),
  );
  const mine = new Set(
    listOf(state, 'assignment')
      .filter(({ leader }) => leader === person.id)
      .map(({ id }) => id),
  );
  const next = nextPeriod(period);
  const ratedPeriods = monthsOf(period)
    .filter((one) => one <= month)
    .map((one) => ratingPeriodOf(state, one))
    .filter((one) => sheetStatus(state, person.id, one) === 'submitted');
  // The latest sheet of the period that was submitted speaks for it.
  const ratingPeriod = ratedPeriods.at(-1);
  return {
    state,
    person,
    unit,
    period,
    words: wordsOf[span],
    asOf,
    tasks: all.filter(({ status }) => status !== 'draft'),
    drafts: all.filter(({ status }) => status === 'draft'),
    counts: countStatuses(all),
    targets: targetsFulfilment(state, { ...moment, month }).filter(
      ({ target }) => target.leader === person.id,
    ),
    charge: recordOrDefault(state, 'charge', person.id),
    kinds: kindFacts(activities, [person]),
    activities,
    about,
    duties: dutiesIn(state, { ...moment, from: first, to: last, calendar }).filter(
      ({ item }) => mine.has(item.id) && item.sensitive !== true && !isAutomatic(item),
    ),
    rating: ratingPeriod
      ? {
          period: ratingPeriod,
          sheet: recordOrDefault(state, 'sheet', sheetId(person.id, ratingPeriod)),
          scores: leaderScores(state, person.id, ratingPeriod),
        }
      : undefined,
    course: [...new Set(ratedPeriods)].flatMap((one) => {
      const mean = meanOf(leaderScores(state, person.id, one));
      return mean === null ? [] : [{ period: one, mean }];
    }),
    plan: withStatus(tasksOfPeriod(state, next)).filter((one) => isAhead(one, { ...moment, last })),
    parts: partsOf(state, person.id, period, asOf),
    next,
  };
}

/** Mean of the dimensions that are shown to others; null where none was rated. */
function meanOf({ scores }: LeaderScores): number | null {
  const known = [...teamDimensions.map(({ id }) => id), leadingId]
    .map((id) => scores.get(id) ?? null)
    .filter((score) => score !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
}

/** The tasks of the months and quarters within a period that somebody leads; of a month, none. */
function partsOf(state: State, person: string, period: Period, asOf: Day): LeaderFacts['parts'] {
  const { first, last } = periodRange(period);
  const led = listOf(state, 'task').filter((task) => {
    if (task.leader !== person || task.period === period || !isPeriod(task.period)) return false;
    if (!isIssued(state, task, asOf)) return false;
    const own = periodRange(task.period);
    return own.first >= first && own.last <= last;
  });
  return { total: led.length, closed: led.filter((task) => isClosed(task, asOf)).length };
}
