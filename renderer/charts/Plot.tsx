import type { ReactNode } from 'react';
import './charts.css';
import { ink, rule, sheet } from './look';

/** How a line is drawn. */
export interface PlotLook {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeDasharray: string;
}

/** A line through values, one a place; null is a gap, or is passed over where lines are joined. */
export interface PlotLine {
  readonly id: string;
  readonly values: readonly (number | null)[];
  readonly look: PlotLook;
  readonly isJoined?: boolean;
}

/** A line across the whole plot, with its words at its left end. */
export interface PlotGoal {
  readonly value: number;
  readonly label: string;
  /** Words below the line instead of above. */
  readonly isBelow?: boolean;
}

interface PlotProps {
  readonly className: string;
  /** What the lines are of. */
  readonly name: string;
  /** Values at the foot and at the head. */
  readonly range: readonly [number, number];
  /** Values named at the side. */
  readonly ticks: readonly number[];
  readonly hasGrid?: boolean;
  /** Words below, one a place; empty where nothing is said. */
  readonly labels: readonly string[];
  readonly lines: readonly PlotLine[];
  readonly goals?: readonly PlotGoal[];
  /** What stands at the points; given their places in per cent of width and height. */
  readonly points: (at: (place: number) => string, up: (value: number) => string) => ReactNode;
}

/** The path of a line on a field of 100 by 100. */
function pathOf(
  { values, isJoined }: PlotLine,
  x: (place: number) => number,
  y: (value: number) => number,
) {
  let path = '';
  let isOn = false;
  for (const [place, value] of values.entries()) {
    if (value === null) isOn = isOn && isJoined === true;
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
export function Plot(props: PlotProps) {
  const {
    className,
    name,
    range,
    ticks,
    hasGrid = false,
    labels,
    lines,
    goals = [],
    points,
  } = props;
  const [low, high] = range;
  const x = (place: number): number =>
    labels.length > 1 ? (place / (labels.length - 1)) * 100 : 50;
  const y = (value: number): number =>
    100 - ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * 100;
  const at = (place: number) => `${x(place)}%`;
  const up = (value: number) => `${y(value)}%`;
  const across = (value: number, stroke: string) => (
    <line key={value} x2="100%" y1={up(value)} y2={up(value)} stroke={stroke} />
  );
  return (
    <div className={`ty-plot ${className}`}>
      <div className="ty-plot-side" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ top: up(tick) }}>
            {tick}
          </span>
        ))}
      </div>
      <svg width="100%" height="100%">
        <title>{name}</title>
        {hasGrid && ticks.map((tick) => across(tick, rule))}
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
        {goals.map(({ value, label, isBelow }) => (
          <g key={label}>
            {across(value, ink)}
            <text
              y={up(value)}
              dx={6}
              dy={isBelow ? 16 : -6}
              fontSize={13}
              fill={ink}
              stroke={sheet}
              strokeWidth={3}
              paintOrder="stroke"
            >
              {label}
            </text>
          </g>
        ))}
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
