import { type DragEvent, useId, useState } from 'react';
import { edit } from '../../shared/changes/records';
import { type FileOwner, filesOf } from '../../shared/insight/evidence-files';
import { errorText } from '../i18n/error-text';
import { t } from '../i18n/i18n';
import { act } from '../state/act';
import { call, callAddFiles } from '../state/bridge';
import { useToday } from '../state/today';
import { type CommitOptions, useReplica } from '../state/workspace';
import { AttachmentRow } from './AttachmentRow';
import './attachments.css';
import { attachmentEdits, type HeldFile } from './attachment-edits';
import { useFileJob } from './use-file-job';
import { useMissing } from './use-missing';

interface AttachmentsProps {
  /** The record that the files are evidence of. */
  readonly owner: FileOwner;
  readonly label?: string;
  /** Nothing can be added or removed then; files can still be opened. */
  readonly disabled?: boolean;
  /** Who may see what is added; as the owner's own changes. */
  readonly audience?: CommitOptions['audience'];
  /** For a record that is not saved yet: new files are held until `attachmentEdits` saves them. */
  readonly held?: {
    readonly files: readonly HeldFile[];
    readonly onChange: (files: readonly HeldFile[]) => void;
  };
  readonly className?: string;
}

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** The evidence files of a record: added by button or drop, opened, saved elsewhere, removed. */
export function Attachments(props: AttachmentsProps) {
  const { owner, label = t('attachments.title'), audience, held, className = '' } = props;
  const { state, readOnly } = useReplica();
  const today = useToday();
  const heading = useId();
  const job = useFileJob();
  const [removed, setRemoved] = useState<{ readonly id: string; readonly name: string }>();
  const [savedAs, setSavedAs] = useState('');
  const [isOver, setIsOver] = useState(false);
  const [round, setRound] = useState(0);
  const files = filesOf(state, owner);
  const heldFiles = held?.files ?? [];
  const known = [...files, ...heldFiles];
  const missing = useMissing(
    known.map(({ sha256 }) => sha256),
    round,
  );
  const isFixed = props.disabled === true || readOnly !== null;
  const isBusy = job.share !== undefined;
  const options = audience ? { audience } : {};

  const add = async (dropped?: readonly File[]) => {
    setRemoved(undefined);
    setSavedAs('');
    const answer = await job.run(() =>
      dropped ? callAddFiles(dropped) : call('attachments.add', null),
    );
    // A file that was missing may be there again.
    setRound((now) => now + 1);
    const hashes = new Set(known.map(({ sha256 }) => sha256));
    const fresh: HeldFile[] = [];
    for (const reason of answer?.refused ?? []) job.complain(errorText(reason));
    for (const file of answer?.added ?? []) {
      if (!hashes.has(file.sha256)) fresh.push(file);
      else if (!missing.has(file.sha256)) {
        job.complain(t('attachments.known', { name: file.name }));
      }
      hashes.add(file.sha256);
    }
    if (fresh.length === 0) return;
    if (held) held.onChange([...heldFiles, ...fresh]);
    else await act('attachment.add', attachmentEdits(owner, fresh, today), options);
  };
  const withFile = async <T,>(work: () => Promise<T>): Promise<T | undefined> => {
    setSavedAs('');
    const answer = await job.run(work);
    // Where it failed, the file may have gone.
    if (answer === undefined) setRound((now) => now + 1);
    return answer;
  };
  const open = ({ sha256, name }: HeldFile) =>
    void withFile(() => call('attachments.open', { sha256, name }));
  const saveAs = async ({ sha256, name }: HeldFile) => {
    const saved = await withFile(() => call('attachments.saveAs', { sha256, name }));
    if (saved) setSavedAs(t('attachments.saved', saved));
  };
  const remove = async (id: string, name: string) => {
    const edits = [edit('attachment', id, { deleted: true })];
    if (await act('attachment.remove', edits, options)) setRemoved({ id, name });
  };
  const putBack = async (id: string) => {
    const edits = [edit('attachment', id, { deleted: false })];
    if (await act('attachment.restore', edits, options)) setRemoved(undefined);
  };
  const over = (event: DragEvent) => {
    if (isFixed || !bringsFiles(event)) return;
    event.preventDefault();
    setIsOver(true);
  };
  const dropped = (event: DragEvent) => {
    if (isFixed || !bringsFiles(event)) return;
    event.preventDefault();
    setIsOver(false);
    void add([...event.dataTransfer.files]);
  };

  return (
    <section
      className={`ty-files ${isOver ? 'ty-files-over' : ''} ${className}`}
      aria-labelledby={heading}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={dropped}
    >
      <div className="ty-files-head">
        <span className="ty-label" id={heading}>
          {label}
        </span>
        {known.length > 0 && (
          <span className="ty-soft">{t('attachments.count', { count: known.length })}</span>
        )}
        {!isFixed && (known.length === 0 || isOver) && (
          <span className="ty-hint">{t(isOver ? 'attachments.drop' : 'attachments.empty')}</span>
        )}
        {!isFixed && (
          <button
            type="button"
            className="ty-button ty-button-small"
            disabled={isBusy}
            onClick={() => void add()}
          >
            {t('attachments.add')}
          </button>
        )}
      </div>
      <ul className="ty-files-list">
        {files.map((file) => (
          <AttachmentRow
            key={file.id}
            file={file}
            addedDay={file.addedDay}
            isMissing={missing.has(file.sha256)}
            onOpen={() => open(file)}
            onSaveAs={() => void saveAs(file)}
            onRemove={isFixed ? undefined : () => void remove(file.id, file.name)}
          />
        ))}
        {heldFiles.map((file) => (
          <AttachmentRow
            key={file.sha256}
            file={file}
            addedDay={undefined}
            isMissing={missing.has(file.sha256)}
            onOpen={() => open(file)}
            onSaveAs={() => void saveAs(file)}
            onRemove={() => held?.onChange(heldFiles.filter((other) => other !== file))}
          />
        ))}
      </ul>
      {isBusy && (
        <p className="ty-files-progress">
          <progress aria-label={t('attachments.adding')} max={1} value={job.share} />
          <button type="button" className="ty-link" onClick={job.stop}>
            {t('attachments.stop')}
          </button>
        </p>
      )}
      <div role="status">
        {savedAs !== '' && <p className="ty-hint">{savedAs}</p>}
        {removed && (
          <p className="ty-hint">
            {t('attachments.removed', { name: removed.name })}{' '}
            <button type="button" className="ty-link" onClick={() => void putBack(removed.id)}>
              {t('attachments.undo')}
            </button>
          </p>
        )}
      </div>
      <div role="alert">
        {job.complaints.map((complaint) => (
          <p className="ty-error" key={complaint}>
            {complaint}
          </p>
        ))}
      </div>
    </section>
  );
}
