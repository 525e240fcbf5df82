import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { t } from '../i18n/i18n';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Saves; the dialog stays open until the owner takes it away. */
  readonly onSave?: () => void;
  readonly saveLabel?: string;
  /** Room for something beside the form. */
  readonly isWide?: boolean;
  /** What stands at the left of the foot, e.g. deleting. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A window over the page: the focus stays inside, Esc leaves, Enter in a line saves. */
export function Dialog(props: DialogProps) {
  const { title, onClose, onSave, saveLabel, isWide, aside, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    if (!element?.open) element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    (onSave ?? onClose)();
  };
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'ty-dialog ty-dialog-wide' : 'ty-dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form onSubmit={submitted} noValidate>
        <h2 id={heading}>{title}</h2>
        <div className="ty-dialog-body">{children}</div>
        <div className="ty-dialog-foot">
          {aside}
          <button type="button" className="ty-button" onClick={onClose}>
            {t(onSave ? 'components.cancel' : 'components.close')}
          </button>
          {onSave && (
            <button type="submit" className="ty-button ty-button-primary">
              {saveLabel ?? t('components.save')}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
