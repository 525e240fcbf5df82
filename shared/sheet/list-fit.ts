import { cellText, type Grid, type SheetForm } from './book';
import { idMeaning, layoutOf } from './layout';
import { type SheetList, sheetLists } from './list';

/** How well a sheet and a list go together. */
export interface ListFit {
  readonly list: SheetList;
  /** Columns that are fields of the list. */
  readonly columns: number;
  /** Whether every required field but one that may hold for all rows has a column. */
  readonly isWhole: boolean;
}

/** What may be said once for all rows, and needs no column. */
const saidOnce = new Set(['period', 'date', 'year']);

/** How well a sheet goes with a list. */
export function fitOf(grid: Grid, list: SheetList, form?: SheetForm): ListFit {
  const { meanings } = layoutOf(grid, list.fields, { form });
  const needed = list.fields.filter(({ key, required }) => required && !saidOnce.has(key));
  const columns = meanings.filter((meaning) => meaning !== null && meaning !== idMeaning).length;
  return { list, columns, isWhole: needed.every(({ key }) => meanings.includes(key)) };
}

/** The lists that a sheet goes with, the best first; at most `most`. */
export function listsFor(grid: Grid, form?: SheetForm, most = 3): readonly ListFit[] {
  const title = grid
    .slice(0, 3)
    .flatMap((row) => row.map(cellText))
    .join(' ');
  const named = ({ name }: SheetList) => (title.includes(name.zh) ? 1 : 0);
  return sheetLists
    .map((list) => fitOf(grid, list, form))
    .filter(({ columns }) => columns >= 2)
    .sort(
      (a, b) =>
        Number(b.isWhole) - Number(a.isWhole) ||
        b.columns + 2 * named(b.list) - a.columns - 2 * named(a.list),
    )
    .slice(0, most);
}

/** A sheet of a file, as far as it is needed to choose one. */
export interface SheetTop {
  readonly grid: Grid;
  readonly isHidden: boolean;
  readonly form?: SheetForm | undefined;
}

/** Index of the sheet that goes best with a list: a cover or a page of notes comes first in many files. */
export function bestSheet(sheets: readonly SheetTop[], list: SheetList): number {
  let best = { at: -1, score: -1 };
  for (const [at, { grid, isHidden, form }] of sheets.entries()) {
    if (isHidden || grid.length === 0) continue;
    const { columns, isWhole } = fitOf(grid, list, form);
    const score = columns + (isWhole ? 100 : 0);
    if (score > best.score) best = { at, score };
  }
  return Math.max(0, best.at);
}
