import { useState } from 'react';
import type { Period } from '../../../shared/calendar/period';
import { edit, recordOf } from '../../../shared/changes/records';
import type { TargetLine } from '../../../shared/insight/target-year';
import { measurementId } from '../../../shared/model/target';
import { Attachments } from '../../components/Attachments';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { currentLanguage, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { MonthFields } from './MonthFields';
import { amountText, monthText } from './target-words';
import { v } from './texts';

interface MeasurementDialogProps {
  readonly line: TargetLine;
  /** The month that source, note and evidence belong to. */
  readonly month: Period;
  readonly onClose: () => void;
}

/** The values of a target's months; one that was there before is corrected, with the reason. */
export default function MeasurementDialog({ line, month, onClose }: MeasurementDialogProps) {
  const { state } = useReplica();
  const today = useToday();
  const { target, months } = line.run;
  const [values, setValues] = useTyped<Readonly<Record<Period, number | null>>>(
    'MeasurementDialog.values',
    {},
  );
  const record = recordOf(state, 'measurement', measurementId(target.id, month));
  const [source, setSource] = useTyped('MeasurementDialog.source', record?.source ?? '');
  const [note, setNote] = useTyped('MeasurementDialog.note', record?.note ?? '');
  const [why, setWhy] = useTyped('MeasurementDialog.why', '');
  const [tried, setTried] = useState(false);

  const before = (name: Period): number | null =>
    recordOf(state, 'measurement', measurementId(target.id, name))?.value ?? null;
  const changed = Object.entries(values).filter(([name, value]) => value !== before(name));
  const corrected = changed.filter(([name]) => before(name) !== null);
  const isUnexplained = corrected.length > 0 && why.trim() === '';

  const save = async () => {
    setTried(true);
    if (isUnexplained) return;
    const names = new Set(changed.map(([name]) => name));
    const isAbout = source !== (record?.source ?? '') || note !== (record?.note ?? '');
    if (isAbout) names.add(month);
    const edits = [...names].map((name) => {
      const isChanged = Object.hasOwn(values, name) && values[name] !== before(name);
      const isCorrected = isChanged && before(name) !== null;
      return edit('measurement', measurementId(target.id, name), {
        ...(isChanged && { value: values[name] ?? null, date: today }),
        ...(isCorrected && { correction: why.trim() }),
        ...(name === month && { source: source.trim(), note: note.trim() }),
      });
    });
    if (edits.length > 0) {
      const label = corrected.length > 0 ? 'measurement.correct' : 'measurement.save';
      if (!(await act(label, edits, { said: v('targets.measure.saved') }))) return;
    }
    onClose();
  };

  return (
    <Dialog
      title={v('targets.measure.title', { name: target.name })}
      onClose={onClose}
      onSave={() => save()}
      isWide
    >
      <p className="ty-hint">{v('targets.measure.hint')}</p>
      <MonthFields
        months={months}
        focused={month}
        numberOf={(name) => (Object.hasOwn(values, name) ? (values[name] ?? null) : before(name))}
        onChange={(name, _index, value) => setValues((now) => ({ ...now, [name]: value }))}
      />
      {corrected.length > 0 && (
        <>
          <p>
            {v('targets.measure.changes', {
              list: corrected
                .map(([name, value]) =>
                  v('targets.measure.change', {
                    month: monthText(name),
                    before: amountText(before(name), target),
                    after: amountText(value, target),
                  }),
                )
                .join(currentLanguage() === 'zh' ? '；' : '; '),
            })}
          </p>
          <TextField
            label={v('targets.correction')}
            value={why}
            onChange={setWhy}
            required
            error={tried && isUnexplained ? v('targets.measure.why') : undefined}
          />
        </>
      )}
      <h3>
        {v('targets.measure.for')} {monthText(month)}
      </h3>
      <div className="ty-grid-2">
        <TextField label={v('targets.source')} value={source} onChange={setSource} />
        <TextField label={v('targets.note')} value={note} onChange={setNote} />
      </div>
      <Attachments
        label={t('attachments.measurement')}
        owner={{ collection: 'measurement', id: measurementId(target.id, month) }}
      />
    </Dialog>
  );
}
