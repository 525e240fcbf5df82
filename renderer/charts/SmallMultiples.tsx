import './charts.css';
import { lines, rule } from './look';

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
const marks = [0, 50, 100];

/** A line through the values on a field of 100 by 100; nothing is drawn where there is none. */
function pathOf(
  values: readonly (number | null)[],
  at: (index: number) => number,
  up: (value: number) => number,
): string {
  let isOn = false;
  return values
    .map((value, index) => {
      const command = isOn ? 'L' : 'M';
      isOn = value !== null;
      return value === null ? '' : `${command}${at(index)} ${up(value)}`;
    })
    .join('');
}

/** Many small charts side by side, all to the same scale; drawn as they are, without measuring. */
export function SmallMultiples({ items, labels, max, onOpen }: SmallMultiplesProps) {
  const at = (index: number): number =>
    labels.length > 1 ? (index / (labels.length - 1)) * 100 : 50;
  const up = (value: number): number => 100 - (Math.min(max, Math.max(0, value)) / max) * 100;
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
          <div className="ty-multiple" aria-hidden="true">
            <div className="ty-multiple-marks">
              {marks.map((mark) => (
                <span key={mark} style={{ top: `${up(mark)}%` }}>
                  {mark}
                </span>
              ))}
            </div>
            <svg width="100%" height="100%" aria-hidden="true">
              <line x2="100%" y1={`${up(100)}%`} y2={`${up(100)}%`} stroke={rule} />
              <svg
                aria-hidden="true"
                width="100%"
                height="100%"
                viewBox="0 0 100 100"
                preserveAspectRatio="none"
                overflow="visible"
                fill="none"
              >
                <path
                  d={pathOf(plan, at, up)}
                  stroke={planned.stroke}
                  strokeWidth={1.25}
                  strokeDasharray={planned.strokeDasharray}
                  vectorEffect="non-scaling-stroke"
                />
                <path
                  d={pathOf(values, at, up)}
                  stroke={actual.stroke}
                  strokeWidth={2.25}
                  vectorEffect="non-scaling-stroke"
                />
              </svg>
              {values.map(
                (value, index) =>
                  value !== null && (
                    <circle
                      key={labels[index]}
                      cx={`${at(index)}%`}
                      cy={`${up(value)}%`}
                      r={2}
                      fill={actual.stroke}
                    />
                  ),
              )}
            </svg>
            <div className="ty-multiple-ends">
              <span>{labels[0]}</span>
              {labels.length > 1 && <span>{labels.at(-1)}</span>}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
