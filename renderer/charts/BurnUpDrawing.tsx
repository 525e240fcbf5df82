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
import type { BurnUpChartProps } from './BurnUpChart';
import { ink, lines, rule, sheet, soft, tick } from './look';
import { Mark } from './Mark';
import { ticksAround } from './round-ticks';

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly index?: number;
}

const [actualLook, plannedLook, foreseenLook, highLook] = lines;
const looks = {
  planned: plannedLook,
  plannedHigh: highLook,
  foreseen: foreseenLook,
  actual: actualLook,
} as const;
const keys = ['planned', 'plannedHigh', 'foreseen', 'actual'] as const;

/** The drawing of a BurnUpChart, apart so that its library is loaded after the page. */
export default function BurnUpDrawing({ points, names, unit, goals, onOpen }: BurnUpChartProps) {
  const drawn = keys.filter((key) => points.some((point) => (point[key] ?? null) !== null));
  const ticks = ticksAround(
    [
      ...points.flatMap((point) => keys.map((key) => point[key] ?? null)),
      ...goals.map(({ value }) => value),
    ].filter((value) => value !== null),
    5,
  );
  const lowest = Math.min(...goals.map(({ value }) => value));
  const dot = ({ cx, cy, index = 0 }: DotProps) => {
    const point = points[index];
    if (cx === undefined || cy === undefined || !point || point.actual === null) {
      return <g key={index} />;
    }
    const label = `${point.label} ${names.actual} ${point.actual}${unit}`;
    return (
      <Mark key={point.id} label={label} onOpen={onOpen && (() => onOpen(point.id))}>
        <circle cx={cx} cy={cy} r={12} fill="transparent" />
        <circle cx={cx} cy={cy} r={4} fill={looks.actual.stroke} stroke={sheet} />
      </Mark>
    );
  };
  const dots = {
    planned: false,
    plannedHigh: false,
    foreseen: { r: 3, fill: sheet, strokeDasharray: '0' },
    actual: dot,
  } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
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
          ticks={ticks}
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
          label={{ value: unit, position: 'top', offset: 12, fontSize: 13, fill: soft }}
        />
        {goals.map(({ value, label }) => (
          <ReferenceLine
            key={label}
            y={value}
            stroke={ink}
            label={{
              value: label,
              position: goals.length > 1 && value === lowest ? 'insideTopLeft' : 'insideBottomLeft',
              fontSize: 13,
              fill: ink,
              // Read in front of the lines of the ground.
              stroke: sheet,
              strokeWidth: 4,
              paintOrder: 'stroke',
            }}
          />
        ))}
        {drawn.map((key) => (
          <Line
            key={key}
            name={names[key]}
            dataKey={key}
            stroke={looks[key].stroke}
            strokeWidth={looks[key].strokeWidth}
            strokeDasharray={looks[key].strokeDasharray}
            dot={dots[key]}
            activeDot={false}
            connectNulls
            isAnimationActive={false}
          />
        ))}
        <Legend wrapperStyle={{ fontSize: 13 }} iconType="plainline" />
      </LineChart>
    </ResponsiveContainer>
  );
}
