import { memo, type ReactNode } from 'react';
import type { Dimension } from '../../../shared/catalogue/row';
import { ChartFigure } from '../../charts/ChartFigure';
import DimensionRadar, { type DimensionPoint } from '../../charts/DimensionRadar';
import { Table } from '../../components/Table';
import { bilingual, numberText, t } from '../../i18n/i18n';

/** What is compared on each dimension. */
export type FigurePoint = DimensionPoint & { readonly id: string };

type Scores = ReadonlyMap<string, number | null>;

/** The points of some dimensions from the scores of this period, the last one and the team. */
export const figurePoints = (
  shown: readonly Dimension[],
  scores: { readonly now: Scores; readonly before: Scores; readonly team: Scores },
): FigurePoint[] =>
  shown.map(({ id, short }) => ({
    id,
    label: bilingual(short),
    now: scores.now.get(id) ?? null,
    before: scores.before.get(id) ?? null,
    team: scores.team.get(id) ?? null,
  }));

interface DimensionFigureProps {
  readonly points: readonly FigurePoint[];
  /** How the period and the one before are called. */
  readonly names: { readonly now: string; readonly before: string };
  readonly children?: ReactNode;
}

/** The radar of a leader, drawn again only when a score changed. */
export const DimensionFigure = memo(function DimensionFigure(props: DimensionFigureProps) {
  const { points, names } = props;
  const all = { ...names, team: t('rating.team') };
  const rated = points.filter(({ now }) => now !== null);
  return (
    <ChartFigure
      title={t('rating.radar')}
      sentence={t('rating.radar.sentence', { rated: rated.length, all: points.length })}
      chart={
        <div className="ty-rating-radar">
          <DimensionRadar points={points} names={all} />
        </div>
      }
      table={
        <Table
          label={t('rating.radar')}
          rows={points}
          columns={[
            { id: 'label', title: t('rating.dimension'), cell: ({ label }) => label },
            ...(['now', 'before', 'team'] as const).map((key) => ({
              id: key,
              title: all[key],
              align: 'number' as const,
              cell: (point: DimensionPoint) => numberText(point[key]),
            })),
          ]}
        />
      }
    />
  );
});
