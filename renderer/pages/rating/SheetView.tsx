import { lazy, Suspense, useCallback, useMemo } from 'react';
import type { Period } from '../../../shared/calendar/period';
import { dimensions, privateDimension } from '../../../shared/catalogue/catalogue';
import type { Bilingual } from '../../../shared/catalogue/row';
import type { Edit } from '../../../shared/changes/draft';
import { edit, recordOf, recordOrDefault } from '../../../shared/changes/records';
import { evidenceCount, flagsOf, type RatingFlag } from '../../../shared/insight/rating-flags';
import { type RatingRow as RatedRow, ratingRows } from '../../../shared/insight/rating-rows';
import { leaderScores, leadingId, ratingsOf, sheetStatus } from '../../../shared/insight/score';
import type { RecordOf } from '../../../shared/model/collections';
import { ratingId, sheetId } from '../../../shared/model/rating';
import { unitId } from '../../../shared/model/unit';
import { useAfterPaint, useLater } from '../../components/use-after-paint';
import { bilingual, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useOpen } from '../../state/forms';
import { hrefOf, useLocation } from '../../state/location';
import { currentReplica, useReplica } from '../../state/workspace';
import { monthsText } from './month-text';
import { type Group, RatingGroup } from './RatingGroup';
import { Reflection } from './Reflection';
import { SheetSide } from './SheetSide';
import { r } from './texts';

const EvidenceDialog = lazy(() => import('./EvidenceDialog'));

const leadingText: Bilingual = { zh: '以身作则', en: 'Leading by example' };

interface Chapter {
  readonly id: 'A' | 'B' | 'W';
  readonly groups: readonly Group[];
}

/** The rows of a period under their dimensions. */
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

/** About how high a dimension is, in rem, until it has been drawn. */
const heightOf = ({ rows }: Group, isFixed: boolean): string =>
  `auto ${4 + rows.length * (isFixed ? 2.75 : 4.5)}rem`;

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
  // The answer to a key comes first, what stands beside it in the frame after.
  const later = useLater(replica);
  const isAfter = useAfterPaint();
  const { state } = replica;
  const { scale } = recordOrDefault(state, 'unit', unitId);
  const sheet = recordOrDefault(state, 'sheet', sheetId(person.id, period));
  const [drawer, setDrawer] = useOpen<string | null>('SheetView.drawer', null);
  const isSubmitted = sheetStatus(state, person.id, period) === 'submitted';
  const isFixed = isSubmitted || replica.readOnly !== null || isHead || isPast;
  // What is not handed in was written on this PC; what is, shows body and mind to its owner alone.
  const showsPrivate = seesPrivate || sheet.showsPrivate || (!isSubmitted && !isHead);

  const rows = ratingRows(state, period);
  const chapters = useMemo(() => chaptersOf(rows), [rows]);
  const ratings = ratingsOf(state, person.id, period);
  const flags = isHead ? noFlags : flagsOf(state, person.id, period);
  const months = ratings.size > 0 ? [] : leaderScores(state, person.id, period).months;
  const openEvidence = useCallback((row: string) => setDrawer(row), [setDrawer]);
  const rateWhole = useCallback(
    (group: Group, score: number, grade: string) => {
      const edits = group.rows.flatMap((row): Edit[] => {
        const id = ratingId(person.id, period, row.id);
        const rating = recordOf(currentReplica().state, 'rating', id);
        return rating && rating.notApplicable !== '' ? [] : [edit('rating', id, { score })];
      });
      const said = r('whole.done', { dimension: bilingual(group.text), grade });
      void act('rating.set', edits, { audience: 'private', said });
    },
    [person.id, period],
  );
  const chosen = rows.find(({ id }) => id === drawer);

  return (
    <div className="ty-rating">
      <div>
        {isPast && (
          <p className="ty-hint ty-rating-hint">
            {r('past')}{' '}
            <a className="ty-link" href={hrefOf('rating', { ...params, by: '' })}>
              {r('past.go')}
            </a>
          </p>
        )}
        {months.length > 0 && (
          <p className="ty-hint ty-rating-hint">
            {r('quarter.months', { months: monthsText(months) })}{' '}
            <a className="ty-link" href={hrefOf('rating', { ...params, view: 'quarter' })}>
              {r('quarter.months.go')}
            </a>
          </p>
        )}
        {!isFixed && (
          <p className="ty-hint ty-rating-hint">
            {r(scale === 'hundred' ? 'keys.hundred' : 'keys')}
          </p>
        )}
        {chapters.map(({ id, groups }) => (
          <div key={id} className="ty-section">
            <h2>{t(`rating.group.${id}`)}</h2>
            {groups.map((group) =>
              group.id === privateDimension && !showsPrivate ? (
                <p key={group.id} className="ty-hint">
                  {r('private.hidden')}
                </p>
              ) : (
                <section
                  key={group.id}
                  className="ty-rating-dimension ty-rating-far"
                  style={{ containIntrinsicBlockSize: heightOf(group, isFixed) }}
                >
                  <RatingGroup
                    group={group}
                    ratings={group.rows.map((row) => ratings.get(row.id))}
                    flags={group.rows.map((row) => flags.get(row.id))}
                    evidence={group.rows.map((row) => {
                      const rating = ratings.get(row.id);
                      return rating ? evidenceCount(state, rating) : 0;
                    })}
                    person={person.id}
                    period={period}
                    scale={scale}
                    disabled={isFixed}
                    onEvidence={openEvidence}
                    onWhole={rateWhole}
                  />
                </section>
              ),
            )}
          </div>
        ))}
        {isAfter && (
          <Reflection replica={later} person={person.id} period={period} disabled={isFixed} />
        )}
      </div>
      <SheetSide
        replica={later}
        person={person}
        period={period}
        isHead={isHead}
        isPast={isPast}
        isOwner={seesPrivate}
        showsPrivate={showsPrivate}
      />
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
