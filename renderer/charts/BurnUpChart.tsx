import './charts.css';
import { lines, sheet } from './look';
import { Mark } from './Mark';
import { Plot, type PlotLine } from './Plot';
import { ticksAround } from './round-ticks';

/** One point in time: what was planned by it, what was reached, what is foreseen. */
export interface BurnUpPoint {
  readonly id: string;
  readonly label: string;
  readonly planned: number | null;
  /** Upper edge of what was planned, where it is a band. */
  readonly plannedHigh?: number | null;
  readonly actual: number | null;
  readonly foreseen?: number | null;
}

interface BurnUpChartProps {
  readonly points: readonly BurnUpPoint[];
  readonly names: {
    readonly planned: string;
    readonly plannedHigh: string;
    readonly actual: string;
    readonly foreseen: string;
  };
  /** Unit of measure at the axis. */
  readonly unit: string;
  /** Goals to be drawn across, with their words. */
  readonly goals: readonly { readonly value: number; readonly label: string }[];
  readonly onOpen?: (id: string) => void;
}

const [actualLook, plannedLook, foreseenLook, highLook] = lines;
const looks = {
  planned: plannedLook,
  plannedHigh: highLook,
  foreseen: foreseenLook,
  actual: actualLook,
} as const;
const keys = ['planned', 'plannedHigh', 'foreseen', 'actual'] as const;

/** Plan and actual as they run up over time; each reached point opens its records. */
export function BurnUpChart({ points, names, unit, goals, onOpen }: BurnUpChartProps) {
  const drawn = keys
    .map(
      (id): PlotLine => ({
        id,
        look: looks[id],
        values: points.map((point) => point[id] ?? null),
        isJoined: true,
      }),
    )
    .filter(({ values }) => values.some((value) => value !== null));
  const all = [
    ...drawn.flatMap(({ values }) => values.filter((value) => value !== null)),
    ...goals.map(({ value }) => value),
  ];
  const ticks = ticksAround(all, 5);
  const lowest = Math.min(...goals.map(({ value }) => value));
  return (
    <div className="ty-burn">
      <p className="ty-burn-unit" aria-hidden="true">
        {unit}
      </p>
      <Plot
        className="ty-plot-large"
        name={names.actual}
        range={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        hasGrid
        labels={points.map(({ label }) => label)}
        lines={drawn}
        goals={goals.map((goal) => ({
          ...goal,
          isBelow: goals.length > 1 && goal.value === lowest,
        }))}
        points={(at, up) => (
          <>
            {points.map(
              ({ id, foreseen }, place) =>
                foreseen != null && (
                  <circle
                    key={id}
                    cx={at(place)}
                    cy={up(foreseen)}
                    r={3}
                    fill={sheet}
                    stroke={foreseenLook.stroke}
                    strokeWidth={foreseenLook.strokeWidth}
                  />
                ),
            )}
            {points.map(
              ({ id, label, actual }, place) =>
                actual !== null && (
                  <Mark
                    key={id}
                    label={`${label} ${names.actual} ${actual}${unit}`}
                    onOpen={onOpen && (() => onOpen(id))}
                  >
                    <circle cx={at(place)} cy={up(actual)} r={12} fill="transparent" />
                    <circle
                      cx={at(place)}
                      cy={up(actual)}
                      r={4}
                      fill={actualLook.stroke}
                      stroke={sheet}
                    />
                  </Mark>
                ),
            )}
          </>
        )}
      />
      <ul className="ty-burn-legend" aria-hidden="true">
        {drawn.map(({ id, look }) => (
          <li key={id}>
            <svg width="28" height="10" aria-hidden="true">
              <line
                x2="28"
                y1="5"
                y2="5"
                stroke={look.stroke}
                strokeWidth={look.strokeWidth}
                strokeDasharray={look.strokeDasharray}
              />
            </svg>
            {names[keys.find((key) => key === id) ?? 'actual']}
          </li>
        ))}
      </ul>
    </div>
  );
}
