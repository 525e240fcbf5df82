import { rule, soft } from './look';
import type { ScoreScale } from './score-scale';

interface ScoreGridProps {
  readonly scale: ScoreScale;
  /** The scores that have a line across and stand beside it. */
  readonly scores: readonly number[];
  /** Places of the lines' ends in the drawing. */
  readonly ends: readonly [number, number];
  /** Room between a score and its line. */
  readonly gap: number;
  readonly fontSize: number;
}

/** The lines across a drawing of scores, each with its score at the left. */
export function ScoreGrid({ scale, scores, ends: [left, right], gap, fontSize }: ScoreGridProps) {
  return scores.map((score) => (
    <g key={score}>
      <line x1={left} x2={right} y1={scale.at(score)} y2={scale.at(score)} stroke={rule} />
      <text x={left - gap} y={scale.at(score) + 4} textAnchor="end" fill={soft} fontSize={fontSize}>
        {score}
      </text>
    </g>
  ));
}
