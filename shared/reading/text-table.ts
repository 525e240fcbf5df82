import type { Grid } from './cell';

/** Most rows and columns that are read of a table; every office program takes more. */
export const mostRows = 100_000;
export const mostColumns = 300;

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
 * line ends and doubled quotes. Never fails: a quote without its end takes the rest of the text.
 */
export function readTextTable(text: string, separator = separatorOf(text)): TextTable {
  const grid: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // Excel writes this line for itself.
  const said = /^sep=(.)\r?\n/i.exec(text.slice(at, at + 10));
  const mark = said?.[1] ?? separator;
  at += said?.[0].length ?? 0;
  const endCell = () => {
    if (row.length < mostColumns) row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    grid.push(row);
    row = [];
  };
  while (at < text.length && grid.length < mostRows) {
    const character = text[at] ?? '';
    if (character === '"' && cell === '') {
      const { value, end } = quoted(text, at + 1);
      cell = value;
      at = end;
    } else if (character === mark) {
      endCell();
      at += 1;
    } else if (character === '\n' || character === '\r') {
      endRow();
      at += character === '\r' && text[at + 1] === '\n' ? 2 : 1;
    } else {
      cell += character;
      at += 1;
    }
  }
  if (cell !== '' || row.length > 0) endRow();
  return { grid, isCut: at < text.length };
}

function quoted(text: string, from: number): { value: string; end: number } {
  let value = '';
  let at = from;
  while (at < text.length) {
    const next = text.indexOf('"', at);
    if (next < 0) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, next);
    if (text[next + 1] !== '"') return { value, end: next + 1 };
    value += '"';
    at = next + 2;
  }
  return { value, end: at };
}
