import { addDays, type Day, daysBetween } from '../calendar/day';
import { isPeriod, type Period, parsePeriod, periodRange, type Range } from '../calendar/period';
import { recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { unitId } from '../model/unit';
import { reportDue } from './task-follow-up';
import { compareTasks, taskIndex } from './task-index';
import { isClosed, percentOn, progressOf } from './task-progress';

type Task = RecordOf<'task'>;

export type TaskStatus =
  | 'draft'
  | 'closed'
  | 'closed-late'
  | 'overdue'
  | 'due-soon'
  | 'behind'
  | 'open';

/**
 * Whether a task was given out (下达) by a day; one that was reported on by then or closed has been,
 * in older books.
 */
export function isIssued(state: State, task: Task, today: Day): boolean {
  if (task.issued !== '' && task.issued <= today) return true;
  return task.closed !== '' || progressOf(state, task.id, today).length > 0;
}

/** Share of a task's time that is over, 0 … 1: from the first day of its period to its due day. */
export function timeShare(task: Task, today: Day): number | null {
  if (task.due === '' || !isPeriod(task.period)) return null;
  const { first } = periodRange(task.period);
  const length = daysBetween(first, task.due) + 1;
  if (length <= 0) return null;
  return Math.min(1, Math.max(0, (daysBetween(first, today) + 1) / length));
}

/**
 * Day by which the next report on a task is due, and whether it is late beyond the unit's days of
 * grace.
 */
export function reportOn(
  state: State,
  task: Task,
  today: Day,
): { readonly due: Day | ''; readonly isLate: boolean } {
  if (task.reportEvery === 'none') return { due: '', isLate: false };
  const due = reportDue(task, progressOf(state, task.id, today).at(-1)?.date ?? '');
  const { reportGraceDays } = recordOrDefault(state, 'unit', unitId);
  return { due, isLate: due !== '' && today > addDays(due, reportGraceDays) };
}

/** When a task is looked at; `soonDays` are calendar days. */
export interface TaskMoment {
  readonly today: Day;
  /** Whether `today` is the last day of a period that is over; see moment.ts. */
  readonly isOver?: boolean;
  readonly soonDays: number;
}

/**
 * Status of a task on a day. In this order: closed (late when after the due day), draft (not given
 * out: no duty yet, so neither overdue nor behind), overdue (after its due day, and at the end of it once
 * the period is over), due soon
 * (within `soonDays` calendar days), behind (a report is late, or more than the unit's
 * `taskBehindPoints` under the even share of the time that is over), open. A task without due day
 * is never overdue nor due soon.
 */
export function taskStatus(
  state: State,
  task: Task,
  { today, soonDays, isOver = false }: TaskMoment,
): TaskStatus {
  if (isClosed(task, today))
    return task.due !== '' && task.closed > task.due ? 'closed-late' : 'closed';
  if (!isIssued(state, task, today)) return 'draft';
  if (task.due !== '') {
    if (today > task.due || (isOver && today === task.due)) return 'overdue';
    if (addDays(today, soonDays) >= task.due) return 'due-soon';
  }
  if (reportOn(state, task, today).isLate) return 'behind';
  const share = timeShare(task, today);
  if (share === null) return 'open';
  const { taskBehindPoints } = recordOrDefault(state, 'unit', unitId);
  return percentOn(state, task, today) + taskBehindPoints < share * 100 ? 'behind' : 'open';
}

/** Why a task is on a month's list. */
export type TaskOrigin = 'own' | 'carried-over' | 'falls-due';

export interface PeriodTask {
  readonly task: Task;
  readonly origin: TaskOrigin;
}

/**
 * The tasks a month, quarter or year deals with: its own; those of earlier periods of its length,
 * and longer ones that were due before it, that were still open on its first day (结转); and longer
 * ones that fall due in it. Tasks of shorter periods are parts of these and not counted beside them.
 * In order of origin, then of the tasks.
 */
export function tasksOfPeriod(state: State, period: Period): PeriodTask[] {
  const range = periodRange(period);
  const length = lengthOf(period);
  const found: PeriodTask[] = [];
  for (const [own, tasks] of taskIndex(state).byPeriod) {
    if (own.slice(0, 4) > period.slice(0, 4)) continue;
    const longer = lengthOf(own) - length;
    if (longer < 0 || (longer === 0 && own > period)) continue;
    for (const task of tasks) {
      const origin = originOf(task, period, range, longer === 0);
      if (origin) found.push({ task, origin });
    }
  }
  return found.sort((a, b) => rank(a.origin) - rank(b.origin) || compareTasks(a.task, b.task));
}

/** A month's tasks are those of a quarter, half-year or year, taken apart. */
export const tasksOfMonth = tasksOfPeriod;

const lengths = ['week', 'month', 'quarter', 'half-year', 'year'];

// Few periods are asked for, each of them for every month that is looked at.
const lengthByPeriod = new Map<string, number>();

/** Place of a period's length among all, the shortest first; -1 for a text that is no period. */
function lengthOf(period: string): number {
  let length = lengthByPeriod.get(period);
  if (length === undefined) {
    length = isPeriod(period) ? lengths.indexOf(parsePeriod(period).every) : -1;
    lengthByPeriod.set(period, length);
  }
  return length;
}

const origins: readonly TaskOrigin[] = ['own', 'falls-due', 'carried-over'];
const rank = (origin: TaskOrigin): number => origins.indexOf(origin);

function originOf(
  task: Task,
  period: Period,
  { first, last }: Range,
  isSameLength: boolean,
): TaskOrigin | undefined {
  if (task.period === period) return 'own';
  const wasOpen = task.closed === '' || task.closed >= first;
  if (isSameLength) return task.period < period && wasOpen ? 'carried-over' : undefined;
  if (task.due === '') return undefined;
  if (task.due >= first && task.due <= last) return 'falls-due';
  return task.due < first && wasOpen ? 'carried-over' : undefined;
}

/** How many tasks are in each status; late ones are among the closed, drafts in no other count. */
export interface TaskCounts {
  readonly total: number;
  readonly closed: number;
  readonly closedLate: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly behind: number;
  readonly open: number;
  readonly drafts: number;
  /** Of the total, those taken over from earlier periods. */
  readonly carriedOver: number;
}

/** Counts tasks by their status. */
export function countStatuses(
  tasks: readonly { readonly origin: TaskOrigin; readonly status: TaskStatus }[],
): TaskCounts {
  const count = (...wanted: TaskStatus[]) =>
    tasks.filter(({ status }) => wanted.includes(status)).length;
  const drafts = count('draft');
  return {
    total: tasks.length - drafts,
    drafts,
    closed: count('closed', 'closed-late'),
    closedLate: count('closed-late'),
    overdue: count('overdue'),
    dueSoon: count('due-soon'),
    behind: count('behind'),
    open: count('open'),
    carriedOver: tasks.filter(
      ({ origin, status }) => origin === 'carried-over' && status !== 'draft',
    ).length,
  };
}

/** Counts the tasks of a period by their status on `today`. */
export function taskCounts(state: State, period: Period, when: TaskMoment): TaskCounts {
  return countStatuses(
    tasksOfPeriod(state, period).map(({ task, origin }) => ({
      origin,
      status: taskStatus(state, task, when),
    })),
  );
}
