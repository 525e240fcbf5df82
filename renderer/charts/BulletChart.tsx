import { BarRows, barRowHeight } from './BarRows';
import { ground, ink, type Tone } from './look';
import { usePatterns } from './Patterns';

/** One bar: how much of something is met, and how much was to be by now. */
export interface BulletRow {
  readonly id: string;
  readonly name: string;
  /** Per cent met; null where there is no rate. Drawn up to 120. */
  readonly percent: number | null;
  /** Per cent that was planned by now; null where there is no plan. */
  readonly planned: number | null;
  readonly tone: Tone;
  /** The rate and the state in words. */
  readonly label: string;
}

const widest = 120;
/** Room above and below the ground of a bar, in px. */
const gap = 5;

interface BulletChartProps {
  readonly rows: readonly BulletRow[];
  /** What the mark in each bar means. */
  readonly plannedLabel: string;
  readonly onOpen?: (id: string) => void;
}

const at = (percent: number): number => (Math.min(widest, Math.max(0, percent)) / widest) * 100;
const ticks = [0, 25, 50, 75, 100].map((percent) => ({ at: at(percent), text: `${percent}%` }));

/** A bar for each row against 100 %, with a mark where it was planned to be by now. */
export function BulletChart({ rows, plannedLabel, onOpen }: BulletChartProps) {
  const { defs, fill } = usePatterns();
  const height = barRowHeight - 2 * gap;
  return (
    <BarRows
      rows={rows.map((row) => ({ ...row, onOpen: onOpen && (() => onOpen(row.id)) }))}
      ticks={ticks}
      line={{ at: at(100), text: `100%　▌${plannedLabel}` }}
      defs={defs}
      draw={({ percent, planned, tone }) => (
        <>
          <rect y={gap} width={`${at(100)}%`} height={height} fill={ground} />
          {percent !== null && (
            <rect
              y={gap + height * 0.2}
              width={`${at(percent)}%`}
              height={height * 0.6}
              fill={fill(tone)}
              stroke={ink}
              strokeWidth={tone === 'good' ? 0 : 0.75}
            />
          )}
          <line
            x1={`${at(100)}%`}
            x2={`${at(100)}%`}
            y2={barRowHeight}
            stroke={ink}
            strokeWidth={1.5}
          />
          {planned !== null && (
            <line
              x1={`${at(planned)}%`}
              x2={`${at(planned)}%`}
              y1={gap}
              y2={gap + height}
              stroke={ink}
              strokeWidth={3}
            />
          )}
        </>
      )}
    />
  );
}
