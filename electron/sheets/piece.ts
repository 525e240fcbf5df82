import type { Cell, Grid } from '../../shared/sheet/book';
import { cellsAtOnce, lettersAtOnce } from './limits';

const lettersIn = (row: readonly Cell[]): number =>
  row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0);

/**
 * At most `count` rows from row `from` on, fewer where their cells or characters are many: what goes
 * from process to process at once holds none of them up. At least one row while there is one.
 */
export function pieceOf(grid: Grid, from: number, count: number): Cell[][] {
  const rows: Cell[][] = [];
  let [cells, letters] = [0, 0];
  for (const row of grid.slice(from, from + count)) {
    cells += row.length;
    letters += lettersIn(row);
    if (rows.length > 0 && (cells > cellsAtOnce || letters > lettersAtOnce)) break;
    rows.push([...row]);
  }
  return rows;
}
