import { addDays, type Day } from '../calendar/day';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';

type Task = RecordOf<'task'>;
type FollowUp = RecordOf<'followUp'>;

const byTask = new WeakMap<readonly FollowUp[], Map<string, FollowUp[]>>();

/** What the office did about a task, oldest first. */
export function followUpsOf(state: State, task: string): readonly FollowUp[] {
  const list = listOf(state, 'followUp');
  let index = byTask.get(list);
  if (!index) {
    index = new Map();
    for (const one of list) {
      const known = index.get(one.task);
      if (known) known.push(one);
      else index.set(one.task, [one]);
    }
    for (const all of index.values()) {
      all.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
    }
    byTask.set(list, index);
  }
  return index.get(task) ?? [];
}

/** The deadline that stood before the first extension; the present one where there is none. */
export function originalDue(state: State, task: Task): Day | '' {
  return followUpsOf(state, task.id).find(({ kind }) => kind === 'extension')?.before || task.due;
}

/**
 * The day by which the next word on a task is due: a week or a month after the last report, else
 * after it was issued; empty for a task that is not issued or needs no reports.
 */
export function reportDue(task: Task, lastReport: Day | ''): Day | '' {
  if (task.issued === '' || task.closed !== '' || task.reportEvery === 'none') return '';
  const from = lastReport > task.issued ? lastReport : task.issued;
  return addDays(from, task.reportEvery === 'week' ? 7 : 31);
}
