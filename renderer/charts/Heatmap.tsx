import { type KeyboardEvent, memo, useRef, useState } from 'react';
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
  `ty-heat-cell${tone ? ` ty-heat-${tone}` : ''}${level === undefined ? '' : ` ty-heat-level-${level}`}`;

interface Place {
  readonly row: number;
  readonly column: number;
}

interface RowProps extends Pick<HeatmapProps, 'columns' | 'onOpen' | 'onOpenRow'> {
  readonly row: HeatRow;
  readonly place: number;
  /** Column of the cell at which Tab stops, where it is in this row. */
  readonly stop: number | undefined;
  readonly onStop: (at: Place) => void;
}

const inside = (cell: HeatCell) => (
  <>
    {cell.tone && (
      <span className="ty-heat-mark" aria-hidden="true">
        {tones[cell.tone].mark}
      </span>
    )}
    {cell.text}
  </>
);

/** Kept as it is while others come into sight. */
const Row = memo(function Row({ row, place, columns, stop, onStop, onOpen, onOpenRow }: RowProps) {
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
          <td key={column.id} className={classOf(cell)} title={cell.label}>
            {onOpen ? (
              <button
                type="button"
                data-row={place}
                data-column={index}
                tabIndex={index === stop ? 0 : -1}
                aria-label={cell.label}
                onFocus={() => onStop({ row: place, column: index })}
                onClick={() => onOpen(id, column.id)}
              >
                {inside(cell)}
              </button>
            ) : (
              inside(cell)
            )}
          </td>
        );
      })}
    </tr>
  );
});

/** Room, in px, that so many rows and their head take. */
export const heatHeight = (rows: number): number =>
  rows < manyRows ? (rows + 1) * rowHeight : 34 * 16;

/** Rows by columns as a real table: the value in each cell, shaded and marked. */
export function Heatmap(props: HeatmapProps) {
  const { label, corner, columns, rows, onOpen, onOpenRow, height = 34 } = props;
  const { isVirtual, first, last, frame } = useRowWindow(rows.length, rowHeight, height);
  const table = useRef<HTMLTableElement>(null);
  // One stop of Tab for all cells; arrows go from one to the next.
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const stop = { row: Math.min(Math.max(at.row, first), last - 1), column: at.column };

  const pressed = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const from = event.target;
    if (!step || event.altKey || event.ctrlKey || !(from instanceof HTMLElement)) return;
    let row = Number(from.dataset.row);
    let column = Number(from.dataset.column);
    if (Number.isNaN(row) || Number.isNaN(column)) return;
    event.preventDefault();
    for (;;) {
      row += step[0];
      column += step[1];
      if (row < 0 || row >= rows.length || column < 0 || column >= columns.length) return;
      const next = table.current?.querySelector<HTMLElement>(
        `button[data-row="${row}"][data-column="${column}"]`,
      );
      // What is empty cannot be opened: on to the next.
      if (next) {
        setAt({ row, column });
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
        className={isVirtual ? 'ty-heat ty-heat-virtual' : 'ty-heat'}
        aria-label={label}
        aria-description={onOpen && c('charts.keys')}
        aria-rowcount={rows.length + 1}
        onKeyDown={pressed}
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
              stop={first + index === stop.row ? stop.column : undefined}
              onStop={setAt}
              onOpen={onOpen}
              onOpenRow={onOpenRow}
            />
          ))}
          {spacer(rows.length - last)}
        </tbody>
      </table>
    </div>
  );
}
