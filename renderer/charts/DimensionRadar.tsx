import { ink, rule, soft, vermilion } from './look';

/** One dimension with what is compared on it, 0 … 100. */
export interface DimensionPoint {
  readonly label: string;
  readonly now: number | null;
  readonly before: number | null;
  readonly team: number | null;
}

type Line = 'before' | 'team' | 'now';

/** Told apart by dash and width; the period looked at is drawn last, on top. */
const looks = {
  before: { stroke: soft, strokeWidth: 1.5, strokeDasharray: '2 3' },
  team: { stroke: ink, strokeWidth: 1.5, strokeDasharray: '7 4' },
  now: { stroke: vermilion, strokeWidth: 2.5 },
} as const;
const order: readonly Line[] = ['before', 'team', 'now'];

interface DimensionRadarProps {
  readonly points: readonly DimensionPoint[];
  readonly names: Readonly<Record<Line, string>>;
}

const width = 400;
const height = 360;
const [middle, centre, radius] = [200, 166, 118];

/** The dimensions of a self-rating: this period, the last one as a ghost, the team's median. */
export default function DimensionRadar({ points, names }: DimensionRadarProps) {
  const turn = (index: number) => ((2 * index) / points.length - 0.5) * Math.PI;
  const place = (index: number, score: number): readonly [number, number] => [
    middle + Math.cos(turn(index)) * radius * (score / 100),
    centre + Math.sin(turn(index)) * radius * (score / 100),
  ];
  const at = (index: number, score: number) =>
    place(index, score)
      .map((part) => part.toFixed(1))
      .join(' ');
  /** The outline between neighbours that are both rated: what is not rated is a gap, not a zero. */
  const outline = (line: Line) =>
    points
      .map(({ [line]: from }, index) => {
        const next = (index + 1) % points.length;
        const to = points[next]?.[line] ?? null;
        return from === null || to === null ? '' : `M${at(index, from)}L${at(next, to)}`;
      })
      .join('');
  const drawn = order.filter((line) => points.some((point) => point[line] !== null));
  const slot = width / Math.max(1, drawn.length);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {[20, 40, 60, 80, 100].map((score) => (
        <path
          key={score}
          d={`M${points.map((_, index) => at(index, score)).join('L')}Z`}
          fill="none"
          stroke={rule}
        />
      ))}
      <path
        d={points.map((_, index) => `M${middle} ${centre}L${at(index, 100)}`).join('')}
        stroke={rule}
      />
      {points.map(({ label }, index) => {
        const [x, y] = place(index, 109);
        const side = Math.cos(turn(index));
        return (
          <text
            key={label}
            x={x}
            y={y}
            dy="0.35em"
            textAnchor={Math.abs(side) < 0.15 ? 'middle' : side > 0 ? 'start' : 'end'}
            fill={ink}
            fontSize={13}
          >
            {label}
          </text>
        );
      })}
      {drawn.map((line) => (
        <g key={line}>
          <path d={outline(line)} fill="none" strokeLinecap="round" {...looks[line]} />
          {points.map(({ label, [line]: score }, index) => {
            if (score === null) return null;
            const [cx, cy] = place(index, score);
            return (
              <circle key={label} cx={cx} cy={cy} r={2.5} fill={looks[line].stroke}>
                <title>{`${label} ${names[line]} ${Math.round(score * 10) / 10}`}</title>
              </circle>
            );
          })}
        </g>
      ))}
      {drawn.toReversed().map((line, index) => (
        <g key={line}>
          <path
            d={`M${(index + 0.5) * slot - 52} ${height - 14}h28`}
            fill="none"
            {...looks[line]}
          />
          <text x={(index + 0.5) * slot - 18} y={height - 9} fill={ink} fontSize={13}>
            {names[line]}
          </text>
        </g>
      ))}
    </svg>
  );
}
