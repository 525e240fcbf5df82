import type { Day } from '../calendar/day';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { type TaskIndex, taskIndex } from './task-index';

type Task = RecordOf<'task'>;
type Progress = RecordOf<'progress'>;

/** Whether a task is closed on a day; a closing day still to come does not count. */
export function isClosed(task: Task, today: Day): boolean {
  return task.closed !== '' && task.closed <= today;
}

const byDate = (a: Progress, b: Progress): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1;

const progressByTask = new WeakMap<readonly Progress[], Map<string, Progress[]>>();

/** The progress notes of a task up to and on a day, oldest first. */
export function progressOf(state: State, task: string, today?: Day): readonly Progress[] {
  const list = listOf(state, 'progress');
  let index = progressByTask.get(list);
  if (!index) {
    index = new Map();
    for (const note of list) {
      const notes = index.get(note.task);
      if (notes) notes.push(note);
      else index.set(note.task, [note]);
    }
    for (const notes of index.values()) notes.sort(byDate);
    progressByTask.set(list, index);
  }
  const notes = index.get(task) ?? [];
  return today === undefined ? notes : notes.filter(({ date }) => date <= today);
}

/** What was said of a task itself up to a day, 0 … 100; null where nobody has said anything. */
function reportedOn(state: State, task: Task, today: Day): number | null {
  const noted = progressOf(state, task.id, today).findLast(({ percent }) => percent !== null);
  return noted?.percent ?? (task.percent > 0 ? task.percent : null);
}

/**
 * Completion of a task on a day, 0 … 100: what the latest progress note up to that day says, else
 * what the task itself says, else what its parts come to. A closed task is complete.
 */
export function percentOn(state: State, task: Task, today: Day): number {
  if (isClosed(task, today)) return 100;
  return reportedOn(state, task, today) ?? rolledUpOn(state, task.id, today)?.percent ?? 0;
}

/** What the parts of a task come to. */
export interface RolledUp {
  /** 0 … 100. */
  readonly percent: number;
  /** Tasks right below it. */
  readonly parts: number;
}

interface Known {
  readonly notes: readonly Progress[];
  readonly today: Day;
  readonly byTask: Map<string, RolledUp>;
}

// Worked out as far as it was asked for, until a task, a note or the day changes.
const known = new WeakMap<TaskIndex, Known>();

/**
 * The progress of a task by its parts on a day (按下级任务汇总); undefined where it has none. It is
 * the plain mean of the tasks right below: a closed one counts 100, one with parts of its own what
 * those come to, any other what was last reported. Parts not yet issued are part of the whole and
 * count 0; deleted ones do not count. It is never stored.
 */
export function rolledUpOn(state: State, task: string, today: Day): RolledUp | undefined {
  const index = taskIndex(state);
  if (!index.byParent.has(task)) return undefined;
  const notes = listOf(state, 'progress');
  let here = known.get(index);
  if (!here || here.notes !== notes || here.today !== today) {
    here = { notes, today, byTask: new Map() };
    known.set(index, here);
  }
  const { byTask } = here;
  // The index knows no circles, so whatever waits for its parts is come back to.
  const waiting = [task];
  for (let at = waiting.at(-1); at !== undefined; at = waiting.at(-1)) {
    const parts = index.byParent.get(at) ?? [];
    const open = parts.filter(
      (part) => !isClosed(part, today) && index.byParent.has(part.id) && !byTask.has(part.id),
    );
    if (byTask.has(at) || open.length === 0) {
      waiting.pop();
      if (!byTask.has(at)) {
        const sum = parts.reduce((total, part) => {
          if (isClosed(part, today)) return total + 100;
          return total + (byTask.get(part.id)?.percent ?? reportedOn(state, part, today) ?? 0);
        }, 0);
        byTask.set(at, { percent: sum / parts.length, parts: parts.length });
      }
    } else waiting.push(...open.map(({ id }) => id));
  }
  return byTask.get(task);
}
