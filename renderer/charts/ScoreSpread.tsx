import { ink, rule, soft, vermilion } from './look';
import { scoreScale } from './score-scale';

/** The middle and the width of a team on one dimension, 0 … 100. */
export interface ScoreSpreadRow {
  readonly id: string;
  readonly name: string;
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
}

const left = 140;
const width = 760;
const step = 28;

/** A line a dimension from the lowest to the highest score, a dot at the median. No names. */
export default function ScoreSpread({ rows }: { readonly rows: readonly ScoreSpreadRow[] }) {
  const height = rows.length * step + 34;
  const { steps, at } = scoreScale(
    rows.map(({ low }) => low),
    [left, width - 60],
  );
  return (
    <svg className="ty-spread" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {steps.map((score) => (
        <g key={score}>
          <line x1={at(score)} x2={at(score)} y1={8} y2={height - 24} stroke={rule} />
          <text x={at(score)} y={height - 6} textAnchor="middle" fill={soft} fontSize={13}>
            {score}
          </text>
        </g>
      ))}
      {rows.map(({ id, name, low, median, high }, index) => {
        const y = 22 + index * step;
        return (
          <g key={id}>
            <text x={left - 12} y={y + 5} textAnchor="end" fill={ink} fontSize={14}>
              {name}
            </text>
            {low !== null && high !== null && median !== null && (
              <>
                <line x1={at(low)} x2={at(high)} y1={y} y2={y} stroke={ink} strokeWidth={2} />
                {[low, high].map((end, side) => (
                  <line
                    key={side === 0 ? 'low' : 'high'}
                    x1={at(end)}
                    x2={at(end)}
                    y1={y - 6}
                    y2={y + 6}
                    stroke={ink}
                    strokeWidth={2}
                  />
                ))}
                <circle cx={at(median)} cy={y} r={5} fill={vermilion} />
                <text x={width - 8} y={y + 5} textAnchor="end" fill={ink} fontSize={13}>
                  {Math.round(median * 10) / 10}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
