import type { Day } from '../../../shared/calendar/day';
import type { Period } from '../../../shared/calendar/period';
import { listOf, recordOf } from '../../../shared/changes/records';
import type { State } from '../../../shared/changes/state';
import { taskIndex } from '../../../shared/insight/task-index';
import { tasksOfMonth } from '../../../shared/insight/task-status';
import { type TreeLine, taskTree } from '../../../shared/insight/task-tree';
import type { RecordOf } from '../../../shared/model/collections';
import { type TaskLine, type TaskState, taskLine } from './task-line';

type Task = RecordOf<'task'>;

/** Which tasks: those a month deals with, or the tree of its year. */
export interface TaskScope {
  readonly scope: 'month' | 'year';
  readonly month: Period;
  readonly today: Day;
  /** Whether `today` is the last day of a month or year that is over; see insight/moment.ts. */
  readonly isOver?: boolean;
}

/** Records that say something of one task each. */
interface OfTask {
  readonly task: string;
}

/** What is known of one unit, kept from one look at its tasks to the next. */
interface Known {
  /** Day and revisions of all that may count for every task. */
  readonly rest: string;
  tasks: readonly Task[];
  notes: readonly OfTask[];
  followUps: readonly OfTask[];
  readonly lines: WeakMap<Task, TaskLine>;
  readonly trees: Map<string, readonly TreeLine[]>;
  readonly views: Map<string, readonly TaskLine[]>;
}

const knownOf = new WeakMap<State, Known>();

/** Collections whose records each speak of one task: a change concerns it and those above it. */
const byTask = new Set(['task', 'progress', 'followUp']);

function restOf(state: State, today: Day): string {
  let revisions = 0;
  for (const [name, { revision }] of state.collections)
    if (!byTask.has(name)) revisions += revision;
  return `${today} ${revisions}`;
}

/** More differences than a person makes at once: lists whose records have moved against each other. */
const many = 200;

/** Records that stand in only one of two lists of a collection, as it was and as it is. */
function differing<R>(before: readonly R[], after: readonly R[]): { gone: R[]; come: R[] } {
  const found: { gone: R[]; come: R[] } = { gone: [], come: [] };
  if (before === after) return found;
  // A record that changes keeps its place and a new one comes last, so mostly places can be compared.
  const common = Math.min(before.length, after.length);
  for (let at = 0; at < common && found.gone.length < many; at += 1) {
    const [old, now] = [before[at], after[at]];
    if (old === now || old === undefined || now === undefined) continue;
    found.gone.push(old);
    found.come.push(now);
  }
  if (found.gone.length < many) {
    found.gone.push(...before.slice(common));
    found.come.push(...after.slice(common));
    return found;
  }
  const gone = new Set(before);
  const come = after.filter((record) => !gone.delete(record));
  return { gone: [...gone], come };
}

/** Puts tasks that changed into the tree of a year in the place of what they were; else undefined. */
function replaced(
  tree: readonly TreeLine[],
  { gone, come }: { readonly gone: readonly Task[]; readonly come: readonly Task[] },
): readonly TreeLine[] | undefined {
  const next = new Map<Task, Task>();
  for (const [at, old] of gone.entries()) {
    const now = come[at];
    const keepsPlace =
      now?.id === old.id &&
      now.period === old.period &&
      now.parent === old.parent &&
      now.order === old.order;
    if (!keepsPlace) return undefined;
    next.set(old, now);
  }
  if (come.length !== gone.length) return undefined;
  return tree.map((line) => {
    const task = next.get(line.task);
    return task ? { ...line, task } : line;
  });
}

const isYear = (key: string): boolean => key.length === 4;

/** Drops what is known of a task and of all above it, whose progress is that of their parts. */
function drop(state: State, { lines }: Known, from: string): void {
  const seen = new Set<string>();
  for (let id = from; id !== '' && !seen.has(id); ) {
    seen.add(id);
    const task = recordOf(state, 'task', id);
    if (task) lines.delete(task);
    id = task?.parent ?? '';
  }
}

function knownIn(state: State, today: Day): Known {
  const rest = restOf(state, today);
  const tasks = listOf(state, 'task');
  const notes = listOf(state, 'progress');
  const followUps = listOf(state, 'followUp');
  let known = knownOf.get(state);
  if (known?.rest !== rest) {
    known = {
      rest,
      tasks,
      notes,
      followUps,
      lines: new WeakMap(),
      trees: new Map(),
      views: new Map(),
    };
    knownOf.set(state, known);
    return known;
  }
  const changed = differing(known.tasks, tasks);
  const notesOf = [differing(known.notes, notes), differing(known.followUps, followUps)];
  for (const { task } of notesOf.flatMap(({ gone, come }) => [...gone, ...come])) {
    drop(state, known, task);
  }
  for (const { id, parent } of [...changed.gone, ...changed.come]) {
    drop(state, known, id);
    drop(state, known, parent);
  }
  if (known.tasks !== tasks) {
    for (const [key, tree] of known.trees) {
      // Which tasks a month has depends on more than their place.
      const next = isYear(key) ? replaced(tree, changed) : undefined;
      if (next) known.trees.set(key, next);
      else known.trees.delete(key);
    }
  }
  if (known.tasks !== tasks || known.notes !== notes || known.followUps !== followUps) {
    known.views.clear();
  }
  Object.assign(known, { tasks, notes, followUps });
  return known;
}

/** The task as a line; worked out where it is not known, or where its place changed. */
function lineIn(
  state: State,
  { lines }: Known,
  { task, depth, below }: TreeLine,
  { today, isOver = false }: Pick<TaskScope, 'today' | 'isOver'>,
) {
  let line = lines.get(task);
  if (line?.depth === depth && line.below === below) return line;
  line = line ? { ...line, depth, below } : taskLine(state, task, { today, isOver, depth, below });
  lines.set(task, line);
  return line;
}

const inMonth = ({ task }: { readonly task: Task }): TreeLine => ({ task, depth: 0, below: 0 });

function treeIn(state: State, known: Known, { scope, month }: TaskScope): readonly TreeLine[] {
  const key = scope === 'month' ? month : month.slice(0, 4);
  let tree = known.trees.get(key);
  if (!tree) {
    tree =
      scope === 'month'
        ? tasksOfMonth(state, month).map(inMonth)
        : taskTree(
            known.tasks.filter(({ period }) => period.startsWith(key)),
            taskIndex(state).circles,
          );
    known.trees.set(key, tree);
  }
  return tree;
}

/**
 * The tasks of a month or the tree of a year with what the rules say of each. What was worked out is
 * kept: the same array until something changes, and after a change all lines but those it concerns.
 */
export function taskLines(state: State, wanted: TaskScope): readonly TaskLine[] {
  const known = knownIn(state, wanted.today);
  const key = `${wanted.scope} ${wanted.month}`;
  let lines = known.views.get(key);
  if (!lines) {
    lines = treeIn(state, known, wanted).map((line) => lineIn(state, known, line, wanted));
    known.views.set(key, lines);
  }
  return lines;
}

const counted = new WeakMap<readonly TaskLine[], Readonly<Record<TaskState, number>>>();

/** How many of the tasks are in each state; counted once for a list. */
export function countsOf(lines: readonly TaskLine[]): Readonly<Record<TaskState, number>> {
  let counts = counted.get(lines);
  if (!counts) {
    const found = { draft: 0, going: 0, slow: 0, overdue: 0, closed: 0 };
    for (const { state } of lines) found[state] += 1;
    counts = found;
    counted.set(lines, counts);
  }
  return counts;
}

/** Works the lines of the running year out ahead, some of them a step. */
export function* linesAhead(state: State, today: Day): Generator<void, void> {
  const year = today.slice(0, 4);
  // Looked up anew after every step: tasks may have changed meanwhile.
  for (let at = 0; at < listOf(state, 'task').length; at += 200) {
    const known = knownIn(state, today);
    for (const task of known.tasks.slice(at, at + 200)) {
      if (task.period.startsWith(year)) lineIn(state, known, inMonth({ task }), { today });
    }
    yield;
  }
  countsOf(taskLines(state, { scope: 'year', month: today.slice(0, 7), today }));
}
