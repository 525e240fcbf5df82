import type { Cell, Grid } from './cell';
import { readTextTable } from './text-table';

/** A line of a typed or pasted outline: its blanks in front, and its cells. */
export interface BlockLine {
  /** Its first line in the text, counted from 1. */
  readonly line: number;
  readonly indent: string;
  readonly cells: readonly string[];
}

/** Most characters of a text that are taken for lines and cells. */
export const longestBlock = 2_000_000;

const isQuoteEnd = (text: string, at: number): boolean =>
  /^[ ]*(?:[\t|｜\r\n]|$)/.test(text.slice(at, at + 20));

/** The end of the quoted cell that begins at a quote; undefined where the quote is only a letter. */
function endOfQuoted(text: string, from: number): { value: string; end: number } | undefined {
  let value = '';
  let at = from + 1;
  while (at < text.length) {
    const next = text.indexOf('"', at);
    if (next < 0) return undefined;
    value += text.slice(at, next);
    if (text[next + 1] !== '"') {
      return isQuoteEnd(text, next + 1) ? { value, end: next + 1 } : undefined;
    }
    value += '"';
    at = next + 2;
  }
  return undefined;
}

/**
 * The lines of a text that was typed or pasted, each with its cells, divided by tabs or bars. A cell
 * in quotes, as office programs copy those that hold line breaks, tabs or quotes, stays one cell.
 */
export function linesOf(text: string): BlockLine[] {
  const lines: BlockLine[] = [];
  const source = text.slice(0, longestBlock);
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const first = line;
    const indent = /^[\t \u3000\u00a0]*/.exec(source.slice(at, at + 200))?.[0] ?? '';
    at += indent.length;
    const cells: string[] = [];
    let cell = '';
    let isDone = false;
    while (!isDone) {
      const sign = source[at];
      const quoted = sign === '"' && cell.trim() === '' ? endOfQuoted(source, at) : undefined;
      if (quoted) {
        cell = quoted.value;
        line += quoted.value.split('\n').length - 1;
        at = quoted.end;
      } else if (sign === '\t' || sign === '|' || sign === '｜') {
        cells.push(cell.trim());
        cell = '';
        at += 1;
      } else if (sign === undefined || sign === '\n' || sign === '\r') {
        cells.push(cell.trim());
        at += sign === '\r' && source[at + 1] === '\n' ? 2 : 1;
        line += 1;
        isDone = true;
      } else {
        cell += sign;
        at += 1;
      }
    }
    if (cells.some((one) => one !== '')) lines.push({ line: first, indent, cells });
  }
  return lines;
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell.trim() : '');

/**
 * The cells of a block copied from a sheet, without rows that say nothing; undefined where the text
 * is one cell, to be pasted as any text is.
 */
export function pastedCells(text: string): readonly (readonly string[])[] | undefined {
  const { grid }: { readonly grid: Grid } = readTextTable(text.slice(0, longestBlock), '\t');
  const rows = grid.map((row) => row.map(textOf)).filter((row) => row.some((cell) => cell !== ''));
  const [first = []] = rows;
  return rows.length < 2 && first.length < 2 ? undefined : rows;
}

/** A block of cells as office programs put it on the clipboard. */
export const blockText = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row
        .map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join('\t'),
    )
    .join('\n');
