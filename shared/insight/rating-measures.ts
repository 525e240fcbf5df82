import type { Day } from '../calendar/day';
import type { Period } from '../calendar/period';
import { listOf, recordOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { sheetId } from '../model/rating';
import { withoutMark } from '../reading/number-mark';
import { percentOn } from './task-progress';

/** One measure (定措施) of a sheet and what became of it. */
export interface Measure {
  readonly text: string;
  /** The task made of it. */
  readonly task: RecordOf<'task'> | undefined;
  /** How far the task is, 0 … 100. */
  readonly percent: number;
}

/** Texts without number (`1.`, `（一）`) and full stop, as they read as titles of tasks. */
const titleOf = (line: string): string =>
  withoutMark(line)
    .replace(/[。.]+$/, '')
    .slice(0, 500);

/** The measures of a text, one a line or between semicolons, each once, as titles of tasks. */
export const measureTitles = (measures: string): string[] =>
  [...new Set(measures.split(/[\n；;]/).map(titleOf))].filter(Boolean);

/** The measures of a leader's sheet, one a line, each with the task that was made of it. */
export function measuresOf(
  state: State,
  about: { readonly person: string; readonly period: Period; readonly today: Day },
): Measure[] {
  const id = sheetId(about.person, about.period);
  const measures = recordOf(state, 'sheet', id)?.measures ?? '';
  const titles = measureTitles(measures);
  if (titles.length === 0) return [];
  const tasks = listOf(state, 'task').filter(({ origin }) => origin === id);
  return titles.map((text) => {
    // Tasks of older apps kept the full stop.
    const task = tasks.find(({ title }) => titleOf(title) === text);
    return { text, task, percent: task ? percentOn(state, task, about.today) : 0 };
  });
}
