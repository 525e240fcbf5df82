import { addDays, type Day, dayOf } from '../calendar/day';
import { nextPeriod, type Period, parsePeriod, periodRange } from '../calendar/period';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { inYear } from '../reading/moved-year';

type Task = RecordOf<'task'>;

/** A task of an earlier period, moved to a later one; `from` is the id of the earlier. */
export interface TaskCopy {
  readonly from: string;
  readonly parent: string;
  readonly period: Period;
  readonly due: Day | '';
  readonly title: string;
  readonly goal: string;
  readonly measures: string;
  readonly dueWords: string;
}

/** A period moved on by whole years or quarters. */
function movedPeriod(period: Period, unit: 'year' | 'quarter'): Period {
  if (unit === 'year') return `${Number(period.slice(0, 4)) + 1}${period.slice(4)}`;
  const steps = parsePeriod(period).every === 'month' ? 3 : 1;
  return Array.from({ length: steps }).reduce<Period>((at) => nextPeriod(at), period);
}

/** A day moved with its period; the last of a month stays the last. */
function movedDay(day: Day | '', months: number): Day | '' {
  if (day === '') return '';
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const { last } = periodRange(`${year}-${String(month).padStart(2, '0')}`);
  const wasLast = addDays(day, 1).slice(8) === '01';
  const date = Math.min(Number(day.slice(8)), Number(last.slice(8)));
  return wasLast ? last : dayOf(year, month, date);
}

/**
 * The tasks of a year, or of a quarter with its months, as they stand one year or quarter on:
 * texts that name the year name the next; progress, closing and issuing are not taken along.
 * Tasks below one that is not copied stand at the top.
 */
export function tasksMovedOn(state: State, from: Period): { task: Task; copy: TaskCopy }[] {
  const unit = parsePeriod(from).every === 'quarter' ? 'quarter' : 'year';
  const range = periodRange(from);
  const chosen = listOf(state, 'task').filter(({ period }) => {
    if (unit === 'year') return period.startsWith(from);
    if (period.length <= 4) return false;
    const { first, last } = periodRange(period);
    return first >= range.first && last <= range.last;
  });
  const ids = new Set(chosen.map(({ id }) => id));
  const year = from.slice(0, 4);
  const moved = (text: string): string =>
    unit === 'year' ? inYear(text, year, String(Number(year) + 1)) : text;
  return chosen.map((task) => ({
    task,
    copy: {
      from: task.id,
      parent: ids.has(task.parent) ? task.parent : '',
      period: movedPeriod(task.period, unit),
      due: movedDay(task.due, unit === 'year' ? 12 : 3),
      title: moved(task.title),
      goal: moved(task.goal),
      measures: moved(task.measures),
      dueWords: moved(task.dueWords),
    },
  }));
}
