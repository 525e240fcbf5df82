import { cellText, type Grid } from '../../../shared/sheet/book';
import type { Layout } from '../../../shared/sheet/layout';
import { s } from './texts';

interface HeadChoiceProps {
  readonly grid: Grid;
  readonly layout: Layout;
  readonly onChoose: (row: number) => void;
}

/** Rows and cells of a row that are shown. */
const rowsShown = 8;
const cellsShown = 12;

/** The first rows of the sheet; a click on one takes it for the headings. */
export function HeadChoice({ grid, layout, onChoose }: HeadChoiceProps) {
  const rows = grid.slice(0, Math.max(rowsShown, layout.head + 3));
  const first = layout.head - layout.headRows + 1;
  return (
    <div className="ty-table-frame ty-sheets-mapping">
      <table className="ty-table" aria-label={s('sheets.heads')}>
        <tbody>
          {rows.map((row, index) => {
            const isHead = index >= first && index <= layout.head;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone
              <tr key={index} className={isHead ? 'ty-sheets-head' : undefined}>
                <td>
                  <button
                    type="button"
                    className="ty-button ty-button-small ty-nowrap"
                    aria-label={s('sheets.heads.choose', { row: index + 1 })}
                    aria-pressed={index === layout.head}
                    onClick={() => onChoose(index)}
                  >
                    {index + 1} {isHead && s('sheets.heads.is')}
                  </button>
                </td>
                {Array.from(
                  { length: Math.min(cellsShown, layout.headings.length) },
                  (_, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place alone
                    <td key={column} className={isHead ? undefined : 'ty-soft'}>
                      {cellText(row[column]).slice(0, 16)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
