import { useId } from 'react';
import { ink, sheet, soft, vermilion } from './look';
import { Mark } from './Mark';
import { ScoreGrid } from './ScoreGrid';
import { scorePath, scoreScale } from './score-scale';

/** One line of scores, one a period; null is a gap. */
export interface ScoreLine {
  readonly id: string;
  readonly name: string;
  readonly scores: readonly (number | null)[];
}

/** A period of the axis: its key and its words. */
export interface ScorePeriod {
  readonly id: string;
  readonly label: string;
}

interface ScoreLinesProps {
  readonly periods: readonly ScorePeriod[];
  readonly lines: readonly ScoreLine[];
  /** The line that is looked at; the others are only its ground. */
  readonly chosen: string;
  /** Goes to what a point was made of. */
  readonly onOpen: (period: string) => void;
}

const width = 1000;
const height = 300;
const [left, right, top, bottom] = [44, 30, 26, 34];

/** Values stand at the points as long as they have room. */
const fewPoints = 24;

/** One line of scores, thick with its points, among the thin lines of all others. */
export default function ScoreLines({ periods, lines, chosen, onOpen }: ScoreLinesProps) {
  const heading = useId();
  const scale = scoreScale(
    lines.flatMap(({ scores }) => scores),
    [height - bottom, top],
  );
  const step = (width - left - right) / Math.max(1, periods.length - 1);
  const x = (place: number) => left + place * step;
  const line = lines.find(({ id }) => id === chosen);
  const every = Math.ceil((periods.length * 90) / (width - left - right));
  const path = (scores: ScoreLine['scores']) => scorePath(scores, x, scale.at);
  return (
    <svg className="ty-score-lines" viewBox={`0 0 ${width} ${height}`} aria-labelledby={heading}>
      <title id={heading}>{line?.name}</title>
      <ScoreGrid
        scale={scale}
        scores={scale.steps}
        ends={[left, width - right]}
        gap={8}
        fontSize={13}
      />
      {periods.map(({ id, label }, place) =>
        // Counted from the last one, which is always named.
        (periods.length - 1 - place) % every === 0 ? (
          <text
            key={id}
            x={place === periods.length - 1 ? width : x(place)}
            y={height - 10}
            textAnchor={place === periods.length - 1 ? 'end' : 'middle'}
            fill={soft}
            fontSize={13}
          >
            {label}
          </text>
        ) : null,
      )}
      {lines.map(({ id, scores }) => (
        <path
          key={id}
          d={path(scores)}
          fill="none"
          stroke={soft}
          strokeWidth={0.75}
          opacity={0.45}
        />
      ))}
      {line && (
        <>
          <path
            d={path(line.scores)}
            fill="none"
            stroke={vermilion}
            strokeWidth={3}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
          {line.scores.map((score, place) => {
            const period = periods[place];
            if (score === null || !period) return null;
            const value = String(Math.round(score * 10) / 10);
            return (
              <Mark
                key={period.id}
                label={`${period.label} ${line.name} ${value}`}
                onOpen={() => onOpen(period.id)}
              >
                <circle cx={x(place)} cy={scale.at(score)} r={10} fill="transparent" />
                {periods.length <= 60 && (
                  <circle
                    cx={x(place)}
                    cy={scale.at(score)}
                    r={4}
                    fill={vermilion}
                    stroke={sheet}
                    strokeWidth={1.5}
                  />
                )}
                {periods.length <= fewPoints && (
                  <text
                    x={x(place)}
                    y={scale.at(score) - 10}
                    textAnchor="middle"
                    fill={ink}
                    fontSize={13}
                    stroke={sheet}
                    strokeWidth={3}
                    paintOrder="stroke"
                  >
                    {value}
                  </text>
                )}
              </Mark>
            );
          })}
        </>
      )}
    </svg>
  );
}
