import { edit, recordOf } from '../../../shared/changes/records';
import { passageId } from '../../../shared/model/passage';
import type { ReportDocument } from '../../../shared/report/blocks';
import { textDifference } from '../../../shared/report/difference';
import {
  type DocumentKind,
  type DocumentRequest,
  passagesOf,
} from '../../../shared/report/document-kind';
import { Dialog } from '../../components/Dialog';
import { RecordHistory } from '../../components/RecordHistory';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { useReplica } from '../../state/workspace';
import { textOfSection } from './rewritten';
import { d } from './texts';

interface PassageDialogProps {
  readonly section: string;
  readonly kind: DocumentKind;
  readonly request: DocumentRequest;
  readonly report: ReportDocument;
  readonly onClose: () => void;
}

/** Rewrites one paragraph of the summary; the drafted text stays at hand. */
export default function PassageDialog(props: PassageDialogProps) {
  const { section, kind, request, report, onClose } = props;
  const { state } = useReplica();
  const [text, setText] = useTyped('PassageDialog.text', () => textOfSection(report, section));
  const drafted = textOfSection(kind.build(state, { ...request, ignorePassages: true }), section);
  const id = passageId(passagesOf(kind.id, request), request.period, section);
  const passage = recordOf(state, 'passage', id);
  const isRewritten = passage !== undefined;
  // What the clerk rewrote stays; what the draft says otherwise since then is shown beside it.
  const changes =
    passage?.text && passage.draft !== drafted ? textDifference(passage.draft, drafted) : [];
  const save = async (next: string) => {
    const isDraft = next.trim() === drafted || next.trim() === '';
    const fields = { text: isDraft ? '' : next.trim(), draft: isDraft ? '' : drafted };
    const saved = await act('passage.set', [edit('passage', id, fields)], {
      said: t('summary.passage.saved'),
    });
    if (saved) onClose();
  };
  return (
    <Dialog
      title={t('summary.passage')}
      onClose={onClose}
      onSave={() => save(text)}
      aside={
        <>
          {isRewritten && <RecordHistory collection="passage" id={id} />}
          {text !== drafted && (
            <button type="button" className="ty-button" onClick={() => void save('')}>
              {t('summary.passage.reset')}
            </button>
          )}
        </>
      }
    >
      <TextField label={t('summary.passage.text')} value={text} multiline onChange={setText} />
      {text !== drafted && (
        <div>
          <p className="ty-hint">{t('summary.passage.draft')}</p>
          <p>{drafted}</p>
        </div>
      )}
      {changes.length > 0 && (
        <div>
          <p className="ty-hint">{d('passages.diff')}</p>
          <p>
            {changes.map(({ kind: part, text: piece }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of a finished comparison do not move
              <span key={index} className={`ty-diff-${part}`}>
                {part !== 'same' && (
                  <span className="ty-visually-hidden">{d(`passages.${part}`)}</span>
                )}
                {piece}
              </span>
            ))}
          </p>
        </div>
      )}
    </Dialog>
  );
}
