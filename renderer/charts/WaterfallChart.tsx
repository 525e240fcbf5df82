import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { ink, inkTick, rule, soft, tick } from './look';
import { Mark } from './Mark';
import { usePatterns } from './Patterns';

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

const rowHeight = 30;

interface TickProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly index?: number;
}

/** Round ends of the axis around all values, with room to tell small steps apart. */
function rangeOf(rows: readonly WaterfallRow[]): [number, number] {
  const values = rows.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = Math.max(0.5, (high - low) * 0.08);
  return [Math.floor((low - room) * 2) / 2, Math.ceil((high + room) * 2) / 2];
}

/** From one level to the next by the steps between: up full, down crossed. */
export default function WaterfallChart({ rows, unit, onOpen }: WaterfallChartProps) {
  const { defs, fill } = usePatterns();
  const [low, high] = rangeOf(rows);
  const shape = ({ y, height, background, index = 0 }: BarShapeProps) => {
    const x = background?.x ?? 0;
    const width = background?.width ?? 0;
    const row = rows[Number(index)];
    if (!row) return <g />;
    const at = (value: number) => x + ((value - low) / (high - low)) * width;
    const { kind, from, to } = row;
    const next = rows[rows.findIndex(({ id }) => id === row.id) + 1];
    return (
      <g>
        {next && (
          <line
            x1={at(to)}
            x2={at(to)}
            y1={y + height * 0.5}
            y2={y + rowHeight + height * 0.5}
            stroke={soft}
            strokeDasharray="2 3"
          />
        )}
        {kind === 'level' ? (
          <rect x={at(to) - 4} y={y} width={8} height={height} fill={ink} />
        ) : (
          <rect
            x={Math.min(at(from), at(to))}
            y={y + height * 0.15}
            width={Math.max(1.5, Math.abs(at(to) - at(from)))}
            height={height * 0.7}
            fill={fill(to >= from ? 'good' : 'bad')}
            stroke={ink}
            strokeWidth={to >= from ? 0 : 0.75}
          />
        )}
      </g>
    );
  };
  const name = ({ x, y, index = 0 }: TickProps) => {
    const row = rows[index];
    if (!row) return <g />;
    const open = row.isOpenable && onOpen ? () => onOpen(row.id) : undefined;
    return (
      <Mark label={`${row.name} ${row.label}`} onOpen={open}>
        <text
          x={x}
          y={y}
          dy="0.35em"
          textAnchor="end"
          fontSize={13}
          fill={ink}
          fontWeight={row.kind === 'level' ? 700 : 400}
        >
          {row.name.length > 15 ? `${row.name.slice(0, 14)}…` : row.name}
        </text>
      </Mark>
    );
  };
  return (
    <ResponsiveContainer width="100%" height={40 + rows.length * rowHeight}>
      <BarChart
        data={rows.map((row) => ({ ...row, drawn: high }))}
        layout="vertical"
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barCategoryGap={5}
        accessibilityLayer={false}
      >
        {defs}
        <CartesianGrid stroke={rule} horizontal={false} />
        <XAxis
          type="number"
          domain={[low, high]}
          allowDataOverflow
          unit={unit}
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
          width={90}
          interval={0}
          tick={inkTick}
          tickLine={false}
          axisLine={false}
          // Two steps may be the same.
          allowDuplicatedCategory
        />
        <Bar
          dataKey="drawn"
          isAnimationActive={false}
          background={{ fill: 'none' }}
          shape={shape}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
