import { type KeyboardEvent, memo, type SyntheticEvent, useRef, useState } from 'react';
import { manyRows, useRowWindow } from '../components/row-window';
import './charts.css';
import { type Tone, tones } from './look';
import { c } from './texts';

/** One value: its text always stands in the cell, so that colour only helps. */
export interface HeatCell {
  readonly text: string;
  /** How it stands: colour and mark. */
  readonly tone?: Tone | undefined;
  /** How much it is, 0 (least) … 4 (most): the more, the darker. */
  readonly level?: 0 | 1 | 2 | 3 | 4 | undefined;
  /** What it says in full, for screen readers and as a tip. */
  readonly label?: string | undefined;
}

type Cells = readonly (HeatCell | null)[];

/** A row with one cell a column; null where there is nothing to say. */
export interface HeatRow {
  readonly id: string;
  readonly name: string;
  /** The cells, or what makes them when the row comes into sight. */
  readonly cells: Cells | (() => Cells);
}

interface HeatmapProps {
  /** What the table shows, for screen readers. */
  readonly label: string;
  /** Title of the column of names. */
  readonly corner: string;
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly HeatRow[];
  /** Goes to the records behind a cell. */
  readonly onOpen?: ((row: string, column: string) => void) | undefined;
  /** Goes to the records behind a row. */
  readonly onOpenRow?: ((row: string) => void) | undefined;
  /** Height in rem beyond which it scrolls by itself, once it has many rows. */
  readonly height?: number;
}

/** Height of a row, as in charts.css, in px. */
const rowHeight = 36;

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const classOf = ({ tone, level }: HeatCell): string =>
  `ty-heat-cell${tone ? ` ty-heat-marked ty-heat-${tone}` : ''}${level === undefined ? '' : ` ty-heat-level-${level}`}`;

interface Place {
  readonly row: number;
  readonly column: number;
}

interface RowProps extends Pick<HeatmapProps, 'columns' | 'onOpenRow'> {
  readonly row: HeatRow;
  readonly place: number;
  /** Whether the keyboard goes to its cells. */
  readonly isOpened: boolean;
  /** Column of the cell at which Tab stops, where it is in this row. */
  readonly stop: number | undefined;
}

/** Kept as it is while others come into sight; a cell is one element, as a screen shows hundreds. */
const Row = memo(function Row({ row, place, columns, isOpened, stop, onOpenRow }: RowProps) {
  const { id, name, cells } = row;
  const shown = typeof cells === 'function' ? cells() : cells;
  return (
    <tr aria-rowindex={place + 2}>
      <th scope="row" title={name}>
        {onOpenRow ? (
          <button type="button" className="ty-link" onClick={() => onOpenRow(id)}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      {columns.map((column, index) => {
        const cell = shown[index];
        if (!cell) {
          return (
            <td key={column.id} className="ty-heat-empty">
              —
            </td>
          );
        }
        return (
          <td
            key={column.id}
            className={classOf(cell)}
            title={cell.label}
            aria-label={cell.label}
            {...(isOpened && {
              'data-row': place,
              'data-column': index,
              tabIndex: index === stop ? 0 : -1,
            })}
          >
            {cell.tone ? `${tones[cell.tone].mark} ${cell.text}` : cell.text}
          </td>
        );
      })}
    </tr>
  );
});

/** Where the cell of an event is that can be opened; undefined for all else. */
function placeOf({ target }: SyntheticEvent): Place | undefined {
  const { row, column } = (target instanceof HTMLElement && target.dataset) || {};
  return row === undefined ? undefined : { row: Number(row), column: Number(column) };
}

/** Room, in px, that so many rows and their head take. */
export const heatHeight = (rows: number): number =>
  rows < manyRows ? (rows + 1) * rowHeight : 34 * 16;

/** Rows by columns as a real table: the value in each cell, shaded and marked. */
export function Heatmap(props: HeatmapProps) {
  const { label, corner, columns, rows, onOpen, onOpenRow, height = 34 } = props;
  const { isVirtual, first, last, frame } = useRowWindow(rows.length, rowHeight, height, {
    head: rowHeight,
  });
  const table = useRef<HTMLTableElement>(null);
  // One stop of Tab for all cells; arrows go from one to the next.
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const stop = { row: Math.min(Math.max(at.row, first), last - 1), column: at.column };

  const openAt = (place: Place | undefined) => {
    const [row, column] = place ? [rows[place.row], columns[place.column]] : [];
    if (row && column) onOpen?.(row.id, column.id);
  };
  const pressed = (event: KeyboardEvent) => {
    const from = placeOf(event);
    if (!from || event.altKey || event.ctrlKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      openAt(from);
      return;
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    let { row, column } = from;
    for (;;) {
      row += step[0];
      column += step[1];
      if (row < 0 || row >= rows.length || column < 0 || column >= columns.length) return;
      const next = table.current?.querySelector<HTMLElement>(
        `td[data-row="${row}"][data-column="${column}"]`,
      );
      // What is empty cannot be opened: on to the next.
      if (next) {
        next.focus();
        return;
      }
    }
  };
  const spacer = (away: number) =>
    away > 0 && (
      <tr>
        <td colSpan={columns.length + 1} style={{ height: away * rowHeight, padding: 0 }} />
      </tr>
    );
  return (
    <div className="ty-heat-frame" {...frame}>
      <table
        ref={table}
        className={`ty-heat${isVirtual ? ' ty-heat-virtual' : ''}${onOpen ? ' ty-heat-opens' : ''}`}
        aria-label={label}
        {...(onOpen && {
          role: 'grid',
          onKeyDown: pressed,
          onClick: (event) => openAt(placeOf(event)),
          onFocus: (event) => setAt((now) => placeOf(event) ?? now),
        })}
        aria-description={onOpen && c('charts.keys')}
        aria-rowcount={rows.length + 1}
      >
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spacer(first)}
          {rows.slice(first, last).map((row, index) => (
            <Row
              key={row.id}
              row={row}
              place={first + index}
              columns={columns}
              isOpened={onOpen !== undefined}
              stop={first + index === stop.row ? stop.column : undefined}
              onOpenRow={onOpenRow}
            />
          ))}
          {spacer(rows.length - last)}
        </tbody>
      </table>
    </div>
  );
}
