import { useMemo } from 'react';
import { type Period, parsePeriod } from '../../../shared/calendar/period';
import { dimensions, rowById } from '../../../shared/catalogue/catalogue';
import type { Bilingual } from '../../../shared/catalogue/row';
import { formatScore } from '../../../shared/insight/grade';
import {
  leadingId,
  submittedScores,
  teamDimensions,
  teamScoresOf,
} from '../../../shared/insight/score';
import type { RecordOf } from '../../../shared/model/collections';
import { ChartFigure } from '../../charts/ChartFigure';
import { type HeatCell, Heatmap } from '../../charts/Heatmap';
import ScoreSpread from '../../charts/ScoreSpread';
import { EmptyState } from '../../components/EmptyState';
import { Table } from '../../components/Table';
import { bilingual, numberText, t } from '../../i18n/i18n';
import { go, useLocation } from '../../state/location';
import { useReplica } from '../../state/workspace';
import { levelOf } from './level';
import { withQuarterRule } from './quarter-rule';
import { r } from './texts';

interface TeamViewProps {
  readonly period: Period;
  readonly leaders: readonly RecordOf<'person'>[];
  readonly seesNames: boolean;
}

const leadingText: Bilingual = { zh: '以身作则', en: 'Leading by example' };

const shortOf = (id: string): string =>
  bilingual(
    id === leadingId
      ? leadingText
      : (dimensions.find((one) => one.id === id)?.short ?? rowById(id)?.text ?? leadingText),
  );

/** The team on each dimension: middle and width, and who submitted what, in order of rank. */
export default function TeamView({ period, leaders, seesNames }: TeamViewProps) {
  const replica = useReplica();
  const { params } = useLocation();
  const ids = [...teamDimensions.map(({ id }) => id), leadingId];
  const sheets = useMemo(
    () =>
      leaders.flatMap((person) => {
        const of = submittedScores(replica.state, person.id, period);
        return of ? [{ person, of }] : [];
      }),
    [replica, leaders, period],
  );
  const isQuarterly = parsePeriod(period).every === 'quarter';

  if (sheets.length === 0) return <EmptyState sentence={r('team.spread.none')} />;

  // Without names no order may tell them: by id, which says nothing of rank.
  const ordered = seesNames
    ? sheets
    : sheets.toSorted((a, b) => (a.person.id.slice(-6) < b.person.id.slice(-6) ? -1 : 1));
  const nameAt = (at: number) =>
    seesNames ? (ordered[at]?.person.name ?? '') : r('team.anonymous', { n: at + 1 });
  const cellOf = (at: number, id: string): HeatCell | null => {
    const score = ordered[at]?.of.scores.get(id) ?? null;
    if (score === null) return null;
    const text = formatScore(score);
    return { text, level: levelOf(score), label: `${nameAt(at)} ${shortOf(id)} ${text}` };
  };
  const rows = teamScoresOf(sheets.map(({ of }) => of)).map((score) => ({
    id: score.dimension,
    ...score,
  }));
  const sentence = r('team.spread.sentence', { all: leaders.length, done: sheets.length });

  return (
    <div className="ty-rating-seeing">
      <ChartFigure
        title={r('team.spread')}
        sentence={isQuarterly ? withQuarterRule(replica.state, sentence) : sentence}
        chart={<ScoreSpread rows={rows.map((row) => ({ ...row, name: shortOf(row.id) }))} />}
        table={
          <Table
            label={r('team.spread')}
            rows={rows}
            columns={[
              { id: 'name', title: t('rating.dimension'), cell: ({ id }) => shortOf(id) },
              ...(['low', 'median', 'high', 'count'] as const).map((key) => ({
                id: key,
                title: r(`team.${key}`),
                align: 'number' as const,
                cell: (row: (typeof rows)[number]) => numberText(row[key]),
              })),
            ]}
          />
        }
      />
      <ChartFigure
        title={r('team.heat')}
        sentence={r(seesNames ? 'team.heat.sentence' : 'team.heat.anonymous')}
        chart={
          <Heatmap
            label={r('team.heat')}
            corner={r('team.member')}
            columns={ids.map((id) => ({ id, title: shortOf(id) }))}
            rows={ordered.map(({ person }, at) => ({
              id: seesNames ? person.id : String(at),
              name: nameAt(at),
              cells: ids.map((id) => cellOf(at, id)),
            }))}
            {...(seesNames && {
              onOpen: (person: string) =>
                go('rating', { ...params, view: isQuarterly ? 'quarter' : 'sheet', person }),
            })}
          />
        }
      />
    </div>
  );
}
