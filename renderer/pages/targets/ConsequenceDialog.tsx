import { useState } from 'react';
import type { Period } from '../../../shared/calendar/period';
import { edit, listOf, recordOf } from '../../../shared/changes/records';
import { peopleOf } from '../../../shared/insight/people';
import type { FieldsOf } from '../../../shared/model/collections';
import { consequenceKinds } from '../../../shared/model/consequence';
import { Attachments } from '../../components/Attachments';
import { attachmentEdits, type HeldFile } from '../../components/attachment-edits';
import DateField from '../../components/DateField';
import { Dialog } from '../../components/Dialog';
import PersonField from '../../components/PersonField';
import { RecordHistory } from '../../components/RecordHistory';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { bilingual, t } from '../../i18n/i18n';
import { choiceLabels } from '../../i18n/texts/fields';
import { act } from '../../state/act';
import { useOpen, useTyped } from '../../state/forms';
import { useToday } from '../../state/today';
import { newId, useReplica } from '../../state/workspace';
import { v } from './texts';

interface ConsequenceDialogProps {
  /** The record to change; a new one where undefined. */
  readonly id: string | undefined;
  /** What a new one starts from. */
  readonly proposal: Pick<FieldsOf<'consequence'>, 'person' | 'basisCollection' | 'basisId'>;
  readonly month: Period;
  readonly onClose: () => void;
}

const reasons = ['fulfilment', 'weak-implementation', 'hollow-work'] as const;

/** A reward or penalty: whom, for which target or task, on what grounds, decided when and how. */
export default function ConsequenceDialog(props: ConsequenceDialogProps) {
  const { id: known, proposal, month, onClose } = props;
  const { state } = useReplica();
  const today = useToday();
  const [id] = useOpen('ConsequenceDialog.id', () => known ?? newId());
  const record = known ? recordOf(state, 'consequence', known) : undefined;
  const [fields, setFields] = useTyped('ConsequenceDialog.fields', {
    kind: record?.kind ?? ('reminder' as const),
    person: record?.person ?? proposal.person ?? '',
    basisCollection: record?.basisCollection ?? proposal.basisCollection ?? ('target' as const),
    basisId: record?.basisId ?? proposal.basisId ?? '',
    reason: record?.reason ?? ('fulfilment' as const),
    grounds: record?.grounds ?? '',
    decision: record?.decision ?? '',
    decidedBy: record?.decidedBy ?? '',
    date: record?.date ?? today,
    mendBy: record?.mendBy ?? ('' as const),
    mended: record?.mended ?? ('' as const),
  });
  const [files, setFiles] = useTyped<readonly HeldFile[]>('ConsequenceDialog.files', []);
  const [tried, setTried] = useState(false);
  const set = (next: Partial<typeof fields>) => setFields((now) => ({ ...now, ...next }));
  const year = month.slice(0, 4);
  const bases = [
    ...listOf(state, 'target')
      .filter((target) => String(target.year) === year || target.id === fields.basisId)
      .map((target) => ({ value: `target:${target.id}`, label: target.name })),
    ...listOf(state, 'task')
      .filter((task) => task.period === year || task.id === fields.basisId)
      .map((task) => ({ value: `task:${task.id}`, label: task.title })),
  ];
  const isMissing =
    fields.person === '' ||
    fields.basisId === '' ||
    fields.grounds.trim() === '' ||
    fields.decision.trim() === '' ||
    fields.date === '';
  const isGood = fields.kind === 'praise' || fields.kind === 'reward';

  const save = async () => {
    setTried(true);
    if (isMissing) return;
    const owner = { collection: 'consequence', id };
    const saved = await act(
      known ? 'consequence.set' : 'consequence.add',
      [edit('consequence', id, fields), ...attachmentEdits(owner, files, today)],
      { said: v('targets.consequence.saved') },
    );
    if (saved) onClose();
  };
  const remove = async () => {
    const removed = await act('consequence.delete', [edit('consequence', id, { deleted: true })], {
      said: v('targets.consequence.deleted'),
    });
    if (removed) onClose();
  };

  return (
    <Dialog
      title={v(known ? 'targets.consequence.edit' : 'targets.consequence.add')}
      onClose={onClose}
      onSave={() => save()}
      isWide
      aside={
        known && (
          <>
            <RecordHistory collection="consequence" id={id} />
            <button type="button" className="ty-button" onClick={() => void remove()}>
              {t('targets.delete')}
            </button>
          </>
        )
      }
    >
      <p className="ty-hint">{v('targets.consequence.hint')}</p>
      <div className="ty-grid-2">
        <SelectField
          label={v('targets.consequence.kind')}
          value={fields.kind}
          options={consequenceKinds.map((value) => ({
            value,
            label: bilingual(choiceLabels.consequence.kind[value]),
          }))}
          onChange={(value) =>
            set({ kind: consequenceKinds.find((kind) => kind === value) ?? 'reminder' })
          }
        />
        <PersonField
          label={v('targets.consequence.person')}
          value={fields.person}
          people={peopleOf(state, month)}
          onChange={(person) => set({ person })}
        />
        <SelectField
          label={v('targets.consequence.basis')}
          value={fields.basisId && `${fields.basisCollection}:${fields.basisId}`}
          options={bases}
          onChange={(value) => {
            const [collection, basisId = ''] = value.split(':');
            set({ basisCollection: collection === 'task' ? 'task' : 'target', basisId });
          }}
        />
        <SelectField
          label={v('targets.consequence.reason')}
          value={fields.reason}
          options={reasons
            .filter((reason) => !isGood || reason === 'fulfilment')
            .map((value) => ({
              value,
              label: bilingual(choiceLabels.consequence.reason[value]),
            }))}
          onChange={(value) =>
            set({ reason: reasons.find((reason) => reason === value) ?? 'fulfilment' })
          }
        />
        <TextField
          label={v('targets.consequence.grounds')}
          value={fields.grounds}
          onChange={(grounds) => set({ grounds })}
          required
        />
        <TextField
          label={v('targets.consequence.decidedBy')}
          value={fields.decidedBy}
          onChange={(decidedBy) => set({ decidedBy })}
        />
        <TextField
          className="ty-wide"
          label={v('targets.consequence.decision')}
          value={fields.decision}
          onChange={(decision) => set({ decision })}
          required
          error={tried && isMissing ? v('targets.consequence.missing') : undefined}
        />
        <DateField
          label={v('targets.consequence.date')}
          value={fields.date}
          onChange={(date) => set({ date })}
        />
        {!isGood && (
          <>
            <DateField
              label={v('targets.consequence.mendBy')}
              deadline={{ words: '' }}
              value={fields.mendBy}
              onChange={(mendBy) => set({ mendBy })}
            />
            <DateField
              label={v('targets.consequence.mended')}
              value={fields.mended}
              onChange={(mended) => set({ mended })}
            />
          </>
        )}
      </div>
      <Attachments
        owner={{ collection: 'consequence', id }}
        {...(!known && { held: { files, onChange: setFiles } })}
      />
    </Dialog>
  );
}
