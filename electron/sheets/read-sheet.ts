import { type Cell, mostColumns, mostRows } from '../../shared/sheet/book';
import { type CellSources, valueOfCell } from './cell-value';
import type { NumberMeaning } from './number-format';
import { hearXml, unescaped } from './xml';

/** What is needed of the workbook to read a sheet. */
export interface SheetSources extends CellSources {
  /** By the number of the cell's style. */
  readonly meanings: readonly NumberMeaning[];
}

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Most cells that merged areas are filled with. */
const mostFilled = 500_000;

/** Place of a cell such as `C5`, from 0; undefined for what is none. */
function placeOf(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

function areaOf(reference: string): Area | undefined {
  const [from, to] = reference.split(':').map(placeOf);
  if (!from || !to) return undefined;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Merged areas hold their text in the first cell; here every cell of them says it. */
function fillMerged(grid: Cell[][], areas: readonly Area[]): void {
  let room = mostFilled;
  for (const { top, left, bottom, right } of areas) {
    const value = grid[top]?.[left];
    if (value === undefined || value === null) continue;
    const lastRow = Math.min(bottom, grid.length - 1);
    const lastColumn = Math.min(right, mostColumns - 1);
    room -= Math.max(0, lastRow - top + 1) * Math.max(0, lastColumn - left + 1);
    if (room < 0) return;
    for (let row = top; row <= lastRow; row += 1) {
      const cells = grid[row];
      if (!cells) continue;
      while (cells.length <= lastColumn) cells.push(null);
      for (let column = left; column <= lastColumn; column += 1) cells[column] ??= value;
    }
  }
}

/**
 * Reads one sheet: its cells up to the last row that says something, whether there was more than is
 * read, and how many cells there were. Stops at `room` cells.
 */
export async function readSheet(
  pieces: AsyncIterable<string>,
  sources: SheetSources,
  room: number,
): Promise<{ grid: Cell[][]; isCut: boolean; cells: number }> {
  const grid: Cell[][] = [];
  const areas: Area[] = [];
  let [row, column, cells] = [-1, -1, 0];
  let isCut = false;
  let [type, text, style] = ['', '', 0];
  let [hasValue, hasFormula, isValue, isReading] = [false, false, false, false];
  const put = () => {
    const meaning = sources.meanings[style] ?? 'number';
    const inline = type === 's' ? text.trim() : unescaped(text);
    const value = valueOfCell({ type, text: inline, hasValue, hasFormula, meaning }, sources);
    if (value === null || value === '') return;
    if (row < 0 || row >= mostRows || column >= mostColumns || cells >= room) {
      isCut = true;
      return;
    }
    cells += 1;
    while (grid.length <= row) grid.push([]);
    const line = grid[row] ?? [];
    while (line.length < column) line.push(null);
    line[column] = value;
  };
  await hearXml(pieces, {
    open: (name, attributes) => {
      if (name === 'row') {
        const told = Number(attributes.r);
        row = Number.isInteger(told) && told > 0 ? told - 1 : row + 1;
        column = -1;
      } else if (name === 'c') {
        const place = placeOf(attributes.r ?? '');
        column = place?.column ?? column + 1;
        if (place) row = place.row;
        [type, text, style] = [attributes.t ?? '', '', Number(attributes.s ?? 0)];
        [hasValue, hasFormula] = [false, false];
      } else if (name === 'f') hasFormula = true;
      else if (name === 'rPh') isReading = true;
      else if (name === 'v' || (name === 't' && !isReading)) {
        isValue = true;
        hasValue = true;
      } else if (name === 'mergeCell') {
        const area = areaOf(attributes.ref ?? '');
        if (area) areas.push(area);
      }
    },
    close: (name) => {
      if (name === 'c') put();
      else if (name === 'rPh') isReading = false;
      else if (name === 'v' || name === 't') isValue = false;
    },
    text: (more) => {
      if (isValue) text += more;
    },
  });
  fillMerged(grid, areas);
  return { grid, isCut, cells };
}
