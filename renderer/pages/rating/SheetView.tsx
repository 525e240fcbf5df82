import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
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
import { Choice } from '../../components/Choice';
import { bilingual, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { hrefOf, useLocation } from '../../state/location';
import { useReplica } from '../../state/workspace';
import { DimensionFigure, figurePoints } from './DimensionFigure';
import { focusNext } from './focus-next';
import { monthsText } from './month-text';
import { RatingRow } from './RatingRow';
import { Reflection } from './Reflection';
import { SheetCycle } from './SheetCycle';
import { r } from './texts';

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
  /** Whether the unit rates other periods by now, so that this one is only looked at. */
  readonly isPast: boolean;
}

/** A leader rates himself: 45 rows by keyboard, with what the period shows beside them. */
export function SheetView(props: SheetViewProps) {
  const { person, period, seesPrivate, isHead, isPast } = props;
  const replica = useReplica();
  const { params } = useLocation();
  const { state } = replica;
  const { scale } = recordOrDefault(state, 'unit', unitId);
  const sheet = recordOrDefault(state, 'sheet', sheetId(person.id, period));
  const [drawer, setDrawer] = useState<string | null>(null);
  const status = sheetStatus(state, person.id, period);
  const isSubmitted = status === 'submitted';
  const isFixed = isSubmitted || replica.readOnly !== null || isHead || isPast;
  // What is not handed in was written on this PC; what is, shows body and mind to its owner alone.
  const showsPrivate = seesPrivate || sheet.showsPrivate || (!isSubmitted && !isHead);

  const ratings = ratingsOf(state, person.id, period);
  const flags = isHead ? noFlags : flagsOf(state, person.id, period);
  const { points, months } = useMemo(() => {
    const { scores: now, months } = leaderScores(replica.state, person.id, period);
    const before = leaderScores(replica.state, person.id, previousPeriod(period)).scores;
    const ids = leadersOf(replica.state, period).map(({ id }) => id);
    const team = new Map(
      teamScores(replica.state, ids, period).map(({ dimension, median }) => [dimension, median]),
    );
    const shown = dimensions.filter(({ id }) => showsPrivate || id !== privateDimension);
    return { points: figurePoints(shown, { now, before, team }), months };
  }, [replica, person.id, period, showsPrivate]);
  // The answer to a key comes first, the chart after it.
  const drawn = useDeferredValue(points);
  const names = useMemo(() => ({ now: t('rating.now'), before: t('rating.before') }), []);
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
        {isPast && <p className="ty-hint ty-rating-hint">{r('past')}</p>}
        {months.length > 0 && (
          <p className="ty-hint ty-rating-hint">
            {r('quarter.months', { months: monthsText(months) })}{' '}
            <a className="ty-link" href={hrefOf('rating', { ...params, view: 'quarter' })}>
              {r('quarter.months.go')}
            </a>
          </p>
        )}
        {!isFixed && <p className="ty-hint ty-rating-hint">{r('keys')}</p>}
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
          isPast={isPast}
          isOwner={seesPrivate}
          flagged={flags.size}
        />
        <DimensionFigure points={drawn} names={names} />
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
