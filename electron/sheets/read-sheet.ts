import {
  type Cell,
  longestCell,
  mostColumns,
  mostMerged,
  mostRows,
  type SheetForm,
} from '../../shared/sheet/book';
import { type CellSources, valueOfCell } from './cell-value';
import type { NumberMeaning } from './number-format';
import type { Room } from './room';
import { hearXml, unescaped } from './xml';

/** What is needed of the workbook to read a sheet. */
export interface SheetSources extends CellSources {
  /** By the number of the cell's style. */
  readonly meanings: readonly NumberMeaning[];
  /** Whether the letters are bold, by the number of the cell's style. */
  readonly isBold: readonly boolean[];
}

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rows at the top of which it is told whether their letters are bold. */
const mostBoldRows = 40;

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

/** Characters that a cell hands over. */
const lettersIn = (cell: Cell): number => (typeof cell === 'string' ? cell.length : 0);

/**
 * Merged areas hold their text in the first cell; here every cell of them says it. Throws StorageError
 * `sheet-large` where that comes to more than there is room for.
 */
function fillMerged(grid: Cell[][], areas: readonly Area[], room: Room): void {
  for (const { top, left, bottom, right } of areas) {
    const value = grid[top]?.[left];
    if (value === undefined || value === null) continue;
    const lastRow = Math.min(bottom, grid.length - 1);
    const lastColumn = Math.min(right, mostColumns - 1);
    const filled = Math.max(0, lastRow - top + 1) * Math.max(0, lastColumn - left + 1);
    room.takeCells(filled);
    room.takeLetters(filled * lettersIn(value));
    for (let row = top; row <= lastRow; row += 1) {
      const cells = grid[row];
      if (!cells) continue;
      while (cells.length <= lastColumn) cells.push(null);
      for (let column = left; column <= lastColumn; column += 1) cells[column] ??= value;
    }
  }
}

/** What the user sees of a sheet besides its cells. */
class FormHearing {
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  readonly #bold = new Map<number, { bold: number; all: number }>();

  constructor(private readonly room: Room) {}

  /** Answers whether there was room to keep it. */
  hideRow(row: number): boolean {
    if (row < 0 || row >= mostRows || this.#hiddenRows.has(row)) return true;
    if (!this.room.takeMark()) return false;
    this.#hiddenRows.add(row);
    return true;
  }

  /** Answers whether there was room to keep them. */
  hideColumns(from: number, to: number): boolean {
    for (let column = Math.max(0, from); column <= Math.min(to, mostColumns - 1); column += 1) {
      if (this.#hiddenColumns.has(column)) continue;
      if (!this.room.takeMark()) return false;
      this.#hiddenColumns.add(column);
    }
    return true;
  }

  hearCell(row: number, isBold: boolean): void {
    if (row >= mostBoldRows) return;
    const { bold, all } = this.#bold.get(row) ?? { bold: 0, all: 0 };
    this.#bold.set(row, { bold: bold + (isBold ? 1 : 0), all: all + 1 });
  }

  form(rows: number, areas: readonly Area[]): SheetForm {
    return {
      hiddenRows: [...this.#hiddenRows].filter((row) => row < rows),
      hiddenColumns: [...this.#hiddenColumns],
      boldRows: [...this.#bold].flatMap(([row, { bold, all }]) => (bold * 2 > all ? [row] : [])),
      merged: areas
        .filter(({ top, left, bottom, right }) => top < rows && bottom >= top && right >= left)
        .slice(0, mostMerged)
        .map(({ top, left, bottom, right }) => [
          top,
          left,
          Math.min(bottom, mostRows - 1),
          Math.min(right, mostColumns - 1),
        ]),
    };
  }
}

/**
 * Reads one sheet: its cells up to the last row that says something, what is merged, hidden and bold
 * in it, and whether there was more than is read. Throws StorageError `sheet-large` as soon as it comes
 * to more than there is room for.
 */
export async function readSheet(
  pieces: AsyncIterable<string>,
  sources: SheetSources,
  room: Room,
): Promise<{ grid: Cell[][]; form: SheetForm; isCut: boolean }> {
  const grid: Cell[][] = [];
  const areas: Area[] = [];
  let [row, column] = [-1, -1];
  let isCut = false;
  const form = new FormHearing(room);
  let [type, value, inline, style] = ['', '', '', 0];
  let [hasValue, hasInline, hasFormula, isReading] = [false, false, false, false];
  let reading: 'value' | 'inline' | undefined;
  const put = () => {
    const meaning = sources.meanings[style] ?? 'number';
    // Where there are both, the inline text is the cell's and `v` a copy of it.
    const isInline = hasInline && (type === 'inlineStr' || !hasValue);
    const cell = valueOfCell(
      {
        type: isInline ? 'inlineStr' : type,
        text: type === 's' && !isInline ? value.trim() : unescaped(isInline ? inline : value),
        hasValue: hasValue || hasInline,
        hasFormula,
        meaning,
      },
      sources,
    );
    if (cell === null || cell === '') return;
    if (row < 0 || row >= mostRows || column >= mostColumns) {
      isCut = true;
      return;
    }
    while (grid.length <= row) grid.push([]);
    const line = grid[row] ?? [];
    room.takeCells(Math.max(1, column + 1 - line.length));
    room.takeLetters(lettersIn(cell));
    while (line.length < column) line.push(null);
    line[column] = cell;
    form.hearCell(row, sources.isBold[style] ?? false);
  };
  await hearXml(pieces, {
    open: (name, attributes) => {
      if (name === 'row') {
        const told = Number(attributes.r);
        row = Number.isInteger(told) && told > 0 ? told - 1 : row + 1;
        column = -1;
        if (/^(1|true)$/.test(attributes.hidden ?? '') && !form.hideRow(row)) isCut = true;
      } else if (name === 'col') {
        const isHidden = /^(1|true)$/.test(attributes.hidden ?? '');
        const [first, last] = [Number(attributes.min) - 1, Number(attributes.max) - 1];
        if (isHidden && !form.hideColumns(first, last)) isCut = true;
      } else if (name === 'c') {
        const place = placeOf(attributes.r ?? '');
        column = place?.column ?? column + 1;
        if (place) row = place.row;
        [type, value, inline, style] = [attributes.t ?? '', '', '', Number(attributes.s ?? 0)];
        [hasValue, hasInline, hasFormula] = [false, false, false];
      } else if (name === 'f') hasFormula = true;
      else if (name === 'rPh') isReading = true;
      else if (name === 'v') {
        reading = 'value';
        hasValue = true;
      } else if (name === 't' && !isReading) {
        reading = 'inline';
        hasInline = true;
      } else if (name === 'mergeCell') {
        const area = areaOf(attributes.ref ?? '');
        if (area && room.takeArea()) areas.push(area);
        else if (area) isCut = true;
      }
    },
    close: (name) => {
      if (name === 'c') put();
      else if (name === 'rPh') isReading = false;
      else if (name === 'v' || name === 't') reading = undefined;
    },
    text: (more) => {
      if (reading === undefined) return;
      const had = reading === 'value' ? value : inline;
      // Escapes take seven characters for one.
      const kept = more.slice(0, 7 * longestCell - had.length);
      if (kept.length < more.length) isCut = true;
      if (reading === 'value') value += kept;
      else inline += kept;
    },
  });
  fillMerged(grid, areas, room);
  return { grid, form: form.form(grid.length, areas), isCut };
}
