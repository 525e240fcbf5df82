import { useState } from 'react';
import { v7 as newUuid } from 'uuid';
import { edit, recordOf } from '../../../shared/changes/records';
import type { Difference } from '../../../shared/report/difference';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { d } from './texts';

interface CorrectionDialogProps {
  /** Id of the seal. */
  readonly seal: string;
  readonly difference: Difference;
  readonly onClose: () => void;
}

/** Notes why something is otherwise than it was sealed. */
export default function CorrectionDialog({ seal, difference, onClose }: CorrectionDialogProps) {
  const { state, device } = useReplica();
  const today = useToday();
  const [reason, setReason] = useTyped('CorrectionDialog.reason', '');
  const [isMissing, setMissing] = useState(false);
  const { place, before, after } = difference;
  const save = async () => {
    if (reason.trim() === '') {
      setMissing(true);
      return;
    }
    const person = recordOf(state, 'device', device)?.person ?? '';
    const fields = { seal, date: today, place, before, after, reason: reason.trim(), person };
    const made = edit('correction', newUuid(), fields);
    if (await act('document.correct', [made], { said: d('correction.saved') })) onClose();
  };
  return (
    <Dialog title={d('correction.title')} onClose={onClose} onSave={() => save()}>
      <p className="ty-soft">{place}</p>
      <h3>{d('correction.before')}</h3>
      <p className="ty-lines">{before || d('correction.nothing')}</p>
      <h3>{d('correction.after')}</h3>
      <p className="ty-lines">{after || d('correction.nothing')}</p>
      <TextField
        label={d('correction.reason')}
        value={reason}
        multiline
        onChange={setReason}
        {...(isMissing && reason.trim() === '' && { error: d('correction.needed') })}
      />
    </Dialog>
  );
}
