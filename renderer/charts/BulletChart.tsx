import {
  Bar,
  BarChart,
  type BarShapeProps,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { ground, ink, inkTick, soft, type Tone, tick } from './look';
import { Mark } from './Mark';
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
const rowHeight = 30;

interface TickProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly index?: number;
}

interface BulletChartProps {
  readonly rows: readonly BulletRow[];
  /** What the mark in each bar means. */
  readonly plannedLabel: string;
  readonly onOpen?: (id: string) => void;
}

/** Names longer than their column end in an ellipsis; the whole one is in the tip. */
const shortName = (name: string): string => (name.length > 15 ? `${name.slice(0, 14)}…` : name);

/** A bar for each row against 100 %, with a mark where it was planned to be by now. */
export default function BulletChart({ rows, plannedLabel, onOpen }: BulletChartProps) {
  const { defs, fill } = usePatterns();
  const open = (id: string) => onOpen && (() => onOpen(id));

  const shape = ({ y, height, background, index = 0 }: BarShapeProps) => {
    const x = background?.x ?? 0;
    const width = background?.width ?? 0;
    const row = rows[Number(index)];
    if (!row) return <g />;
    const at = (percent: number) => (Math.min(widest, Math.max(0, percent)) / widest) * width;
    const { percent, planned, tone } = row;
    return (
      <g>
        <rect x={x} y={y} width={at(100)} height={height} fill={ground} />
        {percent !== null && (
          <rect
            x={x}
            y={y + height * 0.2}
            width={at(percent)}
            height={height * 0.6}
            fill={fill(tone)}
            stroke={ink}
            strokeWidth={tone === 'good' ? 0 : 0.75}
          />
        )}
        {planned !== null && (
          <rect x={x + at(planned) - 1.5} y={y} width={3} height={height} fill={ink} />
        )}
      </g>
    );
  };
  const name = ({ x, y, index = 0 }: TickProps) => {
    const row = rows[index];
    if (!row) return <g />;
    return (
      <Mark label={`${row.name} ${row.label}`} onOpen={open(row.id)}>
        <text x={x} y={y} dy="0.35em" textAnchor="end" fontSize={13} fill={ink}>
          {shortName(row.name)}
        </text>
      </Mark>
    );
  };

  return (
    <ResponsiveContainer width="100%" height={56 + rows.length * rowHeight}>
      <BarChart
        data={rows.map((row) => ({ ...row, drawn: row.percent ?? 0 }))}
        layout="vertical"
        margin={{ top: 24, right: 0, bottom: 0, left: 0 }}
        barCategoryGap={5}
        accessibilityLayer={false}
      >
        {defs}
        <XAxis
          type="number"
          domain={[0, widest]}
          allowDataOverflow
          ticks={[0, 25, 50, 75, 100]}
          unit="%"
          tick={tick}
          stroke={soft}
        />
        <YAxis
          type="category"
          dataKey="id"
          width={210}
          interval={0}
          tick={name}
          tickLine={false}
          stroke={soft}
        />
        <YAxis
          yAxisId="label"
          orientation="right"
          type="category"
          dataKey="label"
          width={140}
          interval={0}
          tick={inkTick}
          tickLine={false}
          axisLine={false}
          // Two rows may read the same.
          allowDuplicatedCategory
        />
        <Bar
          dataKey="drawn"
          isAnimationActive={false}
          background={{ fill: 'none' }}
          shape={shape}
          minPointSize={1}
        />
        <ReferenceLine
          x={100}
          stroke={ink}
          strokeWidth={1.5}
          label={{ value: `100%　▌${plannedLabel}`, position: 'top', fontSize: 13, fill: soft }}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
