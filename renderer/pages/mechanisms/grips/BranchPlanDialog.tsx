import { useState } from 'react';
import { addDays, type Day, dayOf, weekday } from '../../../../shared/calendar/day';
import { standardCalendar } from '../../../../shared/calendar/workdays';
import type { Edit } from '../../../../shared/changes/draft';
import { textIn } from '../../../../shared/insight/register-values';
import { fieldOf } from '../../../../shared/kinds/kinds';
import type { RecordOf } from '../../../../shared/model/collections';
import DateField from '../../../components/DateField';
import { Dialog } from '../../../components/Dialog';
import { SelectField } from '../../../components/SelectField';
import { TextField } from '../../../components/TextField';
import { bilingual } from '../../../i18n/i18n';
import { act } from '../../../state/act';
import { useTyped } from '../../../state/forms';
import { newId } from '../../../state/workspace';
import { g } from './texts';

interface Row {
  readonly record: RecordOf<'activity'> | undefined;
  readonly day: Day | '';
  readonly topic: string;
  readonly theme: string;
}

/** The first Friday of a month, or the working day after it. */
function firstFriday(year: number, month: number): Day {
  const first = dayOf(year, month, 1);
  return standardCalendar().move(addDays(first, (12 - weekday(first)) % 7), 'later');
}

interface BranchPlanDialogProps {
  readonly year: number;
  /** What is planned already, by month. */
  readonly plans: readonly (RecordOf<'activity'> | undefined)[];
  readonly onClose: () => void;
}

/** The twelve activity days of a year, planned at one sitting. */
export default function BranchPlanDialog({ year, plans, onClose }: BranchPlanDialogProps) {
  const [rows, setRows] = useTyped('BranchPlanDialog.rows', () =>
    plans.map(
      (record, place): Row => ({
        record,
        day: record?.date || firstFriday(year, place + 1),
        topic: record?.title ?? '',
        theme: record ? textIn(record, 'theme') : '',
      }),
    ),
  );
  const [tried, setTried] = useState(false);
  const wanted = rows.filter(({ topic, day }) => topic.trim() !== '' && day !== '');
  const control = fieldOf('theme')?.control;
  const themes = control?.type === 'choice' ? control.options : [];
  const set = (place: number, change: Partial<Row>) =>
    setRows((now) => now.map((row, at) => (at === place ? { ...row, ...change } : row)));
  const save = async () => {
    setTried(true);
    if (wanted.length === 0) return;
    const edits = wanted.map(({ record, day, topic, theme }): Edit => {
      const fields = { date: day, title: topic.trim(), theme: theme || null };
      return record
        ? { collection: 'activity', id: record.id, fields }
        : { collection: 'activity', id: newId(), fields: { kind: 'party-day-plan', ...fields } };
    });
    const said = g('branch.plan.saved', { count: wanted.length });
    if (await act('party.plan', edits, { said })) onClose();
  };
  return (
    <Dialog title={g('branch.plan.title', { year })} onClose={onClose} onSave={() => save()} isWide>
      <p className="ty-hint">{g('branch.plan.hint')}</p>
      {tried && wanted.length === 0 && <p className="ty-error">{g('branch.plan.none')}</p>}
      {rows.map((row, place) => {
        const month = place + 1;
        return (
          <div key={month} className="ty-grip-plan">
            <DateField
              label={g('branch.plan.day', { month })}
              value={row.day}
              onChange={(day) => set(place, { day })}
            />
            <TextField
              label={g('branch.plan.topic', { month })}
              value={row.topic}
              onChange={(topic) => set(place, { topic })}
            />
            <SelectField
              label={g('branch.plan.theme', { month })}
              value={row.theme}
              optional
              options={themes.map(({ value, text }) => ({ value, label: bilingual(text) }))}
              onChange={(theme) => set(place, { theme })}
            />
          </div>
        );
      })}
    </Dialog>
  );
}
