import * as z from 'zod';
import { isDay } from '../../../shared/calendar/day';
import type { Edit } from '../../../shared/changes/draft';
import { edit, listOf, recordOf } from '../../../shared/changes/records';
import type { State } from '../../../shared/changes/state';
import type { RecordOf } from '../../../shared/model/collections';
import { newId } from '../../state/workspace';
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
/** The same of all lines, in their order: looking up each for every letter takes as long again. */
const textsOfAll = new WeakMap<readonly TaskLine[], readonly string[]>();

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

function allTexts(lines: readonly TaskLine[], state: State): readonly string[] {
  let all = textsOfAll.get(lines);
  if (!all) {
    all = lines.map((line) => textOf(line, state));
    textsOfAll.set(lines, all);
  }
  return all;
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
  const [first = '', ...others] = words;
  const said = first === '' ? [] : allTexts(lines, state);
  return lines.filter((line, at) => {
    if (!(said[at] ?? '').includes(first)) return false;
    if (others.some((word) => !said[at]?.includes(word))) return false;
    const { task } = line;
    if (
      filter.state === 'unclear'
        ? line.missing.length === 0
        : filter.state && line.state !== filter.state
    )
      return false;
    if (filter.leader && task.leader !== filter.leader) return false;
    if (filter.department && task.department !== filter.department) return false;
    return !filter.due || task.due === filter.due;
  });
}

/** A filter kept under a name. */
export type SavedFilter = RecordOf<'taskFilter'>;

const parts = ['q', 'state', 'leader', 'department', 'due'] as const;

/** What a kept filter chooses by. */
export const valuesOf = (saved: SavedFilter): TaskFilterValues =>
  filterSchema.parse(Object.fromEntries(parts.map((part) => [part, saved[part]])));

/** The kept filters, by name. */
export const savedFilters = (state: State): readonly SavedFilter[] =>
  [...listOf(state, 'taskFilter')].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));

/** The kept one that chooses the same; undefined where there is none. */
export const savedAs = (state: State, filter: TaskFilterValues): SavedFilter | undefined =>
  savedFilters(state).find((saved) => parts.every((part) => saved[part] === filter[part]));

/** Keeps a filter under a name; one of that name is replaced. */
export function keepFilter(state: State, name: string, filter: TaskFilterValues): Edit {
  const id = savedFilters(state).find((saved) => saved.name === name)?.id ?? newId();
  const { due, ...texts } = filter;
  return edit('taskFilter', id, { name, ...texts, due: isDay(due) ? due : '' });
}

export const stateChoices = [...taskStates, 'unclear'] as const;
