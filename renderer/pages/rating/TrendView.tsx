import { useMemo, useState } from 'react';
import {
  monthsOf,
  type Period,
  parsePeriod,
  periodLabel,
  previousPeriod,
} from '../../../shared/calendar/period';
import { dimensions, privateDimension } from '../../../shared/catalogue/catalogue';
import { formatScore } from '../../../shared/insight/grade';
import { leaderTrend } from '../../../shared/insight/trend';
import { ChartFigure } from '../../charts/ChartFigure';
import { type HeatCell, Heatmap } from '../../charts/Heatmap';
import ScoreLines from '../../charts/ScoreLines';
import ScoreMultiples from '../../charts/ScoreMultiples';
import { Choice } from '../../components/Choice';
import { SelectField } from '../../components/SelectField';
import { Table } from '../../components/Table';
import { useAfterPaint } from '../../components/use-after-paint';
import { bilingual, currentLanguage, numberText } from '../../i18n/i18n';
import { go, useLocation } from '../../state/location';
import { useYearsSince } from '../../state/month';
import { useReplica } from '../../state/workspace';
import { levelOf } from './level';
import { withQuarterRule } from './quarter-rule';
import { r } from './texts';

const ranges = ['12', '24', '60', '120'] as const;

/** Height of a row of a heatmap, in rem. */
const rowHeight = 2.25;

/** The period on an axis: `2026-10`, `2026年四季度`. */
const shortLabel = (period: Period): string =>
  parsePeriod(period).every === 'month'
    ? period
    : periodLabel(period, currentLanguage()).replace('第', '');

/** Last score and how it moved since the first; undefined without a score. */
function endsOf(scores: readonly (number | null)[]) {
  const known = scores.filter((score) => score !== null);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { last, change: known.length < 2 ? undefined : last - first };
}

/** `▲ 1.5`, `▼ 2`, `＝`: a change told by mark and number. */
const changeText = (change: number): string =>
  Math.abs(change) < 0.5 ? '＝' : `${change > 0 ? '▲' : '▼'} ${formatScore(Math.abs(change))}`;

const changeWords = (change: number): string =>
  Math.abs(change) < 0.5
    ? r('trend.one.same')
    : r(change > 0 ? 'trend.one.up' : 'trend.one.down', { by: formatScore(Math.abs(change)) });

interface TrendViewProps {
  readonly person: string;
  /** The last month or quarter that is shown; the others are of the same length. */
  readonly period: Period;
  readonly seesPrivate: boolean;
}

/** A leader's scores over time: a small chart a dimension or one large, and all in a heatmap. */
export default function TrendView({ person, period, seesPrivate }: TrendViewProps) {
  const replica = useReplica();
  const { params } = useLocation();
  const [range, setRange] = useState<(typeof ranges)[number]>('24');
  // The heatmap lies below the charts and has hundreds of cells.
  const isAfter = useAfterPaint();
  const isQuarterly = parsePeriod(period).every === 'quarter';
  const shown = dimensions.filter(({ id }) => seesPrivate || id !== privateDimension);
  const only = shown.find(({ id }) => id === params.dimension);
  const asked = useMemo(() => {
    const count = Math.ceil(Number(range) / (isQuarterly ? 3 : 1));
    const list: Period[] = [period];
    while (list.length < count) list.push(previousPeriod(list.at(-1) ?? period));
    return list.reverse();
  }, [period, isQuarterly, range]);
  useYearsSince(asked[0] ?? period);
  const { trend, periods } = useMemo(() => {
    const points = leaderTrend(replica.state, person, asked);
    // The time before the first rating, where nothing can be seen, takes no room.
    const rated = asked.findIndex((_, at) =>
      [...points.values()].some((list) => (list[at]?.score ?? null) !== null),
    );
    const first = Math.max(0, Math.min(rated, asked.length - 2));
    const scores = [...points].map(
      ([id, list]) => [id, list.slice(first).map(({ score }) => score)] as const,
    );
    return { trend: new Map(scores), periods: asked.slice(first) };
  }, [replica, person, asked]);
  const label = (one: Period) => periodLabel(one, currentLanguage());
  const scoresOf = (id: string) => trend.get(id) ?? [];
  const lines = shown.map(({ id, short }) => ({
    id,
    name: bilingual(short),
    scores: scoresOf(id),
  }));
  const changes = lines.flatMap(({ scores }) => endsOf(scores)?.change ?? []);
  const isEmpty = lines.every(({ scores }) => scores.every((score) => score === null));
  const ends = only && endsOf(scoresOf(only.id));
  const sentence = isEmpty
    ? r('trend.lines.none')
    : only
      ? r(ends ? 'trend.one.sentence' : 'trend.one.none', {
          dimension: bilingual(only.text),
          last: ends ? formatScore(ends.last) : '',
          change: changeWords(ends?.change ?? 0),
        })
      : r('trend.lines.sentence', {
          from: label(periods[0] ?? period),
          to: label(period),
          up: changes.filter((change) => change >= 0.5).length,
          down: changes.filter((change) => change <= -0.5).length,
          same: changes.filter((change) => Math.abs(change) < 0.5).length,
        });
  const rated = periods.flatMap((id, at) =>
    lines.some(({ scores }) => (scores[at] ?? null) !== null) ? [{ id, at }] : [],
  );
  const cellsOf = (one: Period, at: number) =>
    shown.map(({ id, text: name }): HeatCell | null => {
      const score = scoresOf(id)[at] ?? null;
      if (score === null) return null;
      const text = formatScore(score);
      return { text, level: levelOf(score), label: `${label(one)} ${bilingual(name)} ${text}` };
    });
  const noteOf = (id: string) => {
    const ends = endsOf(scoresOf(id));
    if (!ends) return '—';
    const { last, change } = ends;
    return change === undefined ? formatScore(last) : `${formatScore(last)}　${changeText(change)}`;
  };
  const choose = (dimension: string) => go('rating', { ...params, dimension });
  const open = (one: Period) =>
    go('rating', {
      ...params,
      view: isQuarterly ? 'quarter' : 'sheet',
      month: monthsOf(one)[0] ?? one,
    });

  return (
    <div className="ty-rating-seeing">
      <ChartFigure
        title={r('trend.lines')}
        sentence={isQuarterly ? withQuarterRule(replica.state, sentence) : sentence}
        chart={
          isEmpty ? null : only ? (
            <ScoreLines
              periods={periods.map((id) => ({ id, label: shortLabel(id) }))}
              lines={lines}
              chosen={only.id}
              onOpen={open}
            />
          ) : (
            <ScoreMultiples
              lines={lines}
              ends={[shortLabel(periods[0] ?? period), shortLabel(period)]}
              noteOf={noteOf}
              onOpen={choose}
            />
          )
        }
        table={
          <Table
            label={r('trend.lines')}
            rows={rated}
            columns={[
              { id: 'period', title: r('trend.period'), cell: ({ id }) => label(id) },
              ...shown.map(({ id, short }) => ({
                id,
                title: bilingual(short),
                align: 'number' as const,
                cell: ({ at }: { readonly at: number }) => numberText(scoresOf(id)[at] ?? null),
              })),
            ]}
          />
        }
      >
        <SelectField
          className="ty-rating-choose"
          label={r('trend.choose')}
          value={only?.id ?? ''}
          optional
          nothing={r('trend.all')}
          options={shown.map(({ id, text }) => ({ value: id, label: bilingual(text) }))}
          onChange={choose}
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
            isAfter ? (
              <Heatmap
                label={r('trend.heat')}
                corner={r('trend.period')}
                columns={shown.map(({ id, short }) => ({ id, title: bilingual(short) }))}
                rows={rated.toReversed().map(({ id, at }) => ({
                  id,
                  name: label(id),
                  cells: () => cellsOf(id, at),
                }))}
                onOpen={open}
              />
            ) : (
              // The page keeps its length while the cells are on their way.
              <div style={{ height: `${(rated.length + 1) * rowHeight}rem` }} />
            )
          }
        />
      )}
    </div>
  );
}
