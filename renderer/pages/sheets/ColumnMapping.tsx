import { cellText, type Grid, isBlank } from '../../../shared/sheet/book';
import { idMeaning, type Layout, type Meaning } from '../../../shared/sheet/layout';
import type { SheetList } from '../../../shared/sheet/list';
import { bilingual } from '../../i18n/i18n';
import { s } from './texts';

interface ColumnMappingProps {
  readonly list: SheetList;
  readonly grid: Grid;
  readonly layout: Layout;
  readonly meanings: readonly Meaning[];
  readonly onChange: (meanings: readonly Meaning[]) => void;
}

/** Something a column holds, to know it by. */
function sampleOf(grid: Grid, layout: Layout, column: number): string {
  for (let row = layout.head + 1; row < Math.min(grid.length, layout.head + 50); row += 1) {
    const cell = grid[row]?.[column];
    if (!isBlank(cell)) return cellText(cell).slice(0, 40);
  }
  return '';
}

/** What each column of the sheet is read as. */
export function ColumnMapping({ list, grid, layout, meanings, onChange }: ColumnMappingProps) {
  const choose = (column: number, meaning: Meaning) =>
    onChange(
      // No field twice: the column chosen last has it.
      meanings.map((one, at) => (at === column ? meaning : one === meaning ? null : one)),
    );
  return (
    <div className="ty-table-frame ty-sheets-mapping">
      <table className="ty-table" aria-label={s('sheets.columns')}>
        <thead>
          <tr>
            <th scope="col">{s('sheets.columns.heading')}</th>
            <th scope="col">{s('sheets.columns.sample')}</th>
            <th scope="col">{s('sheets.columns.field')}</th>
          </tr>
        </thead>
        <tbody>
          {layout.headings.map((heading, column) => {
            const name = heading || s('sheets.columns.number', { number: column + 1 });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place alone
              <tr key={column}>
                <td>{name}</td>
                <td className="ty-soft">{sampleOf(grid, layout, column)}</td>
                <td>
                  <select
                    className="ty-select"
                    aria-label={s('sheets.columns.for', { heading: name })}
                    value={meanings[column] ?? ''}
                    onChange={(event) => choose(column, event.target.value || null)}
                  >
                    <option value="">{s('sheets.columns.none')}</option>
                    {list.fields.map((field) => (
                      <option key={field.key} value={field.key}>
                        {bilingual(field.label)}
                        {field.required ? ' *' : ''}
                      </option>
                    ))}
                    <option value={idMeaning}>{s('sheets.columns.id')}</option>
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
