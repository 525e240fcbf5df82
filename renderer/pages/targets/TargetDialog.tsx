import { useState } from 'react';
import { monthsOf, type Period, periodLabel } from '../../../shared/calendar/period';
import type { Edit } from '../../../shared/changes/draft';
import { edit, recordOf } from '../../../shared/changes/records';
import { leadersOf } from '../../../shared/insight/people';
import type { RecordOf } from '../../../shared/model/collections';
import { measurementId } from '../../../shared/model/target';
import { Attachments } from '../../components/Attachments';
import { attachmentEdits, type HeldFile } from '../../components/attachment-edits';
import { Dialog } from '../../components/Dialog';
import { NumberField } from '../../components/NumberField';
import { RecordHistory } from '../../components/RecordHistory';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { currentLanguage, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useToday } from '../../state/today';
import { newId, useReplica } from '../../state/workspace';
import './targets.css';

interface TargetDialogProps {
  /** The target to change; a new one where undefined. */
  readonly target: RecordOf<'target'> | undefined;
  readonly month: Period;
  readonly onClose: () => void;
}

/** A target: what is to be reached, and the value of every month. */
export default function TargetDialog({ target, month, onClose }: TargetDialogProps) {
  const { state } = useReplica();
  const today = useToday();
  const year = target?.year ?? Number(month.slice(0, 4));
  const [fields, setFields] = useState({
    name: target?.name ?? '',
    measure: target?.measure ?? '',
    baseline: target?.baseline ?? null,
    goal: target?.goal ?? null,
    direction: target?.direction ?? ('more' as const),
    mode: target?.mode ?? ('cumulative' as const),
    leader: target?.leader ?? '',
  });
  const [id] = useState(() => target?.id ?? newId());
  const [values, setValues] = useState<Readonly<Record<string, number | null>>>({});
  const [files, setFiles] = useState<readonly HeldFile[]>([]);
  const [valueFiles, setValueFiles] = useState<readonly HeldFile[]>([]);
  const [tried, setTried] = useState(false);
  const set = (next: Partial<typeof fields>) => setFields((now) => ({ ...now, ...next }));
  const isNameless = fields.name.trim() === '';
  const monthValue = (name: Period): number | null => {
    if (Object.hasOwn(values, name)) return values[name] ?? null;
    return recordOf(state, 'measurement', measurementId(id, name))?.value ?? null;
  };

  const save = async () => {
    setTried(true);
    if (isNameless) return;
    const edits: Edit[] = [edit('target', id, { ...fields, name: fields.name.trim(), year })];
    for (const [name, value] of Object.entries(values)) {
      edits.push(edit('measurement', measurementId(id, name), { value, date: today }));
    }
    const measured = { collection: 'measurement', id: measurementId(id, month) };
    edits.push(...attachmentEdits({ collection: 'target', id }, files, today));
    edits.push(...attachmentEdits(measured, valueFiles, today));
    const saved = await act(target ? 'target.set' : 'target.add', edits, {
      said: t('targets.saved'),
    });
    if (saved) onClose();
  };
  const remove = async () => {
    const removed = await act('target.delete', [edit('target', id, { deleted: true })], {
      said: t('targets.deleted'),
    });
    if (removed) onClose();
  };

  return (
    <Dialog
      title={t(target ? 'targets.edit' : 'targets.add')}
      onClose={onClose}
      onSave={() => void save()}
      aside={
        target && (
          <>
            <RecordHistory collection="target" id={id} />
            <button type="button" className="ty-button" onClick={() => void remove()}>
              {t('targets.delete')}
            </button>
          </>
        )
      }
    >
      <div className="ty-grid-3">
        <TextField
          className="ty-wide"
          label={t('targets.name')}
          value={fields.name}
          onChange={(name) => set({ name })}
          error={tried && isNameless ? t('targets.nameless') : undefined}
          required
          autoFocus
        />
        <NumberField
          label={t('targets.goal')}
          value={fields.goal}
          wrong={t('targets.noNumber')}
          onCommit={(goal) => set({ goal })}
        />
        <TextField
          label={t('targets.measure')}
          value={fields.measure}
          onChange={(measure) => set({ measure })}
        />
        <NumberField
          label={t('targets.baseline')}
          value={fields.baseline}
          wrong={t('targets.noNumber')}
          onCommit={(baseline) => set({ baseline })}
        />
        <SelectField
          label={t('targets.direction')}
          value={fields.direction}
          options={(['more', 'less'] as const).map((value) => ({
            value,
            label: t(`targets.direction.${value}`),
          }))}
          onChange={(value) => set({ direction: value === 'less' ? 'less' : 'more' })}
        />
        <SelectField
          label={t('targets.mode')}
          value={fields.mode}
          options={(['cumulative', 'point'] as const).map((value) => ({
            value,
            label: t(`targets.mode.${value}`),
          }))}
          onChange={(value) => set({ mode: value === 'point' ? 'point' : 'cumulative' })}
        />
        <SelectField
          label={t('tasks.leader')}
          value={fields.leader}
          options={leadersOf(state, month).map(({ id: person, name }) => ({
            value: person,
            label: name,
          }))}
          onChange={(leader) => set({ leader })}
        />
      </div>
      <h3>{t('targets.values', { year })}</h3>
      <div className="ty-targets-months">
        {monthsOf(String(year)).map((name) => (
          <NumberField
            key={name}
            label={periodLabel(name, currentLanguage()).replace(/^\d+年| \d+$/, '')}
            value={monthValue(name)}
            wrong={t('targets.noNumber')}
            onCommit={(value) => setValues((now) => ({ ...now, [name]: value }))}
          />
        ))}
      </div>
      <Attachments
        label={t('attachments.measurement')}
        owner={{ collection: 'measurement', id: measurementId(id, month) }}
        {...(!target && { held: { files: valueFiles, onChange: setValueFiles } })}
      />
      <Attachments
        label={t('attachments.target')}
        owner={{ collection: 'target', id }}
        {...(!target && { held: { files, onChange: setFiles } })}
      />
    </Dialog>
  );
}
