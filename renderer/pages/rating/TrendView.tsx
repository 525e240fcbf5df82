import { useMemo, useState } from 'react';
import { type Period, periodLabel, previousPeriod } from '../../../shared/calendar/period';
import { dimensions, privateDimension } from '../../../shared/catalogue/catalogue';
import { formatScore } from '../../../shared/insight/grade';
import { leaderTrend, type TrendPoint } from '../../../shared/insight/trend';
import { ChartFigure } from '../../charts/ChartFigure';
import { type HeatCell, Heatmap } from '../../charts/Heatmap';
import ScoreLines from '../../charts/ScoreLines';
import { Choice } from '../../components/Choice';
import { SelectField } from '../../components/SelectField';
import { Table } from '../../components/Table';
import { bilingual, currentLanguage, numberText } from '../../i18n/i18n';
import { go, useLocation } from '../../state/location';
import { useReplica } from '../../state/workspace';
import { levelOf } from './level';
import { r } from './texts';

const ranges = ['12', '24', '60', '120'] as const;

const firstMonth = (period: Period): Period =>
  period.includes('Q')
    ? `${period.slice(0, 4)}-${String(Number(period.slice(-1)) * 3 - 2).padStart(2, '0')}`
    : period;

/** The score furthest from the first that exists, i.e. last minus first; null where not two. */
function changeOf(points: readonly TrendPoint[]): number | null {
  const scores = points.flatMap(({ score }) => (score === null ? [] : [score]));
  const [first] = scores;
  const last = scores.at(-1);
  return first === undefined || last === undefined || scores.length < 2 ? null : last - first;
}

interface TrendViewProps {
  readonly person: string;
  readonly period: Period;
  readonly seesPrivate: boolean;
}

/** A leader's scores over time: lines, and every period in a heatmap that leads to its sheet. */
export default function TrendView({ person, period, seesPrivate }: TrendViewProps) {
  const replica = useReplica();
  const { params } = useLocation();
  const [range, setRange] = useState<(typeof ranges)[number]>('24');
  const [only, setOnly] = useState('');
  const shown = dimensions.filter(({ id }) => seesPrivate || id !== privateDimension);
  const periods = useMemo(() => {
    const count = Math.ceil(Number(range) / (period.includes('Q') ? 3 : 1));
    const list: Period[] = [period];
    while (list.length < count) list.unshift(previousPeriod(list[0] ?? period));
    return list;
  }, [period, range]);
  const trend = useMemo(
    () => leaderTrend(replica.state, person, periods),
    [replica, person, periods],
  );
  const label = (one: Period) => periodLabel(one, currentLanguage());
  const pointsOf = (id: string) => trend.get(id) ?? [];
  const changes = shown.map(({ id }) => changeOf(pointsOf(id))).filter((one) => one !== null);
  const isEmpty = shown.every(({ id }) => pointsOf(id).every(({ score }) => score === null));
  const sentence = isEmpty
    ? r('trend.lines.none')
    : r('trend.lines.sentence', {
        from: label(periods[0] ?? period),
        to: label(period),
        up: changes.filter((change) => change >= 0.5).length,
        down: changes.filter((change) => change <= -0.5).length,
        same: changes.filter((change) => Math.abs(change) < 0.5).length,
      });
  const rated = periods.filter((_, at) =>
    shown.some(({ id }) => (pointsOf(id)[at]?.score ?? null) !== null),
  );
  const cellOf = (id: string, one: Period): HeatCell | null => {
    const score = pointsOf(id).find((point) => point.period === one)?.score ?? null;
    const dimension = shown.find((entry) => entry.id === id);
    if (score === null || !dimension) return null;
    const text = formatScore(score);
    return {
      text,
      level: levelOf(score),
      label: `${label(one)} ${bilingual(dimension.text)} ${text}`,
    };
  };

  return (
    <div className="ty-rating-seeing">
      <ChartFigure
        title={r('trend.lines')}
        sentence={sentence}
        chart={
          <ScoreLines
            periods={periods}
            lines={shown
              .filter(({ id }) => only === '' || id === only)
              .map(({ id, short }) => ({
                id,
                name: bilingual(short),
                scores: pointsOf(id).map(({ score }) => score),
              }))}
          />
        }
        table={
          <Table
            label={r('trend.lines')}
            rows={rated.map((one) => ({ id: one }))}
            columns={[
              { id: 'period', title: r('trend.period'), cell: ({ id }) => label(id) },
              ...shown.map(({ id, short }) => ({
                id,
                title: bilingual(short),
                align: 'number' as const,
                cell: (row: { readonly id: string }) =>
                  numberText(pointsOf(id).find((point) => point.period === row.id)?.score ?? null),
              })),
            ]}
          />
        }
      >
        <SelectField
          label={r('trend.choose')}
          value={only}
          optional
          nothing={r('trend.all')}
          options={shown.map(({ id, text }) => ({ value: id, label: bilingual(text) }))}
          onChange={setOnly}
        />
        <Choice
          label={r('range')}
          value={range}
          options={ranges.map((value) => ({ value, label: r(`range.${value}`) }))}
          onChange={setRange}
        />
      </ChartFigure>
      {rated.length > 0 && (
        <ChartFigure
          title={r('trend.heat')}
          sentence={r('trend.heat.sentence')}
          chart={
            <Heatmap
              label={r('trend.heat')}
              corner={r('trend.period')}
              columns={shown.map(({ id, short }) => ({ id, title: bilingual(short) }))}
              rows={rated.toReversed().map((one) => ({
                id: one,
                name: label(one),
                cells: shown.map(({ id }) => cellOf(id, one)),
              }))}
              onOpen={(one) => go('rating', { ...params, view: 'sheet', month: firstMonth(one) })}
            />
          }
        />
      )}
    </div>
  );
}
