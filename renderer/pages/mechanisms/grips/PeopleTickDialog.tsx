import type { RecordOf } from '../../../../shared/model/collections';
import { Dialog } from '../../../components/Dialog';
import PeopleField from '../../../components/PeopleField';
import { useTyped } from '../../../state/forms';

interface PeopleTickDialogProps {
  readonly title: string;
  readonly label: string;
  /** Among whom to choose. */
  readonly people: readonly RecordOf<'person'>[];
  readonly chosen: readonly string[];
  readonly onSave: (people: readonly string[]) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Who of some people has done something: completed a task, made up for a session. */
export function PeopleTickDialog(props: PeopleTickDialogProps) {
  const { title, label, people, chosen, onSave, onClose } = props;
  const [value, setValue] = useTyped('PeopleTickDialog.value', chosen);
  const save = async () => {
    if (await onSave(value)) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} onSave={() => save()}>
      <PeopleField label={label} value={value} people={people} isOpen onChange={setValue} />
    </Dialog>
  );
}
