import './charts.css';
import { lines, rule } from './look';
import { Plot } from './Plot';

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
const full = { stroke: rule, strokeWidth: 1, strokeDasharray: '0' };

/** Many small charts side by side, all to the same scale. */
export function SmallMultiples({ items, labels, max, onOpen }: SmallMultiplesProps) {
  const ends = labels.map((label, place) =>
    place === 0 || place === labels.length - 1 ? label : '',
  );
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
          <Plot
            name={name}
            range={[0, max]}
            ticks={[0, 50, 100]}
            labels={ends}
            lines={[
              { id: 'full', values: labels.map(() => 100), look: full },
              { id: 'plan', values: plan, look: { ...planned, strokeWidth: 1.25 } },
              { id: 'value', values, look: { ...actual, strokeWidth: 2.25 } },
            ]}
            points={(at, up) =>
              values.map(
                (value, place) =>
                  value !== null && (
                    <circle
                      key={labels[place]}
                      cx={at(place)}
                      cy={up(value)}
                      r={2}
                      fill={actual.stroke}
                    />
                  ),
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}
