import { useEffect, useState } from 'react';
import { localDay } from '../../../shared/calendar/clock';
import type { Period } from '../../../shared/calendar/period';
import { recordOf } from '../../../shared/changes/records';
import { timelineOf } from '../../../shared/changes/timeline';
import { nameOf } from '../../../shared/insight/people';
import type { RecordOf } from '../../../shared/model/collections';
import { measurementId } from '../../../shared/model/target';
import { shortDayText } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { useReplica } from '../../state/workspace';
import { askHistory } from '../history/ask';
import { amountText, monthText } from './target-words';
import { v } from './texts';

interface CorrectionListProps {
  readonly target: RecordOf<'target'>;
  readonly months: readonly Period[];
}

/** Values that were corrected, with what they were before, from the history. */
export function CorrectionList({ target, months }: CorrectionListProps) {
  const { state } = useReplica();
  const [rows, setRows] = useState<readonly { readonly key: string; readonly text: string }[]>([]);
  // Only what says why it was corrected is looked up: the history is long.
  const corrected = months.filter(
    (month) => recordOf(state, 'measurement', measurementId(target.id, month))?.correction,
  );
  const asked = corrected.join();
  const revision = state.revision;
  useEffect(() => {
    let isWanted = true;
    void revision;
    const read = async (month: Period) => {
      const id = measurementId(target.id, month);
      const sets = await askHistory('history.record', { collection: 'measurement', id });
      return timelineOf('measurement', id, sets).flatMap(({ stamp, wall, author, changes }) =>
        changes.flatMap(({ field, before, after }) => {
          const was = before[0];
          if (field !== 'value' || typeof was !== 'number') return [];
          const text = v('targets.measure.old.row', {
            month: monthText(month),
            before: amountText(was, target),
            after: amountText(typeof after === 'number' ? after : null, target),
            day: shortDayText(localDay(new Date(wall))),
            who: nameOf(state, author),
          });
          return [{ key: `${month} ${stamp}`, text }];
        }),
      );
    };
    const months = asked === '' ? [] : asked.split(',');
    Promise.all(months.map(read)).then(
      (found) => isWanted && setRows(found.flat()),
      (error: unknown) => isWanted && tellFailure(error),
    );
    return () => {
      isWanted = false;
    };
  }, [asked, target, revision, state]);
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{v('targets.measure.old')}</h3>
      <ul className="ty-target-list">
        {rows.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </>
  );
}
