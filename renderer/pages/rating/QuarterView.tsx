import { useMemo } from 'react';
import {
  monthsOf,
  type Period,
  periodLabel,
  previousPeriod,
} from '../../../shared/calendar/period';
import { dimensions, privateDimension } from '../../../shared/catalogue/catalogue';
import { formatScore } from '../../../shared/insight/grade';
import { leadersOf } from '../../../shared/insight/people';
import {
  type LeaderScores,
  leaderScores,
  submittedScores,
  teamScores,
} from '../../../shared/insight/score';
import { ChartFigure } from '../../charts/ChartFigure';
import { type HeatCell, Heatmap } from '../../charts/Heatmap';
import { EmptyState } from '../../components/EmptyState';
import { bilingual, currentLanguage, t } from '../../i18n/i18n';
import { go, hrefOf, useLocation } from '../../state/location';
import { useReplica } from '../../state/workspace';
import { DimensionFigure, figurePoints } from './DimensionFigure';
import { levelOf } from './level';
import { monthsText, monthText } from './month-text';
import { r } from './texts';

interface QuarterViewProps {
  readonly person: string;
  /** Key of the quarter. */
  readonly quarter: Period;
  readonly seesPrivate: boolean;
}

/** A leader's quarter beside the months that it is made of, each cell leading to its sheet. */
export default function QuarterView({ person, quarter, seesPrivate }: QuarterViewProps) {
  const replica = useReplica();
  const { params } = useLocation();
  const shown = dimensions.filter(({ id }) => seesPrivate || id !== privateDimension);
  const label = periodLabel(quarter, currentLanguage());
  const { now, columns, points } = useMemo(() => {
    const { state } = replica;
    const scores = leaderScores(state, person, quarter);
    const before = leaderScores(state, person, previousPeriod(quarter));
    const months = monthsOf(quarter).map((month): [Period, LeaderScores | undefined] => [
      month,
      submittedScores(state, person, month),
    ]);
    const leaders = leadersOf(state, quarter).map(({ id }) => id);
    const team = teamScores(state, leaders, quarter);
    return {
      now: scores,
      columns: [...months, [quarter, scores] as const],
      points: figurePoints(shown, {
        now: scores.scores,
        before: before.scores,
        team: new Map(team.map(({ dimension, median }) => [dimension, median])),
      }),
    };
  }, [replica, person, quarter, shown]);
  const names = useMemo(
    () => ({ now: r('quarter.now'), before: r('quarter.before') }),
    // The words change with the language, which draws the page anew.
    [],
  );

  if (points.every((point) => point.now === null)) {
    return (
      <EmptyState sentence={r('quarter.none', { quarter: label })}>
        <a className="ty-link" href={hrefOf('rating', { ...params, view: 'sheet' })}>
          {r('quarter.none.go')}
        </a>
      </EmptyState>
    );
  }
  const isOfMonths = now.months.length > 0;
  const cellOf = (id: string, name: string, [period, of]: (typeof columns)[number]) => {
    const score = of?.scores.get(id) ?? null;
    if (score === null) return null;
    const text = formatScore(score);
    const words = period === quarter ? label : monthText(period);
    return { text, level: levelOf(score), label: `${words} ${name} ${text}` } satisfies HeatCell;
  };
  const open = (dimension: string, column: string) =>
    column === quarter
      ? go('rating', { ...params, view: 'trend', by: 'quarter', dimension })
      : go('rating', { ...params, view: 'sheet', by: 'month', month: column });

  return (
    <div className="ty-rating-quarter">
      <ChartFigure
        title={r('quarter.title', { quarter: label })}
        sentence={
          isOfMonths ? r('quarter.rule', { months: monthsText(now.months) }) : r('quarter.own')
        }
        chart={
          <Heatmap
            label={r('quarter.title', { quarter: label })}
            corner={t('rating.dimension')}
            columns={columns.map(([period]) => ({
              id: period,
              title: period === quarter ? r('quarter.now') : monthText(period),
            }))}
            rows={shown.map(({ id, text }) => ({
              id,
              name: bilingual(text),
              cells: columns.map((column) => cellOf(id, bilingual(text), column)),
            }))}
            onOpen={open}
          />
        }
      />
      <DimensionFigure points={points} names={names} />
    </div>
  );
}
