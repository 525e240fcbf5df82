import { useEffect, useState } from 'react';
import { edit, recordOf } from '../../../../shared/changes/records';
import type { RecordOf } from '../../../../shared/model/collections';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { act, tellFailure } from '../../../state/act';
import { call } from '../../../state/bridge';
import { useTyped } from '../../../state/forms';
import { useReplica } from '../../../state/workspace';
import { g } from './texts';

interface ConfidentialDialogProps {
  readonly record: RecordOf<'activity'>;
  readonly person: string;
  readonly onClose: () => void;
}

/** What a report says, if the unit keeps it at all: only in a unit that is encrypted. */
export default function ConfidentialDialog({ record, person, onClose }: ConfidentialDialogProps) {
  const { state } = useReplica();
  const [text, setText] = useTyped(
    'ConfidentialDialog.text',
    recordOf(state, 'confidential', record.id)?.text ?? '',
  );
  const [isEncrypted, setEncrypted] = useState<boolean | null>(null);
  useEffect(() => {
    call('vault.status', null).then(({ encrypted }) => setEncrypted(encrypted), tellFailure);
  }, []);
  const save = async () => {
    const fields = { text: text.trim(), date: record.date };
    const said = g('reports.content.saved');
    if (await act('confidential.set', [edit('confidential', record.id, fields)], { said })) {
      onClose();
    }
  };
  return (
    <Dialog
      title={g('reports.content.of', { person })}
      onClose={onClose}
      {...(isEncrypted && { onSave: () => void save() })}
    >
      {isEncrypted === false && <p>{g('reports.content.plain')}</p>}
      {isEncrypted && (
        <TextField
          label={g('reports.content.label')}
          hint={g('reports.content.hint')}
          value={text}
          multiline
          onChange={setText}
        />
      )}
    </Dialog>
  );
}
