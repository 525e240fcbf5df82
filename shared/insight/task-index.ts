import type { Period } from '../calendar/period';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';

type Task = RecordOf<'task'>;

interface TaskIndex {
  readonly byPeriod: ReadonlyMap<Period, readonly Task[]>;
  /** Tasks by the task above them, in order on paper; no entry where there are none. */
  readonly byParent: ReadonlyMap<string, readonly Task[]>;
  /** Leaders and owners of the tasks of each year. */
  readonly carriers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Order of tasks on paper: by order, then by due day. */
export const compareTasks = (a: Task, b: Task): number =>
  a.order - b.order || (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1);

// listOf gives the same array until a task changes, so an index lives as long as its list.
const indexes = new WeakMap<readonly Task[], TaskIndex>();

/** All tasks by period, by parent and by who carries them. */
export function taskIndex(state: State): TaskIndex {
  const list = listOf(state, 'task');
  const known = indexes.get(list);
  if (known) return known;
  const byPeriod = new Map<Period, Task[]>();
  const byParent = new Map<string, Task[]>();
  const carriers = new Map<string, Set<string>>();
  const put = (map: Map<string, Task[]>, key: string, task: Task): void => {
    const tasks = map.get(key);
    if (tasks) tasks.push(task);
    else map.set(key, [task]);
  };
  for (const task of list) {
    put(byPeriod, task.period, task);
    if (task.parent !== '') put(byParent, task.parent, task);
    const year = task.period.slice(0, 4);
    const names = carriers.get(year) ?? new Set();
    carriers.set(year, names.add(task.leader).add(task.owner));
  }
  for (const tasks of byParent.values()) tasks.sort(compareTasks);
  const index = { byPeriod, byParent, carriers };
  indexes.set(list, index);
  return index;
}
