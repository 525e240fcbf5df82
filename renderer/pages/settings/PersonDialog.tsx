import { useState } from 'react';
import { edit } from '../../../shared/changes/records';
import type { RecordOf } from '../../../shared/model/collections';
import { Dialog } from '../../components/Dialog';
import { NumberField } from '../../components/NumberField';
import { RecordHistory } from '../../components/RecordHistory';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { newId } from '../../state/workspace';

interface PersonDialogProps {
  /** The person to change; a new one where undefined. */
  readonly person: RecordOf<'person'> | undefined;
  readonly lastOrder: number;
  readonly onClose: () => void;
}

/** One person: name, post, rank. */
export default function PersonDialog({ person, lastOrder, onClose }: PersonDialogProps) {
  const [fields, setFields] = useState({
    name: person?.name ?? '',
    post: person?.post ?? '',
    portfolio: person?.portfolio ?? '',
    role: person?.role ?? ('staff' as const),
    order: person?.order ?? lastOrder + 1,
  });
  const [tried, setTried] = useState(false);
  const set = (next: Partial<typeof fields>) => setFields((now) => ({ ...now, ...next }));
  const isNameless = fields.name.trim() === '';
  const save = async () => {
    setTried(true);
    if (isNameless) return;
    const id = person?.id ?? newId();
    const name = fields.name.trim();
    const label = person ? 'person.set' : 'person.add';
    const saved = await act(label, [edit('person', id, { ...fields, name })], {
      said: t('settings.saved'),
    });
    if (saved) onClose();
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
      onSave={() => void save()}
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
      </div>
    </Dialog>
  );
}
