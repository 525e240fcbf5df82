import type { ReactNode } from 'react';
import './charts.css';

/** How a line is drawn. */
export interface PlotLook {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeDasharray: string;
}

/** A line through values, one a place; null is a gap. */
export interface PlotLine {
  readonly id: string;
  readonly values: readonly (number | null)[];
  readonly look: PlotLook;
}

interface PlotProps {
  /** What the lines are of. */
  readonly name: string;
  /** Values at the foot and at the head. */
  readonly range: readonly [number, number];
  /** Values named at the side. */
  readonly ticks: readonly number[];
  /** Words below, one a place; empty where nothing is said. */
  readonly labels: readonly string[];
  readonly lines: readonly PlotLine[];
  /** What stands at the points; given their places in per cent of width and height. */
  readonly points: (at: (place: number) => string, up: (value: number) => string) => ReactNode;
}

/** The path of a line on a field of 100 by 100. */
function pathOf({ values }: PlotLine, x: (place: number) => number, y: (value: number) => number) {
  let path = '';
  let isOn = false;
  for (const [place, value] of values.entries()) {
    if (value === null) isOn = false;
    else {
      path += `${isOn ? 'L' : 'M'}${x(place)} ${y(value)}`;
      isOn = true;
    }
  }
  return path;
}

/**
 * Lines over places in time on one scale. The page sets the axes and the drawing is in per cent of
 * its room, so that nothing has to be measured before it shows and words keep their size.
 */
export function Plot({ name, range, ticks, labels, lines, points }: PlotProps) {
  const [low, high] = range;
  const x = (place: number): number =>
    labels.length > 1 ? (place / (labels.length - 1)) * 100 : 50;
  const y = (value: number): number =>
    100 - ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * 100;
  const at = (place: number) => `${x(place)}%`;
  const up = (value: number) => `${y(value)}%`;
  return (
    <div className="ty-plot">
      <div className="ty-plot-side" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ top: up(tick) }}>
            {tick}
          </span>
        ))}
      </div>
      <svg width="100%" height="100%">
        <title>{name}</title>
        <svg
          width="100%"
          height="100%"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          overflow="visible"
          fill="none"
          aria-hidden="true"
        >
          {lines.map((line) => (
            <path
              key={line.id}
              d={pathOf(line, x, y)}
              stroke={line.look.stroke}
              strokeWidth={line.look.strokeWidth}
              strokeDasharray={line.look.strokeDasharray}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        {points(at, up)}
      </svg>
      <div className="ty-plot-foot" aria-hidden="true">
        {labels.map(
          (label, place) =>
            label && (
              <span key={label} style={{ left: at(place) }}>
                {label}
              </span>
            ),
        )}
      </div>
    </div>
  );
}
