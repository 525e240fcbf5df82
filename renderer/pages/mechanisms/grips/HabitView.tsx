import { Fragment, useMemo } from 'react';
import { addDays } from '../../../../shared/calendar/day';
import { type Period, periodLabel } from '../../../../shared/calendar/period';
import { edit, recordOf, recordOrDefault } from '../../../../shared/changes/records';
import {
  type HabitRow,
  type HabitWeek,
  habitBook,
  habitEvidence,
} from '../../../../shared/insight/habits';
import { ratingPeriodOf, sheetStatus } from '../../../../shared/insight/score';
import { ratingId } from '../../../../shared/model/rating';
import { EmptyState } from '../../../components/EmptyState';
import { SavableTable } from '../../../components/SavableTable';
import { bilingual, currentLanguage, shortDayText } from '../../../i18n/i18n';
import { act } from '../../../state/act';
import { useTypedText } from '../../../state/forms';
import { hrefOf } from '../../../state/location';
import { notify } from '../../../state/notices';
import { useToday } from '../../../state/today';
import { ownerOf, useReplica } from '../../../state/workspace';
import { g } from './texts';

/** The own book of five habits, week by week: whoever's PC it is fills it in, and nobody else sees it. */
export default function HabitView({ month }: { month: Period }) {
  const replica = useReplica();
  const today = useToday();
  const owner = ownerOf(replica);
  const year = month.slice(0, 4);
  const { rows, sums } = useMemo(
    () => ({
      rows: habitBook(replica.state, owner, month, today),
      sums: habitBook(replica.state, owner, year, today),
    }),
    [replica, owner, month, year, today],
  );
  if (recordOf(replica.state, 'person', owner)?.role !== 'leader') {
    return (
      <EmptyState sentence={g('habits.noOwner')}>
        <a className="ty-button" href={hrefOf('settings')}>
          {g('habits.settings')}
        </a>
      </EmptyState>
    );
  }
  const weeks = rows[0]?.weeks ?? [];
  const rated = ratingPeriodOf(replica.state, month);
  // What was handed in is not added to.
  const canCite = sheetStatus(replica.state, owner, rated) !== 'submitted';
  const cite = async () => {
    const edits = habitBook(replica.state, owner, rated, today).flatMap((row) => {
      const id = ratingId(owner, rated, row.habit.id);
      const { evidence } = recordOrDefault(replica.state, 'rating', id);
      const fresh = habitEvidence(row, shortDayText).filter((line) => !evidence.includes(line));
      const text = [evidence.trim(), ...fresh].filter((line) => line !== '').join('\n');
      return fresh.length > 0 ? [edit('rating', id, { evidence: text })] : [];
    });
    if (edits.length === 0) {
      notify({ urgency: 'polite', text: g('habits.cite.nothing') });
      return;
    }
    const said = g('habits.cited', { period: periodLabel(rated, currentLanguage()) });
    await act('rating.set', edits, { audience: 'private', said });
  };
  const sumRow = (label: string, of: readonly HabitRow[]) => (
    <tr>
      <th scope="row">{label}</th>
      {of.map(({ habit, kept, begun }) => (
        <td key={habit.id}>{g('habits.of', { kept, begun })}</td>
      ))}
    </tr>
  );
  return (
    <div className="ty-section">
      <div className="ty-view-head">
        <h2>{g('view.habits')}</h2>
        <p className="ty-soft">{g('habits.private')}</p>
        {canCite && (
          <button type="button" className="ty-button ty-button-small" onClick={() => void cite()}>
            {g('habits.cite')}
          </button>
        )}
      </div>
      <SavableTable label={g('habits.title')}>
        <div className="ty-table-frame">
          <table className="ty-table ty-habits" aria-label={g('habits.title')}>
            <thead>
              <tr>
                <th scope="col">{g('habits.week')}</th>
                {rows.map(({ habit }) => (
                  <th key={habit.id} scope="col">
                    {bilingual(habit.text)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ monday }, place) => {
                const from = shortDayText(monday);
                const span = g('habits.span', { from, to: shortDayText(addDays(monday, 6)) });
                return (
                  <tr key={monday}>
                    <th scope="row">{span}</th>
                    {rows.map(({ habit, weeks: own }) => {
                      const week = own[place];
                      return (
                        <td key={habit.id}>
                          {week && (
                            <HabitCell week={week} habit={bilingual(habit.text)} span={span} />
                          )}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
              {sumRow(g('habits.sum'), rows)}
              {sumRow(g('habits.year'), sums)}
            </tbody>
          </table>
        </div>
      </SavableTable>
    </div>
  );
}

interface HabitCellProps {
  readonly week: HabitWeek;
  readonly habit: string;
  readonly span: string;
}

/** One habit in one week: a tick, and a line on what it was. */
function HabitCell({ week, habit, span }: HabitCellProps) {
  const [note, setNote] = useTypedText(`HabitView.note.${week.id}`, week.note);
  if (week.isAhead) return <span className="ty-soft">{g('habits.ahead')}</span>;
  const save = (kept: boolean, text: string) => {
    if (kept === week.kept && text === week.note) return;
    void act('habit.set', [edit('habit', week.id, { kept, note: text })], {
      said: g('habits.saved', { habit }),
    });
  };
  return (
    <Fragment>
      <input
        type="checkbox"
        aria-label={g('habits.tick', { habit, week: span })}
        checked={week.kept}
        onChange={(event) => save(event.target.checked, event.target.checked ? note.trim() : '')}
      />
      <textarea
        className="ty-area"
        rows={2}
        aria-label={g('habits.note', { habit, week: span })}
        placeholder={g('habits.what')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onBlur={() => save(note.trim() !== '' || week.kept, note.trim())}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
    </Fragment>
  );
}
