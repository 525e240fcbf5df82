import { memo, type ReactNode, useMemo, useState } from 'react';
import { t } from '../i18n/i18n';
import { useRowWindow } from './row-window';
import { sortedRows } from './sorted-rows';

/** A column of a table: what it shows and, where it can be sorted, by what. */
export interface Column<R> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  readonly sortBy?: (row: R) => string | number;
  readonly align?: 'number' | 'middle';
  /** Never broken over lines, as a day or a name. */
  readonly isWhole?: boolean;
  readonly width?: string;
}

interface TableProps<R extends { readonly id: string }> {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** Height in rem beyond which the table scrolls by itself; virtualised when it is long. */
  readonly height?: number;
  /** Whether the page has a way to Excel of its own, or none makes sense. */
  readonly isUnsaved?: boolean;
  /** One line a row and columns as wide as they say, so that nothing moves as rows come and go. */
  readonly isSteady?: boolean;
}

/** Heights of a row of a virtualised table and of its head, as in controls.css, in px. */
const rowHeight = 44;
const headHeight = 38;

const classOf = (align: Column<never>['align'], isWhole = false) =>
  align ? `ty-${align}` : isWhole ? 'ty-nowrap' : undefined;

interface RowProps<R> {
  readonly row: R;
  readonly columns: readonly Column<R>[];
  readonly place: number;
}

function Cells<R>({ row, columns, place }: RowProps<R>) {
  return (
    <tr aria-rowindex={place + 2}>
      {columns.map((column) => (
        <td key={column.id} className={classOf(column.align, column.isWhole)}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

// Kept as it is while other rows come into sight. What `memo` gives knows no generics: it is the same.
const Row = memo(Cells) as typeof Cells;

/** A real table; sorted by pressing a title, smooth with ten thousand rows. */
export function Table<R extends { readonly id: string }>(props: TableProps<R>) {
  const { label, columns, rows, height = 32, isUnsaved, isSteady } = props;
  const [sort, setSort] = useState<{ id: string; descending: boolean } | null>(null);

  const by = columns.find(({ id }) => id === sort?.id)?.sortBy;
  const sorted = useMemo(
    () => (by && sort ? sortedRows(rows, by, sort.descending) : rows),
    [rows, by, sort],
  );

  const { isVirtual, first, last, frame } = useRowWindow(sorted.length, rowHeight, height, {
    ...(isSteady && { many: 0 }),
    head: headHeight,
  });

  const press = (id: string) =>
    setSort((now) =>
      now?.id === id && now.descending ? null : { id, descending: now?.id === id },
    );
  const sortState = (id: string) =>
    sort?.id !== id ? 'none' : sort.descending ? 'descending' : 'ascending';
  const mark = { none: '', ascending: ' ↑', descending: ' ↓' };
  const spacer = (rowsAway: number) =>
    rowsAway > 0 && (
      <tr>
        <td colSpan={columns.length} style={{ height: rowsAway * rowHeight, padding: 0 }} />
      </tr>
    );

  const save = async () => {
    const { readColumns, saveTable } = await import('./save-table');
    await saveTable(label, await readColumns(columns, sorted));
  };
  const table = (
    <div className="ty-table-frame" {...frame}>
      <table
        className={`ty-table${isVirtual ? ' ty-table-virtual' : ''}${isSteady ? ' ty-table-steady' : ''}`}
        aria-label={label}
        aria-rowcount={sorted.length + 1}
      >
        <thead>
          <tr>
            {columns.map(({ id, title, sortBy, align, width }) => (
              <th
                key={id}
                scope="col"
                className={classOf(align)}
                style={width ? { width } : undefined}
                {...(sortBy && { 'aria-sort': sortState(id) })}
              >
                {sortBy ? (
                  <button type="button" className="ty-table-sort" onClick={() => press(id)}>
                    {title}
                    <span aria-hidden="true">{mark[sortState(id)]}</span>
                  </button>
                ) : (
                  title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spacer(first)}
          {sorted.slice(first, last).map((row, index) => (
            <Row key={row.id} row={row} columns={columns} place={first + index} />
          ))}
          {spacer(sorted.length - last)}
        </tbody>
      </table>
    </div>
  );
  if (isUnsaved || rows.length === 0) return table;
  return (
    <>
      {table}
      <p className="ty-table-foot">
        <button type="button" className="ty-link" onClick={() => void save()}>
          {t('components.excel')}
        </button>
      </p>
    </>
  );
}
