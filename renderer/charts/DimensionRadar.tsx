import {
  Legend,
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
} from 'recharts';
import { ink, rule, soft, tick, vermilion } from './look';

/** One dimension with what is compared on it, 0 … 100. */
export interface DimensionPoint {
  readonly label: string;
  readonly now: number | null;
  readonly before: number | null;
  readonly team: number | null;
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
          fillOpacity={0}
          connectNulls
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
          fillOpacity={0}
          connectNulls
          isAnimationActive={false}
        />
      )}
      {has('now') && (
        <Radar
          name={names.now}
          dataKey="now"
          stroke={vermilion}
          strokeWidth={2.5}
          fill={vermilion}
          fillOpacity={0.08}
          dot={{ r: 3, fill: vermilion, strokeWidth: 0 }}
          connectNulls
          isAnimationActive={false}
        />
      )}
      <Legend wrapperStyle={{ fontSize: 13 }} />
    </RadarChart>
  );
}
