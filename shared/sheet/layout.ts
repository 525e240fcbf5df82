import type { Field } from '../kinds/field';
import { plainText } from '../reading/plain-text';
import { type Cell, cellText, type Grid, isBlank, type SheetForm } from './book';
import { type HeadingSenses, headingKey, isIdHeading, sensesOf } from './headings';

/** Rows at the top among which the heading is looked for. */
const headRows = 30;

/** Rows below a heading that are looked at to tell it from a row of data. */
const rowsBelow = 60;

/** Rows that a heading may stand in. */
const mostHeadRows = 3;

/** What a column is read as: a field's key, the ids of records, or nothing. */
export type Meaning = string | null;

/** The column of ids among the meanings; no field has such a key. */
export const idMeaning = '#id';

/** Where the table is in a sheet. */
export interface Layout {
  /** Index of the row with the headings, the last where there are several; -1 where there is none. */
  readonly head: number;
  /** Rows that the headings stand in; 0 where there is none. */
  readonly headRows: number;
  /** Of one table; where several stand side by side they have the same. */
  readonly headings: readonly string[];
  /** By column of the table. */
  readonly meanings: readonly Meaning[];
  /** The column in which each of the tables side by side begins; mostly `[0]`. */
  readonly blocks: readonly number[];
}

const texts = new WeakMap<Grid, readonly (readonly string[])[]>();

/** The upper rows of a sheet as texts; many lists are tried on one sheet. */
function textsOf(grid: Grid): readonly (readonly string[])[] {
  let known = texts.get(grid);
  if (!known) {
    known = grid
      .slice(0, headRows + rowsBelow)
      .map((row) => row.map((cell) => cellText(cell).slice(0, 200).trim()));
    texts.set(grid, known);
  }
  return known;
}

const textAt = (grid: Grid, row: number, column: number): string =>
  row < headRows + rowsBelow
    ? (textsOf(grid)[row]?.[column] ?? '')
    : cellText(grid[row]?.[column]).trim();

const widthOf = (grid: Grid): number =>
  grid.slice(0, headRows).reduce((width, { length }) => Math.max(width, length), 0);

/** Different texts of a row. */
const distinct = (row: readonly Cell[] | undefined): Set<string> =>
  new Set((row ?? []).map((cell) => cellText(cell).trim()).filter((text) => text !== ''));

const isFigure = (cell: Cell | undefined): boolean =>
  typeof cell === 'number' ||
  (typeof cell === 'object' && cell !== null) ||
  (typeof cell === 'string' && /^[\d.,%/-]+$/.test(cell.trim()));

/** Whether a row can be the upper part of a heading: several short texts, no figures, no `单位：`. */
function isHeadLike(grid: Grid, row: number): boolean {
  const cells = (grid[row] ?? []).filter((cell) => !isBlank(cell));
  const texts = distinct(cells);
  return (
    texts.size >= 2 &&
    !cells.some(isFigure) &&
    [...texts].every((text) => text.length <= 20 && !/[:：].|20\d\d年/.test(text))
  );
}

/** The rows of a heading whose last row is `head`, from above. */
function rowsOfHead(grid: Grid, head: number): number[] {
  const rows = [head];
  while (rows.length < mostHeadRows && isHeadLike(grid, head - rows.length)) {
    rows.unshift(head - rows.length);
  }
  return rows;
}

/** Whether the text stands over several columns, as that of a group of columns does. */
function spans(grid: Grid, row: number, below: number, column: number): boolean {
  const text = textAt(grid, row, column);
  const beside = [column - 1, column + 1].some((other) => textAt(grid, row, other) === text);
  // A block from the clipboard leaves the merged cells empty.
  const isOpen =
    textAt(grid, row, column + 1) === '' &&
    textAt(grid, below, column + 1) !== '' &&
    textAt(grid, below, column) !== '' &&
    textAt(grid, below, column) !== text;
  return beside || isOpen;
}

/** A heading of a column, and the texts by which it may be known, the likeliest first. */
interface ColumnHead {
  readonly text: string;
  readonly tries: readonly string[];
}

function headOf(grid: Grid, rows: readonly number[], column: number): ColumnHead {
  const stack = rows
    .map((row) => ({ row, text: textAt(grid, row, column) }))
    .filter(({ text }, at, all) => text !== '' && text !== all[at + 1]?.text);
  const last = stack.at(-1);
  if (!last) return { text: '', tries: [] };
  const lowest = rows.at(-1) ?? 0;
  const above = stack
    .slice(0, -1)
    .reverse()
    .map(({ row, text }) => ({ text, isGroup: spans(grid, row, lowest, column) }));
  return {
    text: last.text,
    tries: [
      last.text,
      ...above.map(({ text }) => `${text}${last.text}`),
      ...above.flatMap(({ text, isGroup }) => (isGroup ? [] : [text])),
    ],
  };
}

const headsAt = (grid: Grid, row: number, width: number): ColumnHead[] => {
  const rows = rowsOfHead(grid, row);
  return Array.from({ length: width }, (_, column) => headOf(grid, rows, column));
};

interface Sense {
  readonly column: number;
  readonly key: string;
  readonly rank: number;
}

/** What each heading means, no field twice: the surest first, an exact label before all else. */
function assign(heads: readonly ColumnHead[], senses: HeadingSenses): Meaning[] {
  const stopgaps: Sense[] = [];
  const wishes: Sense[] = heads.flatMap(({ tries }, column) => {
    if (tries.some(isIdHeading)) return [{ column, key: idMeaning, rank: -1 }];
    const at = tries.findIndex((text) => senses.of(text).length > 0);
    return senses.of(tries[at] ?? '').flatMap(({ key, rank, isStopgap }) => {
      const sense = { column, key, rank: rank + (at > 0 && rank > 0 ? 500 : 0) };
      if (!isStopgap) return [sense];
      stopgaps.push(sense);
      return [];
    });
  });
  wishes.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const meanings: Meaning[] = heads.map(() => null);
  const used = new Set<string>();
  for (const { column, key } of wishes) {
    if (used.has(key) || meanings[column] !== null) continue;
    used.add(key);
    meanings[column] = key;
  }
  // A field that has to be there takes, of the columns that may stand for it, the likeliest.
  stopgaps.sort((a, b) => a.rank - b.rank || a.column - b.column);
  for (const { column, key } of stopgaps) {
    const own = meanings[column];
    if (used.has(key) || (own && (own === idMeaning || senses.isRequired(own)))) continue;
    used.add(key);
    meanings[column] = key;
  }
  return meanings;
}

/**
 * How much a row is like the headings: by the fields that it names, less what rows below it say in
 * the same column (a word that comes again is a value), figures and long texts.
 */
function scoreOf(
  grid: Grid,
  row: number,
  width: number,
  senses: HeadingSenses,
  form: SheetForm | undefined,
): number {
  const cells = grid[row] ?? [];
  const texts = distinct(cells);
  if (texts.size === 0) return 0;
  const heads = headsAt(grid, row, width);
  const meanings = assign(heads, senses);
  const own = textsOf(grid)[row] ?? [];
  const below = textsOf(grid).slice(row + 1, row + 1 + rowsBelow);
  let score = 0;
  for (const [column, meaning] of meanings.entries()) {
    if (meaning === null) continue;
    const text = textAt(grid, row, column);
    const isOwn = heads[column]?.text === text;
    // A heading that comes again comes with its whole row.
    const again =
      text !== '' &&
      below.some(
        (other) => other[column] === text && own.some((one, at) => one !== (other[at] ?? '')),
      );
    if (again) score -= 1;
    else if (meaning === idMeaning) score += 3;
    else score += senses.knows(heads[column]?.tries[0] ?? '') ? (isOwn ? 1 : 0.7) : 0.4;
  }
  const filled = cells.filter((cell) => !isBlank(cell));
  const figures = filled.filter(isFigure).length;
  const long = [...texts].filter((text) => text.length > 24).length;
  score -= figures + long / 2;
  if (score > 0) {
    if (form?.boldRows.includes(row)) score += 0.5;
    if ([...texts].some((text) => /^(序号|编号|No\.?)$/i.test(text.replace(/\s/g, '')))) score += 1;
    if (texts.size === 1 && width > 1) score -= 0.8;
  }
  return score;
}

/** The first row that looks like headings where no heading is known: several different short texts. */
function firstHeadLike(grid: Grid): number {
  return grid.slice(0, headRows).findIndex((row) => {
    const texts = row.flatMap((cell) => (typeof cell === 'string' && cell.trim() ? [cell] : []));
    return new Set(texts).size >= 2 && texts.every((text) => text.length <= 30);
  });
}

function findHead(grid: Grid, senses: HeadingSenses, form: SheetForm | undefined): number {
  const width = widthOf(grid);
  let best = { row: -1, score: 0 };
  for (let row = 0; row < Math.min(headRows, grid.length); row += 1) {
    const score = scoreOf(grid, row, width, senses, form);
    // Of a heading in two rows the lower says what each column is; merged cells are in both.
    const isLower = score > 0 && score === best.score && row === best.row + 1;
    if (score > best.score || (isLower && isHeadLike(grid, row))) best = { row, score };
  }
  return best.row >= 0 ? best.row : firstHeadLike(grid);
}

/** Where tables with the same headings begin that stand side by side; `[0]` for a single table. */
function blocksOf(heads: readonly ColumnHead[], senses: HeadingSenses): number[] {
  const keys = heads.map(({ text }) => headingKey(text));
  const first = keys.findIndex((key) => key !== '');
  for (let step = 2; first >= 0 && first + step < keys.length; step += 1) {
    if (keys[first + step] !== keys[first]) continue;
    const one = keys.slice(first, first + step);
    const isKnown = one.some((_, at) => senses.knows(heads[first + at]?.text ?? ''));
    const isRepeated = keys
      .slice(first + step)
      .every((key, at) => key === one[at % step] || key === '');
    if (!isKnown || !isRepeated || new Set(one.filter(Boolean)).size < 2) continue;
    const blocks: number[] = [];
    for (let from = first; from < keys.length; from += step) {
      if (keys.slice(from, from + step).some((key) => key !== '')) blocks.push(from);
    }
    return blocks.map((from) => from);
  }
  return [0];
}

/** What each heading means for a list, no field twice. */
export const meaningsFor = (headings: readonly string[], fields: readonly Field[]): Meaning[] =>
  assign(
    headings.map((text) => ({ text, tries: text === '' ? [] : [text] })),
    sensesOf(fields),
  );

/** What is known of a sheet besides its cells. */
export interface LayoutHints {
  /** The row that the user says has the headings; -1 where there is none. */
  readonly head?: number | undefined;
  readonly form?: SheetForm | undefined;
}

/** Finds the table in a sheet, or takes its heading from the row that the user says. */
export function layoutOf(
  grid: Grid,
  fields: readonly Field[],
  { head, form }: LayoutHints = {},
): Layout {
  const senses = sensesOf(fields);
  const row = head ?? findHead(grid, senses, form);
  const width = widthOf(grid);
  if (row < 0) {
    const headings = Array.from({ length: width }, () => '');
    return { head: -1, headRows: 0, headings, meanings: headings.map(() => null), blocks: [0] };
  }
  const heads = headsAt(grid, row, width);
  const blocks = blocksOf(heads, senses);
  const [first = 0, second = width] = blocks;
  const own = blocks.length > 1 ? heads.slice(first, second) : heads;
  return {
    head: row,
    headRows: rowsOfHead(grid, row).length,
    headings: own.map(({ text }) => text),
    meanings: assign(own, senses),
    blocks,
  };
}

/** What tells one layout from another: its headings. */
export const layoutKey = (list: string, { headings }: Layout): string =>
  [list, ...headings.map(headingKey)].join('|');

/** A text without its blanks, as marks of totals and notes are compared. */
export const bareText = (cell: Cell | undefined): string =>
  plainText(cellText(cell)).replace(/\s+/g, '');
