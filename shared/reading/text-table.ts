import { type Grid, longestCell } from './cell';

/** Most rows and columns that are read of a table; every office program takes more. */
export const mostRows = 100_000;
export const mostColumns = 300;

/** Most cells and most characters that are read of separated text; what is beyond is cut off. */
export const mostTextCells = 6_000_000;
export const mostTextLetters = 32_000_000;

/** The mark between the cells of a line, as far as its first lines tell. */
export function separatorOf(text: string): string {
  const lines = text.slice(0, 20_000).split('\n').slice(0, 20);
  const counts = ['\t', ',', ';', '，'].map((mark) => ({
    mark,
    lines: lines.filter((line) => line.includes(mark)).length,
    all: lines.reduce((sum, line) => sum + line.split(mark).length - 1, 0),
  }));
  counts.sort((a, b) => b.lines - a.lines || b.all - a.all);
  return counts[0] && counts[0].all > 0 ? counts[0].mark : ',';
}

/** A table of texts, and whether there was more than is read. */
export interface TextTable {
  readonly grid: Grid;
  readonly isCut: boolean;
}

/**
 * Reads separated text (CSV, or a block from the clipboard): cells in quotes may hold the separator,
 * line ends and doubled quotes. Never fails: a quote without its end takes the rest of the text, and
 * what is beyond the limits of rows, columns, cells and characters is cut off and said to be.
 */
export function readTextTable(text: string, separator = separatorOf(text)): TextTable {
  const grid: string[][] = [];
  let row: string[] = [];
  let columns = 0;
  let cell = '';
  let isCut = false;
  let [cells, letters] = [0, 0];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // Excel writes this line for itself.
  const said = /^sep=(.)\r?\n/i.exec(text.slice(at, at + 10));
  const mark = said?.[1] ?? separator;
  at += said?.[0].length ?? 0;
  const plain = new RegExp(`[^\\r\\n${/[\w\s]/.test(mark) ? mark : `\\${mark}`}]+`, 'y');
  const add = (more: string) => {
    const kept = more.slice(0, longestCell - cell.length);
    if (kept.length < more.length) isCut = true;
    cell += kept;
  };
  const endCell = () => {
    if (columns < mostColumns) {
      row.push(cell);
      cells += 1;
      letters += cell.length;
    } else if (cell !== '') isCut = true;
    columns += 1;
    cell = '';
  };
  const endRow = () => {
    endCell();
    grid.push(row);
    row = [];
    columns = 0;
  };
  const hasRoom = () =>
    grid.length < mostRows && cells < mostTextCells && letters < mostTextLetters;
  while (at < text.length && hasRoom()) {
    const character = text[at] ?? '';
    if (character === '"' && cell === '') {
      const { value, end, isLong } = quoted(text, at + 1);
      cell = value;
      isCut ||= isLong;
      at = end;
    } else if (character === mark) {
      endCell();
      at += 1;
    } else if (character === '\n' || character === '\r') {
      endRow();
      at += character === '\r' && text[at + 1] === '\n' ? 2 : 1;
    } else {
      plain.lastIndex = at;
      const found = plain.exec(text)?.[0] ?? character;
      add(found);
      at += found.length;
    }
  }
  if (cell !== '' || row.length > 0) endRow();
  return { grid, isCut: isCut || at < text.length };
}

/** What stands in quotes from `from` on, where it ends, and whether it is longer than a cell may be. */
function quoted(text: string, from: number): { value: string; end: number; isLong: boolean } {
  let value = '';
  let isLong = false;
  const add = (more: string) => {
    const kept = more.slice(0, longestCell - value.length);
    if (kept.length < more.length) isLong = true;
    value += kept;
  };
  let at = from;
  while (at < text.length) {
    const next = text.indexOf('"', at);
    if (next < 0) {
      add(text.slice(at));
      return { value, end: text.length, isLong };
    }
    add(text.slice(at, next));
    if (text[next + 1] !== '"') return { value, end: next + 1, isLong };
    add('"');
    at = next + 2;
  }
  return { value, end: at, isLong };
}
