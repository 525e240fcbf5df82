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
 * Ids of the tasks whose parents lead back to themselves, as can be when two PCs each put one task
 * below the other: they stand below none until one of them is given another parent.
 */
export function tasksInCircles(tasks: readonly Task[]): ReadonlySet<string> {
  const parents = new Map<string, string>();
  // Most tasks of most units stand below none; those alone can be in no circle.
  for (const { id, parent } of tasks) if (parent !== '') parents.set(id, parent);
  const passed = new Map<string, number>();
  const found = new Set<string>();
  let walk = 0;
  for (const id of parents.keys()) {
    walk += 1;
    let at: string | undefined = id;
    while (at !== undefined && !passed.has(at)) {
      passed.set(at, walk);
      at = parents.get(at);
    }
    if (at === undefined || passed.get(at) !== walk) continue;
    for (let one: string | undefined = at; one && !found.has(one); one = parents.get(one)) {
      found.add(one);
    }
  }
  return found;
}

/**
 * Tasks as a tree, from the top down, each once: a task stands below its parent, and at the top
 * where that is not among them or is below the task itself. `circles` as `tasksInCircles` tells.
 */
export function taskTree(
  tasks: readonly Task[],
  circles: ReadonlySet<string> = tasksInCircles(tasks),
): TreeLine[] {
  const ids = new Set(tasks.map(({ id }) => id));
  const below = new Map<string, Task[]>();
  for (const task of tasks) {
    const parent = ids.has(task.parent) && !circles.has(task.id) ? task.parent : '';
    const siblings = below.get(parent);
    if (siblings) siblings.push(task);
    else below.set(parent, [task]);
  }
  // Siblings alone are compared: sorting all tasks of a large unit would take as long as the rest.
  for (const siblings of below.values()) siblings.sort(byPlace);
  const lines: TreeLine[] = [];
  const waiting = (below.get('') ?? []).map((task) => ({ task, depth: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { task, depth } = next;
    const children = below.get(task.id) ?? [];
    lines.push({ task, depth, below: children.length });
    for (const child of children.toReversed()) waiting.push({ task: child, depth: depth + 1 });
  }
  return lines;
}

/** The lines that show when some are folded: what stands below a folded one does not. */
export function unfolded<L extends { readonly depth: number }>(
  lines: readonly L[],
  isFolded: (line: L) => boolean,
): L[] {
  const shown: L[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.depth > hiddenBelow) continue;
    hiddenBelow = isFolded(line) ? line.depth : Number.POSITIVE_INFINITY;
    shown.push(line);
  }
  return shown;
}
