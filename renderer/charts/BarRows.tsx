import type { ReactNode } from 'react';
import './charts.css';
import { rule } from './look';

/** What stands at the sides of a bar. */
export interface BarRow {
  readonly id: string;
  readonly name: string;
  /** The value in words, at the end of the row. */
  readonly label: string;
  readonly isStrong?: boolean;
  /** Goes to the records behind the row; without it the name is only text. */
  readonly onOpen?: (() => void) | undefined;
}

/** A place on the axis, 0 … 100 % of its length, and what is written there. */
export interface BarTick {
  readonly at: number;
  readonly text: string;
}

interface BarRowsProps<R extends BarRow> {
  readonly rows: readonly R[];
  readonly ticks: readonly BarTick[];
  /** A mark across all rows, with its words above them. */
  readonly line?: BarTick;
  /** Lines across the rows at the ticks. */
  readonly hasGrid?: boolean;
  /** Fills that the bars use. */
  readonly defs: ReactNode;
  /** What is drawn in a row; places along the axis are percentages of its width. */
  readonly draw: (row: R, index: number) => ReactNode;
}

/** Height of a row, as in charts.css, in px. */
export const barRowHeight = 30;

/**
 * Bars below each other on one axis: name, bar, value. Set as rows of the page and drawn in
 * percentages, so that nothing has to be measured before it shows.
 */
export function BarRows<R extends BarRow>(props: BarRowsProps<R>) {
  const { rows, ticks, line, hasGrid = false, defs, draw } = props;
  const percent = (at: number) => `${at}%`;
  return (
    <div className="ty-bars">
      <svg className="ty-bars-defs" aria-hidden="true">
        {defs}
      </svg>
      {line && (
        <div className="ty-bars-row ty-bars-scale" aria-hidden="true">
          <span />
          <span className="ty-bars-track">
            <span style={{ left: percent(line.at) }}>{line.text}</span>
          </span>
          <span />
        </div>
      )}
      <ul>
        {rows.map((row, index) => (
          <li key={row.id} className="ty-bars-row">
            {row.onOpen ? (
              <button
                type="button"
                className="ty-bars-name"
                title={row.name}
                aria-label={`${row.name} ${row.label}`}
                onClick={row.onOpen}
              >
                {row.name}
              </button>
            ) : (
              <span
                className={row.isStrong ? 'ty-bars-name ty-bars-strong' : 'ty-bars-name'}
                title={row.name}
              >
                {row.name}
              </span>
            )}
            <svg width="100%" height={barRowHeight} aria-hidden="true">
              {hasGrid &&
                ticks.map(({ at }) => (
                  <line
                    key={at}
                    x1={percent(at)}
                    x2={percent(at)}
                    y2={barRowHeight}
                    stroke={rule}
                  />
                ))}
              {draw(row, index)}
            </svg>
            <span className="ty-bars-label" aria-hidden={row.onOpen && 'true'}>
              {row.label}
            </span>
          </li>
        ))}
      </ul>
      <div className="ty-bars-row ty-bars-scale" aria-hidden="true">
        <span />
        <span className="ty-bars-track ty-bars-axis">
          {ticks.map(({ at, text }) => (
            <span key={at} style={{ left: percent(at) }}>
              {text}
            </span>
          ))}
        </span>
        <span />
      </div>
    </div>
  );
}
