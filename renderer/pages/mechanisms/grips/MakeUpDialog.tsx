import { listOf } from '../../../../shared/changes/records';
import type { Attendance } from '../../../../shared/insight/attendance';
import { act } from '../../../state/act';
import { useReplica } from '../../../state/workspace';
import { PeopleTickDialog } from './PeopleTickDialog';

interface MakeUpDialogProps {
  readonly title: string;
  readonly label: string;
  readonly attendance: Attendance;
  readonly onClose: () => void;
}

/** Who of those absent has made up for a session or an activity day. */
export default function MakeUpDialog({ title, label, attendance, onClose }: MakeUpDialogProps) {
  const { state } = useReplica();
  const { record, absent, madeUp } = attendance;
  const people = listOf(state, 'person').filter(({ id }) => absent.includes(id));
  return (
    <PeopleTickDialog
      title={title}
      label={label}
      people={people}
      chosen={madeUp}
      onSave={(chosen) =>
        act(
          'activity.set',
          [{ collection: 'activity', id: record.id, fields: { madeUp: [...chosen] } }],
          { said: title },
        )
      }
      onClose={onClose}
    />
  );
}
