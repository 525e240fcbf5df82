import { lazy, memo, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { type Period, previousPeriod } from '../../../shared/calendar/period';
import { dimensions, privateDimension } from '../../../shared/catalogue/catalogue';
import type { Bilingual } from '../../../shared/catalogue/row';
import { gradeOf, scales } from '../../../shared/catalogue/scale';
import type { Edit } from '../../../shared/changes/draft';
import { edit, recordOrDefault } from '../../../shared/changes/records';
import { scoreLabel } from '../../../shared/insight/grade';
import { leadersOf } from '../../../shared/insight/people';
import { flagsOf, type RatingFlag } from '../../../shared/insight/rating-flags';
import { type RatingRow as RatedRow, ratingRows } from '../../../shared/insight/rating-rows';
import {
  dimensionScore,
  leaderScores,
  leadingId,
  ratingsOf,
  sheetStatus,
  teamScores,
} from '../../../shared/insight/score';
import type { RecordOf } from '../../../shared/model/collections';
import { ratingId, sheetId } from '../../../shared/model/rating';
import { unitId } from '../../../shared/model/unit';
import { ChartFigure } from '../../charts/ChartFigure';
import type { DimensionPoint } from '../../charts/DimensionRadar';
import { Choice } from '../../components/Choice';
import { Table } from '../../components/Table';
import { bilingual, numberText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useReplica } from '../../state/workspace';
import { focusNext } from './focus-next';
import { RatingRow } from './RatingRow';
import { Reflection } from './Reflection';
import { SheetCycle } from './SheetCycle';
import { r } from './texts';

const DimensionRadar = lazy(() => import('../../charts/DimensionRadar'));
const EvidenceDialog = lazy(() => import('./EvidenceDialog'));

interface Group {
  readonly id: string;
  readonly text: Bilingual;
  readonly rows: readonly RatedRow[];
}

const leadingText: Bilingual = { zh: '以身作则', en: 'Leading by example' };

interface Chapter {
  readonly id: 'A' | 'B' | 'W';
  readonly groups: readonly Group[];
}

/** The rows of a period under their dimensions; a row stays one object until the rows change. */
function chaptersOf(rows: readonly RatedRow[]): Chapter[] {
  const groupOf = (id: string, text: Bilingual): Group => ({
    id,
    text,
    rows: rows.filter(({ parent }) => (parent ?? leadingId) === id),
  });
  return [
    ...(['A', 'B'] as const).map((id) => ({
      id,
      groups: dimensions
        .filter((dimension) => dimension.id.startsWith(id))
        .map((dimension) => groupOf(dimension.id, dimension.text)),
    })),
    { id: 'W', groups: [groupOf(leadingId, leadingText)] },
  ];
}

interface SheetViewProps {
  readonly person: RecordOf<'person'>;
  readonly period: Period;
  /** Whether who looks at it is the one it is about. */
  readonly seesPrivate: boolean;
  /** Whether who looks at it is the head of the team, and this is another's. */
  readonly isHead: boolean;
}

/** A leader rates himself: 45 rows by keyboard, with what the period shows beside them. */
export function SheetView({ person, period, seesPrivate, isHead }: SheetViewProps) {
  const replica = useReplica();
  const { state } = replica;
  const { scale } = recordOrDefault(state, 'unit', unitId);
  const sheet = recordOrDefault(state, 'sheet', sheetId(person.id, period));
  const [drawer, setDrawer] = useState<string | null>(null);
  const status = sheetStatus(state, person.id, period);
  const isSubmitted = status === 'submitted';
  const isFixed = isSubmitted || replica.readOnly !== null || isHead;
  // What is not handed in was written on this PC; what is, shows body and mind to its owner alone.
  const showsPrivate = seesPrivate || sheet.showsPrivate || (!isSubmitted && !isHead);

  const ratings = ratingsOf(state, person.id, period);
  const flags = isHead ? noFlags : flagsOf(state, person.id, period);
  const points = useMemo(() => {
    const of = (which: Period) => leaderScores(replica.state, person.id, which).scores;
    const now = of(period);
    const before = of(previousPeriod(period));
    const ids = leadersOf(replica.state, period).map(({ id }) => id);
    const team = new Map(
      teamScores(replica.state, ids, period).map(({ dimension, median }) => [dimension, median]),
    );
    return dimensions
      .filter(({ id }) => showsPrivate || id !== privateDimension)
      .map(({ id, short }): DimensionPoint & { id: string } => ({
        id,
        label: bilingual(short),
        now: now.get(id) ?? null,
        before: before.get(id) ?? null,
        team: team.get(id) ?? null,
      }));
  }, [replica, person.id, period, showsPrivate]);
  // The answer to a key comes first, the chart after it.
  const drawn = useDeferredValue(points);
  const openEvidence = useCallback((row: string) => setDrawer(row), []);

  const rateWhole = (group: Group, score: number, grade: string) => {
    const edits = group.rows.flatMap((row): Edit[] => {
      const rating = ratings.get(row.id);
      if (rating && rating.notApplicable !== '') return [];
      return [edit('rating', ratingId(person.id, period, row.id), { score })];
    });
    const said = r('whole.done', { dimension: bilingual(group.text), grade });
    void act('rating.set', edits, { audience: 'private', said });
  };
  const rows = ratingRows(state, period);
  const chapters = chaptersOf(rows);
  const chosen = rows.find(({ id }) => id === drawer);

  return (
    <div className="ty-rating">
      <div>
        {!isFixed && <p className="ty-hint">{r('keys')}</p>}
        {chapters.map(({ id, groups }) => (
          <div key={id} className="ty-section">
            <h2>{t(`rating.group.${id}`)}</h2>
            {groups.map((group) =>
              group.id === privateDimension && !showsPrivate ? (
                <p key={group.id} className="ty-hint">
                  {r('private.hidden')}
                </p>
              ) : (
                <section key={group.id} className="ty-rating-dimension">
                  <GroupHead
                    group={group}
                    scale={scale}
                    score={dimensionScore(
                      group.rows.map((row) => ratings.get(row.id)),
                      group.rows.map(({ weight }) => weight),
                    )}
                    disabled={isFixed}
                    onWhole={rateWhole}
                  />
                  {group.rows.map((item) => (
                    <RatingRow
                      key={item.id}
                      item={item}
                      rating={ratings.get(item.id)}
                      flag={flags.get(item.id)}
                      person={person.id}
                      period={period}
                      scale={scale}
                      disabled={isFixed}
                      onEvidence={openEvidence}
                    />
                  ))}
                </section>
              ),
            )}
          </div>
        ))}
        <Reflection person={person.id} period={period} sheet={sheet} disabled={isFixed} />
      </div>
      <aside className="ty-rating-side">
        <SheetCycle
          person={person}
          period={period}
          sheet={sheet}
          isHead={isHead}
          isOwner={seesPrivate}
          flagged={flags.size}
        />
        <DimensionFigure points={drawn} />
      </aside>
      {chosen && (
        <Suspense fallback={null}>
          <EvidenceDialog
            row={chosen}
            person={person.id}
            period={period}
            disabled={isFixed}
            onClose={() => setDrawer(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

const noFlags: ReadonlyMap<string, RatingFlag> = new Map();

interface GroupHeadProps {
  readonly group: Group;
  readonly scale: 'four' | 'five' | 'hundred';
  readonly score: number | null;
  readonly disabled: boolean;
  readonly onWhole: (group: Group, score: number, grade: string) => void;
}

/** A dimension's name and score, and one choice that rates all its rows. */
function GroupHead({ group, scale, score, disabled, onWhole }: GroupHeadProps) {
  const grades = scales[scale === 'hundred' ? 'four' : scale];
  const name = scale === 'hundred' ? 'four' : scale;
  return (
    <div className="ty-rating-head" data-rating-whole={group.id}>
      <h3>
        {bilingual(group.text)}
        <span className="ty-soft">{bilingual(scoreLabel(score, scale))}</span>
      </h3>
      {!disabled && (
        <div className="ty-rating-whole">
          <span className="ty-soft" aria-hidden="true">
            {r('whole.short')}
          </span>
          <Choice
            label={r('whole', { dimension: bilingual(group.text) })}
            value={score === null ? null : gradeOf(score, name).key}
            options={grades.map(({ key, text }) => ({ value: key, key, label: bilingual(text) }))}
            onChange={(key) => {
              const grade = grades.find((one) => one.key === key);
              if (grade) onWhole(group, grade.score, bilingual(grade.text));
            }}
            onNext={(from, isFar) => focusNext(from, isFar ? 'dimension' : 'row')}
          />
        </div>
      )}
    </div>
  );
}

/** The radar of the sheet, drawn again only when a score changed. */
const DimensionFigure = memo(function DimensionFigure(props: {
  readonly points: readonly (DimensionPoint & { readonly id: string })[];
}) {
  const { points } = props;
  const rated = points.filter(({ now }) => now !== null);
  return (
    <ChartFigure
      title={t('rating.radar')}
      sentence={t('rating.radar.sentence', { rated: rated.length, all: points.length })}
      chart={
        <Suspense fallback={<div className="ty-rating-radar" />}>
          <div className="ty-rating-radar">
            <DimensionRadar
              points={points}
              names={{ now: t('rating.now'), before: t('rating.before'), team: t('rating.team') }}
            />
          </div>
        </Suspense>
      }
      table={
        <Table
          label={t('rating.radar')}
          rows={points}
          columns={[
            { id: 'label', title: t('rating.dimension'), cell: ({ label }) => label },
            ...(['now', 'before', 'team'] as const).map((key) => ({
              id: key,
              title: t(`rating.${key}`),
              align: 'number' as const,
              cell: (point: DimensionPoint) => numberText(point[key]),
            })),
          ]}
        />
      }
    />
  );
});
