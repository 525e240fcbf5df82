import { listOf } from '../../../../shared/changes/records';
import { dayIn } from '../../../../shared/insight/register-values';
import type { RequiredStudy } from '../../../../shared/insight/study-progress';
import { act } from '../../../state/act';
import { useToday } from '../../../state/today';
import { useReplica } from '../../../state/workspace';
import { PeopleTickDialog } from './PeopleTickDialog';
import { g } from './texts';

/** Who has completed a study task; when all have, it is settled on that day. */
export default function RequiredStudyDialog(props: { study: RequiredStudy; onClose: () => void }) {
  const { study, onClose } = props;
  const { state } = useReplica();
  const today = useToday();
  const { task, required, completed } = study;
  const title = g('required.tick.of', { name: task.title });
  const save = (chosen: readonly string[]) => {
    const isWhole = required.length > 0 && required.every((id) => chosen.includes(id));
    const settledOn = isWhole ? dayIn(task, 'settledOn') || today : null;
    const fields = { completedBy: [...chosen], settledOn };
    return act('activity.set', [{ collection: 'activity', id: task.id, fields }], { said: title });
  };
  return (
    <PeopleTickDialog
      title={title}
      label={g('required.who')}
      people={listOf(state, 'person').filter(({ id }) => required.includes(id))}
      chosen={completed}
      onSave={save}
      onClose={onClose}
    />
  );
}
