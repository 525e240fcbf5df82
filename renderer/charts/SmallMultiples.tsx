import { Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { lines, rule, soft, tick } from './look';
import './charts.css';

/** One of several small charts on the same axes. */
export interface Multiple {
  readonly id: string;
  readonly name: string;
  /** What it says in one line. */
  readonly note: string;
  readonly values: readonly (number | null)[];
  readonly planned: readonly (number | null)[];
}

interface SmallMultiplesProps {
  readonly items: readonly Multiple[];
  /** Words of the points in time; the first and the last are shown. */
  readonly labels: readonly string[];
  /** Largest value of the axis; all have the same, so that they can be compared. */
  readonly max: number;
  readonly onOpen?: (id: string) => void;
}

const [actual, planned] = lines;

/** Many small charts side by side, all to the same scale. */
export default function SmallMultiples({ items, labels, max, onOpen }: SmallMultiplesProps) {
  const ends = [labels[0] ?? '', labels.at(-1) ?? ''];
  return (
    <ul className="ty-multiples">
      {items.map(({ id, name, note, values, planned: plan }) => (
        <li key={id}>
          <h3>
            {onOpen ? (
              <button type="button" className="ty-link" onClick={() => onOpen(id)}>
                {name}
              </button>
            ) : (
              name
            )}
          </h3>
          <p>{note}</p>
          <ResponsiveContainer width="100%" height={112}>
            <LineChart
              data={labels.map((label, index) => ({
                label,
                value: values[index] ?? null,
                plan: plan[index] ?? null,
              }))}
              margin={{ top: 6, right: 22, bottom: 0, left: 0 }}
              accessibilityLayer={false}
            >
              <XAxis dataKey="label" ticks={ends} tick={tick} stroke={soft} interval={0} />
              <YAxis domain={[0, max]} ticks={[0, 50, 100]} tick={tick} stroke={soft} width={34} />
              <ReferenceLine y={100} stroke={rule} />
              <Line
                dataKey="plan"
                stroke={planned.stroke}
                strokeWidth={1.25}
                strokeDasharray={planned.strokeDasharray}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
              />
              <Line
                dataKey="value"
                stroke={actual.stroke}
                strokeWidth={2.25}
                dot={{ r: 2, fill: actual.stroke, stroke: 'none' }}
                activeDot={false}
                isAnimationActive={false}
              />
            </LineChart>
          </ResponsiveContainer>
        </li>
      ))}
    </ul>
  );
}
