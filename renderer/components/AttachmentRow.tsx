import { openingOf } from '../../shared/model/attachment-name';
import { shortDayText, t } from '../i18n/i18n';
import type { HeldFile } from './attachment-edits';
import { fileSize } from './file-size';

interface AttachmentRowProps {
  readonly file: HeldFile;
  /** Day it was added; undefined while it is not attached yet. */
  readonly addedDay: string | undefined;
  readonly isMissing: boolean;
  readonly onOpen: () => void;
  readonly onSaveAs: () => void;
  /** Undefined where the file may not be removed. */
  readonly onRemove: (() => void) | undefined;
}

const Missing = () => (
  <span className="ty-light ty-light-overdue">
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3 1h6l4 4v10H3z" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="m5.5 7 5 5m0-5-5 5" stroke="currentColor" strokeWidth="1.8" />
    </svg>
    {t('attachments.missing')}
  </span>
);

/** One evidence file: its name, size, day, and what can be done with it. */
export function AttachmentRow(props: AttachmentRowProps) {
  const { file, addedDay, isMissing, onOpen, onSaveAs, onRemove } = props;
  const { name } = file;
  const opening = openingOf(name);
  return (
    <li className="ty-file">
      <span className="ty-file-name">
        {opening === 'document' && !isMissing ? (
          <button
            type="button"
            className="ty-link ty-file-open"
            title={t('attachments.open.of', { name })}
            onClick={onOpen}
          >
            {name}
          </button>
        ) : (
          name
        )}
      </span>
      <span className="ty-file-facts">
        {isMissing && <Missing />}
        {opening !== 'document' && <span>{t(`attachments.${opening}`)}</span>}
        <span>{fileSize(file.bytes)}</span>
        <span>{addedDay === undefined ? t('attachments.unsaved') : shortDayText(addedDay)}</span>
      </span>
      <span className="ty-file-actions">
        <button
          type="button"
          className="ty-link"
          aria-label={t('attachments.saveAs.of', { name })}
          disabled={isMissing}
          onClick={onSaveAs}
        >
          {t('attachments.saveAs')}
        </button>
        {onRemove && (
          <button
            type="button"
            className="ty-link"
            aria-label={t('attachments.remove.of', { name })}
            onClick={onRemove}
          >
            {t('attachments.remove')}
          </button>
        )}
      </span>
    </li>
  );
}
