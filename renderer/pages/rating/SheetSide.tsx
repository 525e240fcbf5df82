import { memo, useMemo } from 'react';
import { type Period, previousPeriod } from '../../../shared/calendar/period';
import { dimensions, privateDimension } from '../../../shared/catalogue/catalogue';
import { recordOrDefault } from '../../../shared/changes/records';
import { leadersOf } from '../../../shared/insight/people';
import { flagsOf } from '../../../shared/insight/rating-flags';
import { leaderScores, teamScores } from '../../../shared/insight/score';
import type { RecordOf } from '../../../shared/model/collections';
import { sheetId } from '../../../shared/model/rating';
import { t } from '../../i18n/i18n';
import type { Replica } from '../../state/workspace';
import { DimensionFigure, figurePoints } from './DimensionFigure';
import { SheetCycle } from './SheetCycle';

interface SheetSideProps {
  /** Drawn anew with each, so given once the answer to a key is on the screen. */
  readonly replica: Replica;
  readonly person: RecordOf<'person'>;
  readonly period: Period;
  readonly isHead: boolean;
  readonly isPast: boolean;
  readonly isOwner: boolean;
  readonly showsPrivate: boolean;
}

/** Beside the rows of a sheet: where it stands, and its radar. */
export const SheetSide = memo(function SheetSide(props: SheetSideProps) {
  const { replica, person, period, isHead, isPast, isOwner, showsPrivate } = props;
  const { state } = replica;
  const points = useMemo(() => {
    const { id } = person;
    const leaders = leadersOf(replica.state, period).map((leader) => leader.id);
    const team = teamScores(replica.state, leaders, period);
    return figurePoints(
      dimensions.filter((one) => showsPrivate || one.id !== privateDimension),
      {
        now: leaderScores(replica.state, id, period).scores,
        before: leaderScores(replica.state, id, previousPeriod(period)).scores,
        team: new Map(team.map(({ dimension, median }) => [dimension, median])),
      },
    );
  }, [replica, person, period, showsPrivate]);
  const names = useMemo(() => ({ now: t('rating.now'), before: t('rating.before') }), []);
  return (
    <aside className="ty-rating-side">
      <SheetCycle
        replica={replica}
        person={person}
        period={period}
        sheet={recordOrDefault(state, 'sheet', sheetId(person.id, period))}
        isHead={isHead}
        isPast={isPast}
        isOwner={isOwner}
        flagged={isHead ? 0 : flagsOf(state, person.id, period).size}
      />
      <DimensionFigure points={points} names={names} />
    </aside>
  );
});
