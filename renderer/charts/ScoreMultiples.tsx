import { ink, soft } from './look';
import { ScoreGrid } from './ScoreGrid';
import type { ScoreLine } from './ScoreLines';
import { scorePath, scoreScale } from './score-scale';

interface ScoreMultiplesProps {
  readonly lines: readonly ScoreLine[];
  /** Words of the first and the last period. */
  readonly ends: readonly [string, string];
  /** What a line says: its last score and its change. */
  readonly noteOf: (id: string) => string;
  /** Looks at one of them alone. */
  readonly onOpen: (id: string) => void;
}

const width = 240;
const height = 92;
const [left, right, top, bottom] = [28, 6, 8, 22];

/** A small chart a line, all to one scale, so that they can be compared and none crosses another. */
export default function ScoreMultiples({ lines, ends, noteOf, onOpen }: ScoreMultiplesProps) {
  const scale = scoreScale(
    lines.flatMap(({ scores }) => scores),
    [height - bottom, top],
  );
  return (
    <ul className="ty-score-multiples">
      {lines.map(({ id, name, scores }) => {
        const step = (width - left - right) / Math.max(1, scores.length - 1);
        const lowest = scale.steps[0] ?? 60;
        return (
          <li key={id}>
            <button type="button" className="ty-score-multiple" onClick={() => onOpen(id)}>
              <span className="ty-score-multiple-name">{name}</span>
              <span className="ty-soft">{noteOf(id)}</span>
              <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
                <ScoreGrid
                  scale={scale}
                  scores={[lowest, 80, 100]}
                  ends={[left, width - right]}
                  gap={5}
                  fontSize={12}
                />
                <path
                  d={scorePath(scores, (place) => left + place * step, scale.at)}
                  fill="none"
                  stroke={ink}
                  strokeWidth={1.75}
                  strokeLinejoin="round"
                  strokeLinecap="round"
                />
                <text x={left} y={height - 5} fill={soft} fontSize={12}>
                  {ends[0]}
                </text>
                <text x={width - right} y={height - 5} textAnchor="end" fill={soft} fontSize={12}>
                  {ends[1]}
                </text>
              </svg>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
