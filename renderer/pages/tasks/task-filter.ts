import * as z from 'zod';
import { recordOf } from '../../../shared/changes/records';
import type { State } from '../../../shared/changes/state';
import { type TaskLine, taskStates } from './task-line';

/** Which tasks are shown; empty parts do not choose. */
export interface TaskFilterValues {
  readonly q: string;
  readonly state: string;
  readonly leader: string;
  readonly department: string;
  /** Due on that day, come from the calendar. */
  readonly due: string;
}

const text = z.string().max(200).default('');
const filterSchema = z.object({ q: text, state: text, leader: text, department: text, due: text });

/** The filter that the place of the window states. */
export const filterOf = (params: Readonly<Record<string, string>>): TaskFilterValues =>
  filterSchema.catch({ q: '', state: '', leader: '', department: '', due: '' }).parse(params);

/** What a line says, to be looked through; a line that says something else is another line. */
const texts = new WeakMap<TaskLine, string>();

function textOf(line: TaskLine, state: State): string {
  let text = texts.get(line);
  if (text === undefined) {
    const { task } = line;
    const names = [task.leader, task.owner].map((id) => recordOf(state, 'person', id)?.name ?? '');
    text = [task.title, task.goal, task.post, ...names].join(' ').toLowerCase();
    texts.set(line, text);
  }
  return text;
}

/** The tasks that match; words are looked for in task, goal, people and section. */
export function filterLines(
  lines: readonly TaskLine[],
  filter: TaskFilterValues,
  state: State,
): readonly TaskLine[] {
  const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !filter.state && !filter.leader && !filter.department && !filter.due) {
    return lines;
  }
  return lines.filter((line) => {
    const { task } = line;
    if (
      filter.state === 'unclear'
        ? line.missing.length === 0
        : filter.state && line.state !== filter.state
    )
      return false;
    if (filter.leader && task.leader !== filter.leader) return false;
    if (filter.department && task.department !== filter.department) return false;
    if (filter.due && task.due !== filter.due) return false;
    if (words.length === 0) return true;
    const said = textOf(line, state);
    return words.every((word) => said.includes(word));
  });
}

/** A filter kept under a name. */
const savedSchema = z.array(z.object({ name: z.string().min(1).max(60), filter: filterSchema }));
export type SavedFilter = z.infer<typeof savedSchema>[number];

const place = 'tasks.filters';

/** The filters kept on this PC; they are the user's own and not part of the unit's records. */
export function savedFilters(): readonly SavedFilter[] {
  try {
    const read = savedSchema.safeParse(JSON.parse(window.localStorage.getItem(place) ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** Keeps the filters; a full store costs no more than the choice. */
export function keepFilters(filters: readonly SavedFilter[]): void {
  try {
    window.localStorage.setItem(place, JSON.stringify(filters));
  } catch {
    // Nothing but convenience is lost.
  }
}

export const stateChoices = [...taskStates, 'unclear'] as const;
