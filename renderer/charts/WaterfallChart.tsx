import { BarRows, barRowHeight } from './BarRows';
import { ink, soft } from './look';
import { usePatterns } from './Patterns';
import { ticksWithin } from './round-ticks';

/** One row: a level that was reached, or a step up or down from the row before. */
export interface WaterfallRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'level' | 'step';
  /** Where it begins and ends; the same of a level. */
  readonly from: number;
  readonly to: number;
  /** The value in words, e.g. +0.7. */
  readonly label: string;
  /** Whether there are records to open. */
  readonly isOpenable: boolean;
}

interface WaterfallChartProps {
  readonly rows: readonly WaterfallRow[];
  readonly unit: string;
  readonly onOpen?: (id: string) => void;
}

const middle = barRowHeight / 2;

/** Ends of the axis around all values, with room to tell small steps apart. */
function rangeOf(rows: readonly WaterfallRow[]): [number, number] {
  const values = rows.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = Math.max(0.5, (high - low) * 0.08);
  return [Math.floor((low - room) * 2) / 2, Math.ceil((high + room) * 2) / 2];
}

/** From one level to the next by the steps between: up full, down crossed. */
export function WaterfallChart({ rows, unit, onOpen }: WaterfallChartProps) {
  const { defs, fill } = usePatterns();
  const [low, high] = rangeOf(rows);
  const at = (value: number): number => ((value - low) / (high - low)) * 100;
  /** Leads from one row to the next. */
  const link = (value: number, y1: number, y2: number) => (
    <line
      x1={`${at(value)}%`}
      x2={`${at(value)}%`}
      y1={y1}
      y2={y2}
      stroke={soft}
      strokeDasharray="2 3"
    />
  );
  return (
    <BarRows
      rows={rows.map((row) => ({
        ...row,
        isStrong: row.kind === 'level',
        onOpen: row.isOpenable && onOpen ? () => onOpen(row.id) : undefined,
      }))}
      ticks={ticksWithin(low, high, 5).map((value) => ({ at: at(value), text: `${value}${unit}` }))}
      hasGrid
      defs={defs}
      draw={({ kind, from, to }, index) => {
        const before = rows[index - 1];
        const left = Math.min(at(from), at(to));
        return (
          <>
            {before && link(before.to, 0, middle)}
            {index < rows.length - 1 && link(to, middle, barRowHeight)}
            {kind === 'level' ? (
              <line
                x1={`${at(to)}%`}
                x2={`${at(to)}%`}
                y1={5}
                y2={barRowHeight - 5}
                stroke={ink}
                strokeWidth={8}
              />
            ) : (
              <rect
                x={`${left}%`}
                y={8}
                // A step too small to be seen is still a step.
                width={`${Math.max(0.2, Math.abs(at(to) - at(from)))}%`}
                height={barRowHeight - 16}
                fill={fill(to >= from ? 'good' : 'bad')}
                stroke={ink}
                strokeWidth={to >= from ? 0 : 0.75}
              />
            )}
          </>
        );
      }}
    />
  );
}
