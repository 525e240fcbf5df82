import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { ink, lines, rule, sheet, soft, tick } from './look';
import { Mark } from './Mark';

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
  readonly height?: number;
  readonly onOpen?: (id: string) => void;
}

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly index?: number;
  readonly value?: unknown;
}

const [actual, planned, high, foreseen] = [lines[0], lines[1], lines[3], lines[2]];

/** Plan and actual as they run up over time; each reached point opens its records. */
export default function BurnUpChart(props: BurnUpChartProps) {
  const { points, names, unit, goals, height = 320, onOpen } = props;
  const has = (key: 'planned' | 'plannedHigh' | 'actual' | 'foreseen') =>
    points.some((point) => (point[key] ?? null) !== null);
  const dot = ({ cx, cy, index = 0 }: DotProps) => {
    const point = points[index];
    if (cx === undefined || cy === undefined || !point || point.actual === null) {
      return <g key={index} />;
    }
    const label = `${point.label} ${names.actual} ${point.actual}${unit}`;
    return (
      <Mark key={point.id} label={label} onOpen={onOpen && (() => onOpen(point.id))}>
        <circle cx={cx} cy={cy} r={12} fill="transparent" />
        <circle cx={cx} cy={cy} r={4} fill={actual.stroke} stroke={sheet} strokeWidth={1} />
      </Mark>
    );
  };
  const still = { isAnimationActive: false, connectNulls: true, activeDot: false } as const;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart
        data={[...points]}
        margin={{ top: 28, right: 24, bottom: 0, left: 8 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke={rule} vertical={false} />
        <XAxis dataKey="label" tick={tick} stroke={soft} interval={0} />
        <YAxis
          tick={tick}
          stroke={soft}
          width={76}
          domain={['auto', 'auto']}
          label={{ value: unit, position: 'top', offset: 12, fontSize: 13, fill: soft }}
        />
        {goals.map(({ value, label }) => (
          <ReferenceLine
            key={label}
            y={value}
            stroke={ink}
            strokeWidth={1}
            ifOverflow="extendDomain"
            label={{ value: label, position: 'insideTopLeft', fontSize: 13, fill: ink }}
          />
        ))}
        {has('planned') && (
          <Line
            name={names.planned}
            dataKey="planned"
            stroke={planned.stroke}
            strokeWidth={planned.strokeWidth}
            strokeDasharray={planned.strokeDasharray}
            dot={false}
            {...still}
          />
        )}
        {has('plannedHigh') && (
          <Line
            name={names.plannedHigh}
            dataKey="plannedHigh"
            stroke={high.stroke}
            strokeWidth={high.strokeWidth}
            strokeDasharray={high.strokeDasharray}
            dot={false}
            {...still}
          />
        )}
        {has('foreseen') && (
          <Line
            name={names.foreseen}
            dataKey="foreseen"
            stroke={foreseen.stroke}
            strokeWidth={foreseen.strokeWidth}
            strokeDasharray={foreseen.strokeDasharray}
            dot={{ r: 3, fill: sheet, stroke: foreseen.stroke, strokeDasharray: '0' }}
            {...still}
          />
        )}
        {has('actual') && (
          <Line
            name={names.actual}
            dataKey="actual"
            stroke={actual.stroke}
            strokeWidth={actual.strokeWidth}
            dot={dot}
            {...still}
          />
        )}
        <Legend wrapperStyle={{ fontSize: 13 }} iconType="plainline" />
      </LineChart>
    </ResponsiveContainer>
  );
}
