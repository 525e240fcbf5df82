import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  Legend,
  Line,
  LineChart,
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
  XAxis,
  YAxis,
} from 'recharts';
import type { Block } from '../../shared/report/blocks';

type ChartBlock = Extract<Block, { type: 'chart' }>;

/** 156 mm by seven lines of the grid, in CSS px. */
const size = { width: 589, height: 270 };

/** Told apart without colour: by grey, by stroke and by mark. */
const looks = [
  { fill: '#1a1a1a', dash: '0' },
  { fill: '#8c8c8c', dash: '6 3' },
  { fill: '#c9c9c9', dash: '2 3' },
] as const;

const lookOf = (index: number) => looks[index % looks.length] ?? looks[0];

const rowsOf = ({ labels, series }: ChartBlock) =>
  labels.map((label, row) => ({
    label,
    ...Object.fromEntries(series.map(({ values }, index) => [`s${index}`, values[row] ?? null])),
  }));

const tick = { fontSize: 12, fill: '#000' };

/** A chart of a document in black and white, drawn at once and without motion. */
export default function BlockChart({ block }: { block: ChartBlock }) {
  const rows = rowsOf(block);
  const legend = block.series.length > 1 && <Legend wrapperStyle={{ fontSize: 12 }} />;
  if (block.chart === 'radar') {
    return (
      <RadarChart {...size} data={rows} outerRadius={96}>
        <PolarGrid stroke="#999" />
        <PolarAngleAxis dataKey="label" tick={tick} />
        <PolarRadiusAxis domain={[0, block.max]} tick={false} axisLine={false} />
        {block.series.map(({ name }, index) => (
          <Radar
            key={name}
            name={name}
            dataKey={`s${index}`}
            stroke={lookOf(index).fill}
            strokeDasharray={lookOf(index).dash}
            strokeWidth={1.5}
            fillOpacity={0}
            isAnimationActive={false}
          />
        ))}
        {legend}
      </RadarChart>
    );
  }
  if (block.chart === 'line') {
    return (
      <LineChart {...size} data={rows} margin={{ top: 16, right: 16, bottom: 0, left: 0 }}>
        <CartesianGrid stroke="#ccc" vertical={false} />
        <XAxis dataKey="label" tick={tick} />
        <YAxis domain={[0, block.max]} tick={tick} width={40} />
        {block.series.map(({ name }, index) => (
          <Line
            key={name}
            name={name}
            dataKey={`s${index}`}
            stroke={lookOf(index).fill}
            strokeDasharray={lookOf(index).dash}
            isAnimationActive={false}
          />
        ))}
        {legend}
      </LineChart>
    );
  }
  return (
    <BarChart
      {...size}
      data={rows}
      layout="vertical"
      margin={{ top: 4, right: 48, bottom: 0, left: 0 }}
    >
      <CartesianGrid stroke="#ccc" horizontal={false} />
      <XAxis type="number" domain={[0, block.max]} tick={tick} />
      <YAxis type="category" dataKey="label" tick={tick} width={170} interval={0} />
      {block.series.map(({ name }, index) => (
        <Bar
          key={name}
          name={name}
          dataKey={`s${index}`}
          fill={lookOf(index).fill}
          isAnimationActive={false}
        >
          <LabelList dataKey={`s${index}`} position="right" style={tick} />
        </Bar>
      ))}
      {legend}
    </BarChart>
  );
}
