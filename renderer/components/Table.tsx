import { memo, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
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

interface RowProps<R extends { readonly id: string }> {
  readonly row: R;
  readonly columns: readonly Column<R>[];
  readonly place: number;
}

function Cells<R extends { readonly id: string }>({ row, columns, place }: RowProps<R>) {
  const own = useRef<HTMLTableRowElement>(null);
  const before = useRef(row);
  useLayoutEffect(() => {
    // The elements of a row that went out of sight show another one: the focus was not meant for it.
    const focused = document.activeElement;
    const isOther = before.current.id !== row.id;
    if (isOther && focused instanceof HTMLElement && own.current?.contains(focused)) focused.blur();
    before.current = row;
  }, [row]);
  return (
    <tr ref={own} aria-rowindex={place + 2}>
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

const none: readonly never[] = [];

/**
 * Keys under which rows are drawn: a row in sight keeps its own, one that comes takes that of one
 * that went. So its elements are written over instead of made, which takes half the time.
 */
function useReusedKeys(rows: readonly { readonly id: string }[]): readonly number[] {
  const last = useRef<ReadonlyMap<string, number>>(new Map());
  const next = new Map<string, number>();
  for (const { id } of rows) {
    const key = last.current.get(id);
    if (key !== undefined) next.set(id, key);
  }
  const used = new Set(next.values());
  const free = [...last.current.values()].filter((key) => !used.has(key)).reverse();
  let fresh = Math.max(-1, ...last.current.values());
  for (const { id } of rows) {
    if (next.has(id)) continue;
    fresh += free.length === 0 ? 1 : 0;
    next.set(id, free.pop() ?? fresh);
  }
  // Where a drawing is given up, what is kept here still names each row once.
  last.current = next;
  return rows.map(({ id }) => next.get(id) ?? 0);
}

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

  const shown = sorted.slice(first, last);
  const reused = useReusedKeys(isSteady ? shown : none);

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
          {shown.map((row, index) => (
            <Row
              key={isSteady ? reused[index] : row.id}
              row={row}
              columns={columns}
              place={first + index}
            />
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
