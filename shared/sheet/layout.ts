import type { Field } from '../kinds/field';
import { plainText } from '../reading/plain-text';
import { type Cell, cellText, type Grid, isBlank } from './book';
import { headingKey, isIdHeading, meaningsOf } from './headings';

/** Rows at the top among which the heading is looked for. */
const headRows = 30;

/** What a column is read as: a field's key, the ids of records, or nothing. */
export type Meaning = string | null;

/** The column of ids among the meanings; no field has such a key. */
export const idMeaning = '#id';

/** Where the table is in a sheet. */
export interface Layout {
  /** Index of the row with the headings; -1 where there is none. */
  readonly head: number;
  readonly headings: readonly string[];
  /** By column. */
  readonly meanings: readonly Meaning[];
}

/** Why a row below the heading is no record. */
export type Skipped = 'blank' | 'total' | 'note' | 'heading';

const score = (row: readonly Cell[], meanings: ReadonlyMap<string, string>): number => {
  const found = new Set<string>();
  for (const cell of row) {
    const text = cellText(cell);
    const key = isIdHeading(text) ? idMeaning : meanings.get(headingKey(text));
    if (key !== undefined) found.add(key);
  }
  return found.size;
};

/** The first row that looks like headings where no heading is known: several different short texts. */
function firstHeadLike(grid: Grid): number {
  return grid.slice(0, headRows).findIndex((row) => {
    const texts = row.flatMap((cell) => (typeof cell === 'string' && cell.trim() ? [cell] : []));
    return new Set(texts).size >= 2 && texts.every((text) => text.length <= 30);
  });
}

/** The row with the headings: the one that names most fields, the lowest of them. */
function findHead(grid: Grid, meanings: ReadonlyMap<string, string>): number {
  let best = { row: -1, score: 0 };
  for (let row = 0; row < Math.min(headRows, grid.length); row += 1) {
    const found = score(grid[row] ?? [], meanings);
    // Of a heading in two rows the lower says what each column is; merged cells are in both.
    if (found > best.score || (found === best.score && found > 0 && row === best.row + 1)) {
      best = { row, score: found };
    }
  }
  return best.score > 0 ? best.row : firstHeadLike(grid);
}

/** Headings of a row; what is empty there is taken from the row above, as of a merged heading. */
function headingsAt(grid: Grid, head: number): string[] {
  const row = grid[head] ?? [];
  const above = grid[head - 1] ?? [];
  const isTwoRows = new Set(above.map((cell) => cellText(cell).trim()).filter(Boolean)).size > 1;
  const length = Math.max(row.length, isTwoRows ? above.length : 0);
  return Array.from({ length }, (_, column) => {
    const own = cellText(row[column]).trim();
    return own !== '' || !isTwoRows ? own : cellText(above[column]).trim();
  });
}

/** What each heading means for a list, no field twice. */
export function meaningsFor(headings: readonly string[], fields: readonly Field[]): Meaning[] {
  const meanings = meaningsOf(fields);
  const used = new Set<string>();
  return headings.map((heading) => {
    const key = isIdHeading(heading) ? idMeaning : meanings.get(headingKey(heading));
    if (key === undefined || used.has(key)) return null;
    used.add(key);
    return key;
  });
}

/** Finds the table in a sheet, or takes its heading from the row that the user says (-1: none). */
export function layoutOf(grid: Grid, fields: readonly Field[], head?: number): Layout {
  const row = head ?? findHead(grid, meaningsOf(fields));
  if (row < 0) {
    const length = Math.max(0, ...grid.slice(0, headRows).map((cells) => cells.length));
    const headings = Array.from({ length }, () => '');
    return { head: -1, headings, meanings: headings.map(() => null) };
  }
  const headings = headingsAt(grid, row);
  return { head: row, headings, meanings: meaningsFor(headings, fields) };
}

/** What tells one layout from another: its headings. */
export const layoutKey = (list: string, { headings }: Layout): string =>
  [list, ...headings.map(headingKey)].join('|');

const total = /^(合计|总计|小计|共计|累计|总数|合并|平均|total|subtotal)/i;
const note = /^(注|备注|说明|填表|制表|填报|审核|审批|单位负责人|联系人|note)[^\n]{0,4}[:：]/i;

/** Why a row below the heading is no record; undefined where it is one. */
export function skippedAs(row: readonly Cell[], layout: Layout): Skipped | undefined {
  const isIn = (_: Cell, column: number) => layout.meanings[column] !== idMeaning;
  const filled = row.filter((cell, column) => isIn(cell, column) && !isBlank(cell));
  const first = filled[0];
  if (first === undefined) return 'blank';
  const text = plainText(cellText(first)).replace(/\s+/g, '');
  if (total.test(text)) return 'total';
  if (new Set(filled.map(cellText)).size === 1 && note.test(text)) return 'note';
  if (layout.head >= 0 && filled.length > 1) {
    const isHeading = row.every(
      (cell, column) =>
        isBlank(cell) || headingKey(cellText(cell)) === headingKey(layout.headings[column] ?? ''),
    );
    if (isHeading) return 'heading';
  }
  return undefined;
}
