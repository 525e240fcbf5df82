import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { amber, ink, jade, rule, soft, tick, vermilion } from './look';

/** One line of scores, one a period; null is a gap. */
export interface ScoreLine {
  readonly id: string;
  readonly name: string;
  readonly scores: readonly (number | null)[];
}

const colours = [vermilion, ink, jade, amber] as const;
/** Told apart without colour: each four lines share a dash. */
const dashes = ['', '7 4', '2 3'] as const;

interface ScoreLinesProps {
  readonly periods: readonly string[];
  readonly lines: readonly ScoreLine[];
}

/** Scores 0 … 100 over periods, each line with a dash and colour of its own. */
export default function ScoreLines({ periods, lines }: ScoreLinesProps) {
  const rows = periods.map((period, at) => ({
    period,
    ...Object.fromEntries(lines.map(({ id, scores }) => [id, scores[at] ?? null])),
  }));
  const lowest = Math.min(
    60,
    ...lines.flatMap(({ scores }) => scores.flatMap((score) => (score === null ? [] : [score]))),
  );
  return (
    <ResponsiveContainer width="100%" height={320}>
      <LineChart data={rows} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
        <CartesianGrid stroke={rule} vertical={false} />
        <XAxis dataKey="period" tick={tick} stroke={soft} minTickGap={24} />
        <YAxis
          domain={[Math.floor(lowest / 10) * 10, 100]}
          tick={tick}
          stroke={soft}
          width={40}
          allowDecimals={false}
        />
        {lines.map(({ id, name }, at) => (
          <Line
            key={id}
            dataKey={id}
            name={name}
            stroke={colours[at % colours.length] ?? ink}
            strokeDasharray={dashes[Math.floor(at / colours.length) % dashes.length] ?? ''}
            strokeWidth={2}
            dot={periods.length <= 24 ? { r: 2 } : false}
            connectNulls={false}
            isAnimationActive={false}
          />
        ))}
        <Legend wrapperStyle={{ fontSize: 13 }} />
      </LineChart>
    </ResponsiveContainer>
  );
}
