import type { Day } from '../calendar/day';
import { isInPeriod, type Period, periodOf, periodRange } from '../calendar/period';
import { checkItemById } from '../catalogue/catalogue';
import type { CheckItem } from '../catalogue/row';
import { listOf, recordOf } from '../changes/records';
import type { State } from '../changes/state';
import { activitiesFor, datedWithin, marksFor } from './activity-index';
import { missingClarities } from './five-clarities';
import { leadersOf, peopleOf } from './people';
import { dayIn, recordsOfKind } from './register-values';
import { taskIndex } from './task-index';
import { progressOf } from './task-progress';
import { isIssued, tasksOfMonth } from './task-status';

/** What the records themselves say about a check item in a period. */
export interface Finding {
  readonly isMet: boolean;
  /** Day on which it became so, where records tell. */
  readonly on?: Day;
  /** How many records or people are still lacking. */
  readonly lacking: number;
}

/**
 * A rule reads the records it is given: those of today, or as they held on a past day. Undefined
 * where there is nothing to judge, e.g. no task in the period.
 */
type Rule = (state: State, period: Period, item: CheckItem) => Finding | undefined;

const tasksIn = (state: State, period: Period) => taskIndex(state).byPeriod.get(period) ?? [];

function judge<T>(all: readonly T[], isMet: (one: T) => boolean): Finding | undefined {
  if (all.length === 0) return undefined;
  const lacking = all.filter((one) => !isMet(one)).length;
  return { isMet: lacking === 0, lacking };
}

/** Work is broken down once the period has tasks. */
const hasTasks: Rule = (state, period) => {
  return tasksIn(state, period).length > 0 ? { isMet: true, lacking: 0 } : undefined;
};

const hasClarities: Rule = (state, period) =>
  judge(tasksIn(state, period), (task) => missingClarities(state, task).length === 0);

const hasSectionAndPerson: Rule = (state, period) =>
  judge(
    tasksIn(state, period),
    (task) => task.owner !== '' && recordOf(state, 'department', task.department) !== undefined,
  );

/** Every task of the year and quarter has a task below it. */
const isCascaded: Rule = (state, period) => {
  const { first } = periodRange(period);
  const quarter = periodOf(first, 'quarter');
  const upper = [...tasksIn(state, first.slice(0, 4)), ...tasksIn(state, quarter)];
  if (upper.length === 0) return undefined;
  const { byParent } = taskIndex(state);
  return judge(upper, (task) => byParent.has(task.id));
};

/** Everyone in office leads or carries a task or target of the year. */
const everyoneCarries: Rule = (state, period) => {
  const year = period.slice(0, 4);
  const carriers = new Set(taskIndex(state).carriers.get(year));
  for (const target of listOf(state, 'target')) {
    if (target.year === Number(year)) carriers.add(target.leader).add(target.owner);
  }
  return judge(peopleOf(state, period), (person) => carriers.has(person.id));
};

/** Every task of the month that was given out and open in it has a progress note of the month, or was closed. */
const isReported: Rule = (state, period) => {
  const { last } = periodRange(period);
  const issued = tasksOfMonth(state, period).filter(({ task }) => isIssued(state, task, last));
  const days = issued.map(({ task }) => {
    if (task.closed !== '' && isInPeriod(task.closed, period)) return task.closed;
    const notes = progressOf(state, task.id);
    return notes.find(({ date }) => date !== '' && isInPeriod(date, period))?.date;
  });
  const finding = judge(days, (day) => day !== undefined);
  const latest = days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return finding?.isMet && latest !== undefined ? { ...finding, on: latest } : finding;
};

type ChargeField = 'line' | 'contactPoint' | 'project';

/** Every leader in office has these of line, point and project (线·点·项). */
const hasCharges =
  (...fields: ChargeField[]): Rule =>
  (state, period) =>
    judge(leadersOf(state, period), ({ id }) => {
      const charge = recordOf(state, 'charge', id);
      return fields.every((field) => (charge?.[field] ?? '').trim() !== '');
    });

/** At least one of the linked items was done in the period, by an activity or a mark. */
const anyDone: Rule = (state, period, item) => {
  const { first, last } = periodRange(period);
  const days = (item.links ?? []).flatMap((id) => {
    const link = checkItemById(id);
    const activities = link ? datedWithin(activitiesFor(state, link), first, last) : [];
    const marks = marksFor(state, id).filter((mark) => mark.state === 'done');
    return [...activities, ...marks].map(({ date }) => date).filter((day) => day !== '');
  });
  const on = days.filter((day) => day >= first && day <= last).sort()[0];
  return on ? { isMet: true, on, lacking: 0 } : { isMet: false, lacking: 1 };
};

/**
 * Every filing of pay or title whose deadline falls into the period was made by it (决不耽搁); one
 * still to be made is lacking.
 */
const noFilingLate: Rule = (state, period) => {
  const due = recordsOfKind(state, 'filing').filter((record) => {
    const deadline = dayIn(record, 'deadline');
    return deadline !== '' && isInPeriod(deadline, period);
  });
  return judge(due, (record) => {
    const filedOn = dayIn(record, 'filedOn');
    return filedOn !== '' && filedOn <= dayIn(record, 'deadline');
  });
};

/** Rewards and penalties were carried out by how tasks and targets were met (兑现奖惩). */
const hasConsequence: Rule = (state, period) => {
  const days = listOf(state, 'consequence')
    .map(({ date }) => date)
    .filter((day) => day !== '' && isInPeriod(day, period));
  const first = days.sort()[0];
  return first ? { isMet: true, on: first, lacking: 0 } : undefined;
};

/** Check items that records answer by themselves: nothing is asked twice. */
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['M2.1.1', hasTasks],
  ['M2.1.2', hasTasks],
  ['M2.1.3', hasTasks],
  ['M2.1.4', hasClarities],
  ['M2.1.5', hasSectionAndPerson],
  ['M2.1.6', isCascaded],
  ['M2.1.7', everyoneCarries],
  ['M2.1.8', isReported],
  ['M2.2.1', hasCharges('line')],
  ['M2.2.2', hasCharges('contactPoint')],
  ['M2.2.3', hasCharges('project')],
  ['M2.2.4', hasCharges('line', 'contactPoint', 'project')],
  ['M2.2.8', hasConsequence],
  ['M3.5.1', anyDone],
  ['M3.5.2', anyDone],
  ['M3.5.3', anyDone],
  ['M4.3.6', noFilingLate],
]);

/** What the records say about a check item in a period; undefined without rule or without data. */
export function findingOf(state: State, item: CheckItem, period: Period): Finding | undefined {
  return rules.get(item.id)?.(state, period, item);
}
