import { edit } from '../../../shared/changes/records';
import { fieldValue, isEmpty, textOf } from '../../../shared/kinds/field';
import type { Kind } from '../../../shared/kinds/kind';
import { titleOf } from '../../../shared/kinds/register';
import type { RecordOf } from '../../../shared/model/collections';
import { Attachments } from '../../components/Attachments';
import { Dialog } from '../../components/Dialog';
import { RecordHistory } from '../../components/RecordHistory';
import { bilingual, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useReplica } from '../../state/workspace';
import { CountsFor } from './CountsFor';
import { wordingOf } from './wording';

interface RecordDialogProps {
  readonly kind: Kind;
  readonly record: RecordOf<'activity'>;
  readonly onClose: () => void;
  readonly onEdit: () => void;
  readonly onCopy: () => void;
}

/** One record as it stands: what it says, its evidence files, where it counts. */
export default function RecordDialog({ kind, record, onClose, onEdit, onCopy }: RecordDialogProps) {
  const { state } = useReplica();
  const wording = wordingOf(state);
  const filled = kind.fields.filter((field) => !isEmpty(fieldValue(record, field)));
  const remove = async () => {
    const edits = [edit('activity', record.id, { deleted: true })];
    const said = t('registers.deleted', { name: bilingual(kind.name) });
    if (await act('activity.delete', edits, { said })) onClose();
  };
  return (
    <Dialog
      title={titleOf(kind, record, wording)}
      onClose={onClose}
      isWide
      aside={
        <>
          <RecordHistory collection="activity" id={record.id} />
          <button type="button" className="ty-button" onClick={() => void remove()}>
            {t('registers.delete')}
          </button>
          <button type="button" className="ty-button" onClick={onCopy}>
            {t('registers.copy')}
          </button>
          <button type="button" className="ty-button" onClick={onEdit}>
            {t('registers.change')}
          </button>
        </>
      }
    >
      <div className="ty-registers-form">
        <dl className="ty-registers-facts">
          {filled.map((field) => (
            <div key={field.key}>
              <dt>{bilingual(field.label)}</dt>
              <dd>{textOf(field, fieldValue(record, field), wording)}</dd>
            </div>
          ))}
        </dl>
        <CountsFor kind={kind} record={record} />
      </div>
      <Attachments owner={{ collection: 'activity', id: record.id }} />
    </Dialog>
  );
}
