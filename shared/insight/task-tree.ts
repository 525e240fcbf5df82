import type { RecordOf } from '../model/collections';

type Task = RecordOf<'task'>;

/** A task in the tree: how deep it stands, and how many tasks stand below it. */
export interface TreeLine {
  readonly task: Task;
  readonly depth: number;
  readonly below: number;
}

const byPlace = (a: Task, b: Task): number =>
  (a.period < b.period ? -1 : a.period > b.period ? 1 : a.order - b.order) ||
  (a.id < b.id ? -1 : 1);

/**
 * Tasks as a tree, from the top down: a task stands below its parent, and at the top where that is
 * not among them. Tasks that are each other's parents are left out of no list: they stand at the end.
 */
export function taskTree(tasks: readonly Task[]): TreeLine[] {
  const known = new Set(tasks.map(({ id }) => id));
  const below = new Map<string, Task[]>();
  const sorted = [...tasks].sort(byPlace);
  for (const task of sorted) {
    const parent = known.has(task.parent) && task.parent !== task.id ? task.parent : '';
    const siblings = below.get(parent);
    if (siblings) siblings.push(task);
    else below.set(parent, [task]);
  }
  const lines: TreeLine[] = [];
  const seen = new Set<string>();
  const walk = (task: Task, depth: number): void => {
    if (seen.has(task.id)) return;
    seen.add(task.id);
    const children = below.get(task.id) ?? [];
    lines.push({ task, depth, below: children.length });
    for (const child of children) walk(child, depth + 1);
  };
  for (const task of below.get('') ?? []) walk(task, 0);
  for (const task of sorted) walk(task, 0);
  return lines;
}

/** The lines that show when some are folded: what stands below a folded one does not. */
export function unfolded(
  lines: readonly TreeLine[],
  isFolded: (line: TreeLine) => boolean,
): TreeLine[] {
  const shown: TreeLine[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.depth > hiddenBelow) continue;
    hiddenBelow = isFolded(line) ? line.depth : Number.POSITIVE_INFINITY;
    shown.push(line);
  }
  return shown;
}
