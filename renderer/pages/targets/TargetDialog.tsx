import { useState } from 'react';
import { monthsOf, type Period } from '../../../shared/calendar/period';
import type { Edit } from '../../../shared/changes/draft';
import { edit, listOf } from '../../../shared/changes/records';
import { bandUpsideDown, isBandWrong } from '../../../shared/insight/edit-rules';
import { leadersOf, peopleOf } from '../../../shared/insight/people';
import { sections } from '../../../shared/insight/target-year';
import type { RecordOf } from '../../../shared/model/collections';
import { measurementId } from '../../../shared/model/target';
import { Attachments } from '../../components/Attachments';
import { attachmentEdits, type HeldFile } from '../../components/attachment-edits';
import { Dialog } from '../../components/Dialog';
import { NumberField } from '../../components/NumberField';
import PersonField from '../../components/PersonField';
import { RecordHistory } from '../../components/RecordHistory';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { Explained } from '../../help/Explained';
import { bilingual, numberText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useToday } from '../../state/today';
import { newId, useReplica } from '../../state/workspace';
import { MonthFields } from './MonthFields';
import './targets.css';
import { useOpen, useTyped } from '../../state/forms';
import { v } from './texts';

interface TargetDialogProps {
  /** The target to change; a new one where undefined. */
  readonly target: RecordOf<'target'> | undefined;
  readonly month: Period;
  readonly onClose: () => void;
}

/** A target: what is to be reached and how the year is planned; of a new one the values so far. */
export default function TargetDialog({ target, month, onClose }: TargetDialogProps) {
  const { state } = useReplica();
  const today = useToday();
  const year = target?.year ?? Number(month.slice(0, 4));
  const [fields, setFields] = useTyped('TargetDialog.fields', {
    name: target?.name ?? '',
    measure: target?.measure ?? '',
    baseline: target?.baseline ?? null,
    goal: target?.goal ?? null,
    direction: target?.direction ?? ('more' as const),
    mode: target?.mode ?? ('cumulative' as const),
    leader: target?.leader ?? '',
    kind: target?.kind ?? ('numeric' as const),
    high: target?.high ?? null,
    spread: target?.spread ?? ('even' as const),
    shares: target?.shares ?? [],
    weight: target?.weight ?? 1,
    owner: target?.owner ?? '',
    department: target?.department ?? '',
    mechanism: target?.mechanism ?? '',
  });
  const [id] = useOpen('TargetDialog.id', () => target?.id ?? newId());
  const [values, setValues] = useTyped<Readonly<Record<string, number | null>>>(
    'TargetDialog.values',
    {},
  );
  const [files, setFiles] = useTyped<readonly HeldFile[]>('TargetDialog.files', []);
  const [valueFiles, setValueFiles] = useTyped<readonly HeldFile[]>('TargetDialog.valueFiles', []);
  const [tried, setTried] = useState(false);
  const set = (next: Partial<typeof fields>) => setFields((now) => ({ ...now, ...next }));
  const isNameless = fields.name.trim() === '';
  const isNumeric = fields.kind === 'numeric';
  const isBand = isNumeric && fields.direction === 'band';
  const { goal, high } = fields;
  const isUpsideDown = isBand && isBandWrong(goal, high);
  const months = monthsOf(String(year));
  const sum = fields.shares.reduce((total, share) => total + share, 0);

  const save = async () => {
    setTried(true);
    if (isNameless || isUpsideDown) return;
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

  const numericFields = (
    <>
      <SelectField
        label={t('targets.direction')}
        value={fields.direction}
        options={[
          { value: 'more', label: t('targets.direction.more') },
          { value: 'less', label: t('targets.direction.less') },
          { value: 'band', label: v('targets.direction.band') },
        ]}
        onChange={(value) =>
          set({ direction: value === 'less' ? 'less' : value === 'band' ? 'band' : 'more' })
        }
      />
      <NumberField
        label={isBand ? v('targets.low') : t('targets.goal')}
        value={goal}
        wrong={t('targets.noNumber')}
        onCommit={(next) => set({ goal: next })}
      />
      {isBand && (
        <NumberField
          label={v('targets.high')}
          value={high}
          wrong={t('targets.noNumber')}
          onCommit={(next) => set({ high: next })}
        />
      )}
      <TextField
        label={t('targets.measure')}
        value={fields.measure}
        onChange={(measure) => set({ measure })}
        error={tried && isUpsideDown ? bilingual(bandUpsideDown) : undefined}
      />
      <NumberField
        label={t('targets.baseline')}
        value={fields.baseline}
        wrong={t('targets.noNumber')}
        onCommit={(baseline) => set({ baseline })}
      />
      <Explained word="baseline" />
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
        label={v('targets.spread')}
        value={fields.spread}
        options={(['even', 'workdays', 'hand'] as const).map((value) => ({
          value,
          label: v(`targets.spread.${value}`),
        }))}
        onChange={(value) =>
          set({ spread: value === 'workdays' ? 'workdays' : value === 'hand' ? 'hand' : 'even' })
        }
      />
    </>
  );

  return (
    <Dialog
      title={t(target ? 'targets.edit' : 'targets.add')}
      onClose={onClose}
      onSave={() => save()}
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
        <SelectField
          label={v('targets.kind')}
          value={fields.kind}
          options={(['numeric', 'milestone'] as const).map((value) => ({
            value,
            label: v(`targets.kind.${value}`),
          }))}
          {...(!isNumeric && { hint: v('targets.kind.hint') })}
          onChange={(value) => set({ kind: value === 'milestone' ? 'milestone' : 'numeric' })}
        />
        {isNumeric && numericFields}
        <NumberField
          label={v('targets.weight')}
          value={fields.weight}
          min={0}
          max={1000}
          wrong={t('targets.noNumber')}
          onCommit={(weight) => set({ weight: weight ?? 1 })}
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
        <PersonField
          label={v('targets.owner')}
          value={fields.owner}
          people={peopleOf(state, month)}
          onChange={(owner) => set({ owner })}
        />
        <SelectField
          label={v('targets.department')}
          value={fields.department}
          optional
          options={listOf(state, 'department')
            .toSorted((a, b) => a.order - b.order)
            .map(({ id: department, name }) => ({ value: department, label: name }))}
          onChange={(department) => set({ department })}
        />
        <SelectField
          label={v('targets.mechanism')}
          value={fields.mechanism}
          optional
          options={sections.map(({ id: section, text }) => ({
            value: section,
            label: bilingual(text),
          }))}
          onChange={(mechanism) => set({ mechanism })}
        />
      </div>
      {isNumeric && fields.spread === 'hand' && (
        <>
          <h3>{v('targets.shares')}</h3>
          <p className="ty-hint">
            {sum > 0
              ? v('targets.shares.sum', { sum: numberText(sum, 2), goal: numberText(goal, 2) })
              : v('targets.shares.none')}
          </p>
          <MonthFields
            months={months}
            min={0}
            numberOf={(_name, index) => fields.shares[index] || null}
            onChange={(_name, index, value) =>
              set({
                shares: months.map((_, place) =>
                  place === index ? (value ?? 0) : (fields.shares[place] ?? 0),
                ),
              })
            }
          />
        </>
      )}
      {!target && isNumeric && (
        <>
          <h3>{t('targets.values', { year })}</h3>
          <MonthFields
            months={months}
            numberOf={(name) => values[name] ?? null}
            onChange={(name, _index, value) => setValues((now) => ({ ...now, [name]: value }))}
          />
          <Attachments
            label={t('attachments.measurement')}
            owner={{ collection: 'measurement', id: measurementId(id, month) }}
            held={{ files: valueFiles, onChange: setValueFiles }}
          />
        </>
      )}
      <Attachments
        label={t('attachments.target')}
        owner={{ collection: 'target', id }}
        {...(!target && { held: { files, onChange: setFiles } })}
      />
    </Dialog>
  );
}
