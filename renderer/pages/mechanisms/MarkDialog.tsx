import { useState } from 'react';
import { type Day, isDay } from '../../../shared/calendar/day';
import type { CheckItem } from '../../../shared/catalogue/row';
import { edit, recordOf } from '../../../shared/changes/records';
import { markId } from '../../../shared/model/activity';
import { Attachments } from '../../components/Attachments';
import { attachmentEdits, type HeldFile } from '../../components/attachment-edits';
import { Choice } from '../../components/Choice';
import DateField from '../../components/DateField';
import { Dialog } from '../../components/Dialog';
import { RecordHistory } from '../../components/RecordHistory';
import { TextField } from '../../components/TextField';
import { bilingual, dayText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { useToday } from '../../state/today';
import { ownerOf, useReplica } from '../../state/workspace';

interface MarkDialogProps {
  readonly item: CheckItem;
  /** Key of the occurrence; undefined for a new event. */
  readonly occurrence: string | undefined;
  readonly due: Day | undefined;
  readonly onClose: () => void;
}

const states = ['done', 'not-applicable', 'open'] as const;

type MarkState = (typeof states)[number];

/** When and how a check item was done, or why it does not apply this time. */
export default function MarkDialog({ item, occurrence, due, onClose }: MarkDialogProps) {
  const replica = useReplica();
  const today = useToday();
  const known = occurrence
    ? recordOf(replica.state, 'mark', markId(item.id, occurrence))
    : undefined;
  const [state, setState] = useTyped<MarkState>(
    'MarkDialog.state',
    known && known.state !== 'open' ? known.state : 'done',
  );
  const [date, setDate] = useTyped<Day | ''>('MarkDialog.date', known?.date || today);
  const [note, setNote] = useTyped('MarkDialog.note', known?.note ?? '');
  const [files, setFiles] = useTyped<readonly HeldFile[]>('MarkDialog.files', []);
  const [tried, setTried] = useState(false);
  const noDate = state === 'done' && !isDay(date);
  const isAhead = state === 'done' && date > today;
  const noReason = state === 'not-applicable' && note.trim() === '';

  const save = async () => {
    setTried(true);
    if (noDate || isAhead || noReason) return;
    const id = markId(item.id, occurrence ?? date);
    const person = ownerOf(replica);
    const fields = { state, date: state === 'done' ? date : '', note: note.trim(), person };
    const evidence = attachmentEdits({ collection: 'mark', id }, files, today);
    const saved = await act('mark.set', [edit('mark', id, fields), ...evidence], {
      said: t('mechanisms.saved', { item: bilingual(item.text) }),
    });
    if (saved) onClose();
  };

  return (
    <Dialog
      title={bilingual(item.text)}
      onClose={onClose}
      onSave={() => save()}
      aside={known && <RecordHistory collection="mark" id={known.id} />}
    >
      <p className="ty-soft">
        {due && t('mechanisms.dueOn', { day: dayText(due) })} {t('mechanisms.evidence')}
        {bilingual(item.evidence)}
      </p>
      <Choice
        label={t('mechanisms.state')}
        value={state}
        options={states.map((value) => ({ value, label: t(`mechanisms.state.${value}`) }))}
        onChange={setState}
      />
      {state === 'done' && (
        <DateField
          label={t('mechanisms.date')}
          value={date}
          onChange={setDate}
          error={
            tried && noDate
              ? t('mechanisms.date.missing')
              : tried && isAhead
                ? t('mechanisms.date.ahead')
                : undefined
          }
        />
      )}
      {state !== 'open' && (
        <TextField
          label={t(state === 'done' ? 'mechanisms.note' : 'mechanisms.reason')}
          value={note}
          multiline
          onChange={setNote}
          error={tried && noReason ? t('mechanisms.reason.missing') : undefined}
        />
      )}
      <Attachments
        label={t('attachments.mark')}
        owner={{ collection: 'mark', id: markId(item.id, occurrence ?? date) }}
        {...(!known && { held: { files, onChange: setFiles } })}
      />
      {item.sensitive && <p className="ty-hint">{t('mechanisms.sensitive')}</p>}
    </Dialog>
  );
}
