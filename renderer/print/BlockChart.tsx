import type { Block } from '../../shared/report/blocks';

type ChartBlock = Extract<Block, { type: 'chart' }>;

/** Told apart without colour: by grey and by stroke. */
const looks = [
  { stroke: '#1a1a1a', fill: '#595959', dash: '' },
  { stroke: '#8c8c8c', fill: '#a6a6a6', dash: '6 3' },
  { stroke: '#c9c9c9', fill: '#d9d9d9', dash: '2 3' },
] as const;

const lookOf = (index: number) => looks[index % looks.length] ?? looks[0];

/** The type area's width by six lines of its grid, in CSS px. */
const size = { width: 589, height: 232 };
const radius = 88;
const labelSize = 12;

/** Which series is which; a single one says it by its caption. */
function Legend({ block: { series, chart } }: { block: ChartBlock }) {
  const isLine = chart === 'radar';
  if (series.length < 2) return null;
  return (
    <div className="paper-legend">
      {series.map(({ name }, index) => (
        <span key={name} className="paper-legend-entry">
          <svg width="28" height="10" viewBox="0 0 28 10" aria-hidden="true">
            {isLine ? (
              <path
                d="M0 5H28"
                stroke={lookOf(index).stroke}
                strokeWidth="2"
                strokeDasharray={lookOf(index).dash}
              />
            ) : (
              <rect width="28" height="10" fill={lookOf(index).fill} />
            )}
          </svg>
          {name}
        </span>
      ))}
    </div>
  );
}

interface BarsProps {
  readonly block: ChartBlock;
  readonly from: number;
  readonly to?: number;
}

/** Bars below each other with their values, so that no axis is needed; they break like rows. */
function Bars({ block, from, to }: BarsProps) {
  const { labels, series, max } = block;
  return (
    <>
      {from === 0 && <Legend block={block} />}
      {labels.slice(from, to).map((label, row) => (
        <div key={label} className="paper-bar">
          <span className="paper-bar-label">{label}</span>
          <div className="paper-bar-tracks">
            {series.map(({ name, values }, index) => {
              const value = values[from + row] ?? null;
              return (
                <div key={name} className="paper-bar-track">
                  {value !== null && (
                    <div
                      className="paper-bar-fill"
                      style={{
                        width: `${(100 * Math.min(Math.max(value, 0), max)) / max}%`,
                        backgroundColor: lookOf(index).fill,
                      }}
                    />
                  )}
                  <span className="paper-bar-value">{value}</span>
                </div>
              );
            })}
          </div>
        </div>
      ))}
    </>
  );
}

/** A point on the spoke of a label, `share` of the radius from the middle. */
function pointOn(spoke: number, spokes: number, share: number): { x: number; y: number } {
  const angle = (2 * Math.PI * spoke) / spokes - Math.PI / 2;
  return {
    x: size.width / 2 + radius * share * Math.cos(angle),
    y: size.height / 2 + radius * share * Math.sin(angle),
  };
}

const shapeOf = (shares: readonly number[]): string =>
  shares
    .map((share, spoke) => pointOn(spoke, shares.length, share))
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');

/** Labels stand away from the middle on their own side. */
function anchorOf(x: number): 'start' | 'middle' | 'end' {
  const side = x - size.width / 2;
  if (Math.abs(side) < 1) return 'middle';
  return side > 0 ? 'start' : 'end';
}

function Radar({ block }: { block: ChartBlock }) {
  const { labels, series, max, caption } = block;
  const spokes = labels.length;
  return (
    <>
      <svg {...size} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={caption}>
        {[0.25, 0.5, 0.75, 1].map((share) => (
          <polygon
            key={share}
            points={shapeOf(labels.map(() => share))}
            fill="none"
            stroke="#999"
          />
        ))}
        {labels.map((label, spoke) => {
          const end = pointOn(spoke, spokes, 1);
          const text = pointOn(spoke, spokes, 1.09);
          return (
            <g key={label}>
              <path d={`M${size.width / 2} ${size.height / 2}L${end.x} ${end.y}`} stroke="#999" />
              <text
                x={text.x}
                y={text.y + (text.y < size.height / 2 ? 2 : labelSize * 0.7)}
                fontSize={labelSize}
                textAnchor={anchorOf(text.x)}
              >
                {label}
              </text>
            </g>
          );
        })}
        {series.map(({ name, values }, index) => (
          <polygon
            key={name}
            points={shapeOf(labels.map((_label, spoke) => (values[spoke] ?? 0) / max))}
            fill="none"
            stroke={lookOf(index).stroke}
            strokeWidth="1.5"
            strokeDasharray={lookOf(index).dash}
          />
        ))}
      </svg>
      <Legend block={block} />
    </>
  );
}

/** A chart of a document in black and white; of bars, those of one page. */
export function BlockChart(props: BarsProps) {
  const { block } = props;
  return (
    <div className={`paper-chart-drawing paper-chart-${block.chart}`}>
      {block.chart === 'radar' ? <Radar block={block} /> : <Bars {...props} />}
    </div>
  );
}
