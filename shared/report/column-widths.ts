import { leastHead, widthOf } from './lines';
import { typeSize } from './paper';

const mmOfCharacter = (typeSize.table * 25.4) / 72;

/** Room beside the text of a cell in mm: padding, lines, and what fonts differ by. */
const beside = 3;

/** Cells up to this many characters, such as names and states, are not broken. */
const shortCell = 5;

/** Rows that are looked at; a column looks alike further down. */
const mostRows = 2_000;

/** Where a short cell may be broken: behind the year of a date, and where it says so itself. */
const parts = /\n|(?<=\d年)(?=\d)/;

/** Characters that a cell needs so that neither a name nor a date nor a figure is broken in it. */
function leastOfCell(cell: string): number {
  const pieces = cell.split(parts);
  const widths = pieces.map((piece) => {
    const width = widthOf(piece);
    const isFigure = /^[\d.,%‰年月日季度上下半度～–—-]+$/.test(piece);
    return width <= shortCell || isFigure ? width : shortCell;
  });
  return Math.max(...widths);
}

/** The characters that fit beside each other into a column of so many mm. */
export const charactersIn = (mm: number): number => (mm - beside + 0.5) / mmOfCharacter;

/** What is fitted: a column title, and the width it would have as a share of the whole. */
interface Fitted {
  readonly title: string;
  readonly width: number;
}

/** Shares of `total` mm, none of them less than its `least`, in half millimetres. */
function sharesOf(wished: readonly number[], least: readonly number[], total: number): number[] {
  const narrow = new Set<number>();
  for (;;) {
    const given = [...narrow].reduce((sum, at) => sum + (least[at] ?? 0), 0);
    const shares = wished.reduce((sum, wish, at) => sum + (narrow.has(at) ? 0 : wish), 0);
    const widths = wished.map((wish, at) =>
      narrow.has(at) ? (least[at] ?? 0) : ((total - given) * wish) / shares,
    );
    const next = widths.findIndex((width, at) => !narrow.has(at) && width < (least[at] ?? 0));
    if (next < 0) return widths.map((width) => Math.floor(2 * width) / 2);
    narrow.add(next);
  }
}

/** Cells whose height is weighed; more of them share the widths no better. */
const mostWeighed = 1_600;

/** Millimetres that are tried on other columns, the least first. */
const steps = [1, 2, 4, 8, 16, 32, 64];

/** Lines that a cell of these widths in characters, one a line of its text, takes in so many mm. */
function linesIn(widths: readonly number[], mm: number): number {
  const room = (mm - beside) / mmOfCharacter;
  return widths.reduce(
    // A line that is broken holds whole characters.
    (sum, width) => sum + (width <= room ? 1 : Math.ceil(width / Math.max(1, Math.floor(room)))),
    0,
  );
}

/** Millimetres that a column keeps for the wider figures of other fonts. */
const air = 2;

/** What columns do not need to hold their cells on one line each, given to those that need more. */
function handedOn(
  widths: readonly number[],
  least: readonly number[],
  cells: readonly (readonly (readonly number[])[])[],
): number[] {
  const needed = widths.map((_width, at) => {
    const longest = Math.max(0, ...cells.flatMap((row) => row[at] ?? []));
    return Math.max(least[at] ?? 0, beside + mmOfCharacter * longest);
  });
  const isNarrow = (width: number, at: number): boolean => width < (needed[at] ?? 0);
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
  const narrow = sum(widths.filter(isNarrow));
  if (narrow === 0) return [...widths];
  const kept = widths.map((width, at) =>
    isNarrow(width, at) ? width : Math.min(width, (needed[at] ?? width) + air),
  );
  const spare = sum(widths) - sum(kept);
  return kept.map((width, at) =>
    isNarrow(widths[at] ?? 0, at) ? width + (spare * width) / narrow : width,
  );
}

/**
 * Widths of columns moved between them, none below its `least`, until the rows take as few lines as
 * they can.
 */
function balanced(
  widths: readonly number[],
  least: readonly number[],
  rows: readonly (readonly string[])[],
): number[] {
  const cells = rows
    .slice(0, Math.floor(mostWeighed / widths.length))
    .map((row) => row.map((cell) => cell.split('\n').map(widthOf)));
  const height = (tried: readonly number[]): number =>
    cells.reduce(
      (sum, row) => sum + Math.max(1, ...row.map((cell, at) => linesIn(cell, tried[at] ?? 0))),
      0,
    );
  const start = handedOn(widths, least, cells);
  let best = { widths: start, lines: height(start) };
  for (;;) {
    const { widths: now, lines } = best;
    for (const by of steps) {
      for (const [from, width] of now.entries()) {
        if (width - by < (least[from] ?? 0)) continue;
        for (const to of now.keys()) {
          if (to === from) continue;
          const tried = now.with(from, width - by);
          tried[to] = (now[to] ?? 0) + by;
          const found = height(tried);
          if (found < best.lines) best = { widths: tried, lines: found };
        }
      }
    }
    if (best.lines === lines) return best.widths;
  }
}

/**
 * Columns with widths in mm that fill `total` mm: as wide as they are wished beside each other, but
 * none so narrow that a name, a date or a figure would be broken in it, or its title anywhere but
 * between words; on two lines at most where there is room for that. Where another share makes the
 * rows lower, they have that.
 */
export function fittedColumns<C extends Fitted>(
  columns: readonly C[],
  rows: readonly (readonly string[])[],
  total: number,
): C[] {
  const looked = rows.slice(0, mostRows);
  const cells = columns.map((_column, at) =>
    Math.max(0, ...looked.map((row) => leastOfCell(row[at] ?? ''))),
  );
  const wished = columns.map(({ width }) => width);
  for (const lines of [2, Number.POSITIVE_INFINITY]) {
    const least = columns.map(({ title }, at) => {
      const characters = Math.max(leastHead(title, lines), cells[at] ?? 0);
      return Math.ceil(2 * (beside + mmOfCharacter * characters)) / 2;
    });
    if (least.reduce((sum, width) => sum + width, 0) > total) continue;
    const widths = balanced(sharesOf(wished, least, total), least, rows);
    return columns.map((column, at) => ({ ...column, width: widths[at] ?? column.width }));
  }
  return [...columns];
}
