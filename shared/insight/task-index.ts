import type { Period } from '../calendar/period';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { tasksInCircles } from './task-tree';

type Task = RecordOf<'task'>;

/** Tasks by what one asks for them. */
export interface TaskIndex {
  readonly byPeriod: ReadonlyMap<Period, readonly Task[]>;
  /**
   * Tasks by the task above them, in order on paper; no entry where there are none. Those in a
   * circle of parents stand below none.
   */
  readonly byParent: ReadonlyMap<string, readonly Task[]>;
  /** Leaders and owners of the tasks of each year. */
  readonly carriers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of the tasks in a circle of parents. */
  readonly circles: ReadonlySet<string>;
}

/** Order of tasks on paper: by order, then by due day. */
export const compareTasks = (a: Task, b: Task): number =>
  a.order - b.order || (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1);

// listOf gives the same array until a task changes, so an index lives as long as its list.
const indexes = new WeakMap<readonly Task[], TaskIndex>();

let last: { readonly list: readonly Task[]; readonly circles: ReadonlySet<string> } | undefined;

/** The tasks in circles; those of the list before where no task was put below another since. */
function circlesOf(list: readonly Task[]): ReadonlySet<string> {
  const before = last?.list;
  const isSame =
    before?.length === list.length &&
    list.every((task, at) => {
      const old = before[at];
      return old === task || (old?.id === task.id && old.parent === task.parent);
    });
  const circles = isSame && last ? last.circles : tasksInCircles(list);
  last = { list, circles };
  return circles;
}

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
  const circles = circlesOf(list);
  for (const task of list) {
    put(byPeriod, task.period, task);
    if (task.parent !== '' && !circles.has(task.id)) put(byParent, task.parent, task);
  }
  for (const [period, tasks] of byPeriod) {
    const year = period.slice(0, 4);
    const names = carriers.get(year) ?? new Set();
    for (const { leader, owner } of tasks) names.add(leader).add(owner);
    carriers.set(year, names);
  }
  for (const tasks of byParent.values()) tasks.sort(compareTasks);
  const index = { byPeriod, byParent, carriers, circles };
  indexes.set(list, index);
  return index;
}

/** Ids of all tasks below one, to the last; none of them can stand above it. */
export function idsBelow(state: State, task: string): ReadonlySet<string> {
  const { byParent } = taskIndex(state);
  const found = new Set<string>([task]);
  // A set is walked through together with what is added to it on the way.
  for (const id of found) for (const part of byParent.get(id) ?? []) found.add(part.id);
  found.delete(task);
  return found;
}
