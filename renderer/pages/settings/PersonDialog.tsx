import { useState } from 'react';
import type { Day } from '../../../shared/calendar/day';
import type { Edit } from '../../../shared/changes/draft';
import { edit, listOf, recordOf } from '../../../shared/changes/records';
import { leftBeforeJoined, withOneHead } from '../../../shared/insight/edit-rules';
import type { RecordOf } from '../../../shared/model/collections';
import DateField from '../../components/DateField';
import { Dialog } from '../../components/Dialog';
import { NumberField } from '../../components/NumberField';
import { RecordHistory } from '../../components/RecordHistory';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { bilingual, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { newId, useReplica } from '../../state/workspace';

interface PersonDialogProps {
  /** The person to change; a new one where undefined. */
  readonly person: RecordOf<'person'> | undefined;
  readonly lastOrder: number;
  readonly onClose: () => void;
}

/** One person: name, post, rank, from when to when. */
export default function PersonDialog({ person, lastOrder, onClose }: PersonDialogProps) {
  const { state } = useReplica();
  const [fields, setFields] = useTyped('PersonDialog.fields', {
    name: person?.name ?? '',
    post: person?.post ?? '',
    portfolio: person?.portfolio ?? '',
    role: person?.role ?? ('staff' as const),
    order: person?.order ?? lastOrder + 1,
    head: person?.head ?? false,
    partyMember: person?.partyMember ?? false,
    joined: person?.joined ?? ('' as Day | ''),
    left: person?.left ?? ('' as Day | ''),
  });
  const [section, setSection] = useTyped(
    'PersonDialog.section',
    recordOf(state, 'department', person?.department ?? '')?.name ?? '',
  );
  const [tried, setTried] = useState(false);
  const set = (next: Partial<typeof fields>) => setFields((now) => ({ ...now, ...next }));
  const isNameless = fields.name.trim() === '';
  const isTurned = fields.joined !== '' && fields.left !== '' && fields.left < fields.joined;
  const save = async () => {
    setTried(true);
    if (isNameless || isTurned) return;
    const id = person?.id ?? newId();
    const name = fields.name.trim();
    const head = fields.head && fields.role === 'leader';
    const label = person ? 'person.set' : 'person.add';
    const sections = listOf(state, 'department');
    const known = sections.find((one) => one.name === section.trim());
    const department = section.trim() === '' ? '' : (known?.id ?? newId());
    const edits: Edit[] = [edit('person', id, { ...fields, name, head, department })];
    if (department !== '' && !known) {
      const order = Math.max(0, ...sections.map((one) => one.order)) + 1;
      edits.push(edit('department', department, { name: section.trim(), order }));
    }
    if (await act(label, withOneHead(state, edits), { said: t('settings.saved') })) onClose();
  };
  const remove = async () => {
    if (!person) return;
    const removed = await act('person.delete', [edit('person', person.id, { deleted: true })], {
      said: t('settings.people.deleted', { name: person.name }),
    });
    if (removed) onClose();
  };
  return (
    <Dialog
      title={t(person ? 'settings.people.edit' : 'settings.people.add')}
      onClose={onClose}
      onSave={() => save()}
      aside={
        person && (
          <>
            <RecordHistory collection="person" id={person.id} />
            <button type="button" className="ty-button" onClick={() => void remove()}>
              {t('settings.people.delete')}
            </button>
          </>
        )
      }
    >
      <div className="ty-grid-2">
        <TextField
          label={t('wizard.team.name')}
          value={fields.name}
          onChange={(name) => set({ name })}
          error={tried && isNameless ? t('settings.people.nameless') : undefined}
          required
          autoFocus
        />
        <SelectField
          label={t('settings.role')}
          value={fields.role}
          options={[
            { value: 'leader', label: t('settings.role.leader') },
            { value: 'staff', label: t('settings.role.staff') },
          ]}
          onChange={(role) => set({ role: role === 'leader' ? 'leader' : 'staff' })}
        />
        <TextField
          label={t('wizard.team.post')}
          value={fields.post}
          onChange={(post) => set({ post })}
        />
        <NumberField
          label={t('wizard.team.rank')}
          value={fields.order}
          min={0}
          max={9999}
          wrong={t('settings.rank.wrong')}
          onCommit={(order) => order !== null && set({ order })}
        />
        <TextField
          className="ty-wide"
          label={t('wizard.team.portfolio')}
          value={fields.portfolio}
          onChange={(portfolio) => set({ portfolio })}
        />
        <TextField
          className="ty-wide"
          label={t('settings.department')}
          value={section}
          onChange={setSection}
          hint={t('settings.department.hint')}
        />
        <DateField
          label={t('settings.joined')}
          value={fields.joined}
          onChange={(joined) => set({ joined })}
        />
        <DateField
          label={t('settings.left')}
          value={fields.left}
          onChange={(left) => set({ left })}
          error={tried && isTurned ? bilingual(leftBeforeJoined) : undefined}
        />
        <p className="ty-hint ty-wide">{t('settings.left.hint')}</p>
        {(['partyMember', 'head'] as const)
          .filter((key) => key === 'partyMember' || fields.role === 'leader')
          .map((key) => (
            <label key={key} className="ty-check">
              <input
                type="checkbox"
                checked={fields[key]}
                onChange={(event) => set({ [key]: event.target.checked })}
              />{' '}
              {t(`settings.${key}`)}
            </label>
          ))}
      </div>
    </Dialog>
  );
}
