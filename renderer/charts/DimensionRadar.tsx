import { Legend, PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart } from 'recharts';
import { ink, rule, soft, tick, vermilion } from './look';

/** One dimension with what is compared on it, 0 … 100. */
export interface DimensionPoint {
  readonly label: string;
  readonly now: number | null;
  readonly before: number | null;
  readonly team: number | null;
}

interface Vertex {
  readonly x: number;
  readonly y: number;
  readonly value?: number | null;
}

interface RatedLineProps {
  readonly points?: readonly Vertex[];
  readonly stroke?: string;
  readonly strokeWidth?: number | string;
  readonly strokeDasharray?: number | string;
}

const isRated = (point: Vertex | undefined): point is Vertex =>
  point?.value !== null && point?.value !== undefined;

/** The outline between neighbours that are both rated: what is not rated is a gap, not a zero. */
function RatedLine({ points = [], stroke, strokeWidth, strokeDasharray }: RatedLineProps) {
  const edges = points.flatMap((from, index) => {
    const to = points[(index + 1) % points.length];
    return isRated(from) && isRated(to) ? [`M${from.x} ${from.y}L${to.x} ${to.y}`] : [];
  });
  const look = { stroke, strokeWidth, strokeDasharray };
  return (
    <g>
      <path d={edges.join('')} fill="none" strokeLinecap="round" {...look} />
      {points.filter(isRated).map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={2.5} fill={stroke} />
      ))}
    </g>
  );
}

interface DimensionRadarProps {
  readonly points: readonly DimensionPoint[];
  readonly names: { readonly now: string; readonly before: string; readonly team: string };
}

/** The dimensions of a self-rating: this period, the last one as a ghost, the team's median. */
export default function DimensionRadar({ points, names }: DimensionRadarProps) {
  const has = (key: 'now' | 'before' | 'team') => points.some((point) => point[key] !== null);
  return (
    <RadarChart width={400} height={360} data={[...points]} outerRadius={118}>
      <PolarGrid stroke={rule} />
      <PolarAngleAxis dataKey="label" tick={{ ...tick, fill: ink }} />
      <PolarRadiusAxis domain={[0, 100]} tick={false} axisLine={false} tickCount={6} />
      {has('before') && (
        <Radar
          name={names.before}
          dataKey="before"
          stroke={soft}
          strokeDasharray="2 3"
          strokeWidth={1.5}
          shape={<RatedLine />}
          isAnimationActive={false}
        />
      )}
      {has('team') && (
        <Radar
          name={names.team}
          dataKey="team"
          stroke={ink}
          strokeDasharray="7 4"
          strokeWidth={1.5}
          shape={<RatedLine />}
          isAnimationActive={false}
        />
      )}
      {has('now') && (
        <Radar
          name={names.now}
          dataKey="now"
          stroke={vermilion}
          strokeWidth={2.5}
          shape={<RatedLine />}
          isAnimationActive={false}
        />
      )}
      <Legend wrapperStyle={{ fontSize: 13 }} />
    </RadarChart>
  );
}
