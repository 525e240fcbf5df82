import { lazy, Suspense, useState } from 'react';
import { edit, recordOrDefault } from '../../../shared/changes/records';
import { Attachments } from '../../components/Attachments';
import { Dialog } from '../../components/Dialog';
import { NumberField } from '../../components/NumberField';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useOpen, useTyped } from '../../state/forms';
import { newId, useReplica } from '../../state/workspace';
import { v } from './texts';

const DateField = lazy(() => import('../../components/DateField'));

interface MilestoneDialogProps {
  readonly target: string;
  /** The milestone to change; a new one where undefined. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** A milestone: what, by when, and once it is reached, since when. */
export default function MilestoneDialog({ target, id: known, onClose }: MilestoneDialogProps) {
  const { state } = useReplica();
  const [id] = useOpen('MilestoneDialog.id', () => known ?? newId());
  const record = recordOrDefault(state, 'milestone', id);
  const [fields, setFields] = useTyped('MilestoneDialog.fields', {
    name: record.name,
    due: record.due,
    reached: record.reached,
    weight: record.weight,
    note: record.note,
  });
  const [tried, setTried] = useState(false);
  const set = (next: Partial<typeof fields>) => setFields((now) => ({ ...now, ...next }));
  const isMissing = fields.name.trim() === '' || fields.due === '';

  const save = async () => {
    setTried(true);
    if (isMissing) return;
    const edits = [edit('milestone', id, { ...fields, name: fields.name.trim(), target })];
    if (await act('milestone.save', edits, { said: t('targets.saved') })) onClose();
  };
  const remove = async () => {
    const edits = [edit('milestone', id, { deleted: true })];
    if (await act('milestone.save', edits, { said: t('targets.saved') })) onClose();
  };
  return (
    <Dialog
      title={v(known ? 'targets.milestone.edit' : 'targets.milestone.add')}
      onClose={onClose}
      onSave={() => save()}
      aside={
        known && (
          <button type="button" className="ty-button" onClick={() => void remove()}>
            {t('targets.delete')}
          </button>
        )
      }
    >
      <div className="ty-grid-2">
        <TextField
          className="ty-wide"
          label={v('targets.milestone')}
          value={fields.name}
          onChange={(name) => set({ name })}
          error={tried && isMissing ? v('targets.milestone.missing') : undefined}
          required
          autoFocus
        />
        <Suspense fallback={null}>
          <DateField
            label={v('targets.milestone.due')}
            deadline={{ words: '' }}
            value={fields.due}
            onChange={(due) => set({ due })}
          />
          <DateField
            label={v('targets.milestone.reached')}
            value={fields.reached}
            onChange={(reached) => set({ reached })}
          />
        </Suspense>
        <NumberField
          label={v('targets.weight')}
          value={fields.weight}
          min={0}
          max={1000}
          wrong={t('targets.noNumber')}
          onCommit={(weight) => set({ weight: weight ?? 1 })}
        />
        <TextField
          label={v('targets.note')}
          value={fields.note}
          onChange={(note) => set({ note })}
        />
      </div>
      {known && <Attachments owner={{ collection: 'milestone', id }} />}
    </Dialog>
  );
}
