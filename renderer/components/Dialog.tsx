import {
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from 'react';
import { t } from '../i18n/i18n';
import { forgetTyped, isTouched, mayLeave, noteInput, useForm } from '../state/forms';
import { isComposing } from './TextField';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Saves; the dialog stays open until the owner takes it away. */
  readonly onSave?: () => unknown;
  readonly saveLabel?: string;
  /** Room for something beside the form. */
  readonly isWide?: boolean;
  /** What stands at the left of the foot, e.g. deleting. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A list or a calendar that hangs open takes the next Esc for itself. */
const openList = '[role="combobox"][aria-expanded="true"], [aria-haspopup][aria-expanded="true"]';

/** What was typed and could not be read is known to its field alone. */
const unread = 'input[inputmode="decimal"][aria-invalid="true"], input[data-written="unread"]';
const wrongField = ':is(input, select, textarea)[aria-invalid="true"], .ty-error';

/**
 * A window over the page: the focus stays inside, Esc leaves, Enter in a line saves. What was filled
 * in and not saved is asked about first; what saving does not take is shown first.
 */
export function Dialog(props: DialogProps) {
  const { title, onClose, onSave, saveLabel, isWide, aside, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const isFilled = useRef(false);
  const isForList = useRef(false);
  const saving = useRef<unknown>(undefined);
  useForm({
    title,
    isFilled: () => onSave !== undefined && isFilled.current,
    save: async () => {
      dialog.current?.querySelector('form')?.requestSubmit();
      await saving.current;
    },
  });
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
    // A number or day that is none would be left out in silence.
    if (!dialog.current?.querySelector(unread)) saving.current = (onSave ?? onClose)();
    showWrong();
  };
  /** What is wrong may stand far above the button. */
  const showWrong = () =>
    requestAnimationFrame(() => {
      const wrong = dialog.current?.querySelector<HTMLElement>(wrongField);
      wrong?.focus();
      wrong?.scrollIntoView({ block: 'center' });
    });
  /** What leads on from here saves first, and waits for what cannot be read as saving does. */
  const beforeAside = (event: MouseEvent) => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest('dialog') !== dialog.current) return;
    if (!target.closest('button') || !dialog.current?.querySelector(unread)) return;
    event.preventDefault();
    event.stopPropagation();
    showWrong();
  };
  const leave = async () => {
    if (onSave && isTouched()) {
      if (!(await mayLeave())) return;
      isFilled.current = false;
      forgetTyped();
    }
    // A field that saves by itself does so when it is left.
    if (!onSave && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onClose();
  };
  const beforeKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Left to the browser, it would close whatever the fields make of the key.
    event.preventDefault();
    isForList.current = dialog.current?.querySelector(openList) != null;
  };
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'ty-dialog ty-dialog-wide' : 'ty-dialog'}
      aria-labelledby={heading}
      onKeyDownCapture={beforeKey}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        // A dialog that this one stands in stays.
        event.stopPropagation();
        if (!isForList.current) void leave();
      }}
      onCancel={(event) => {
        event.preventDefault();
        void leave();
      }}
    >
      <form
        onSubmit={submitted}
        onInput={({ target }) => {
          // What was chosen with one key is soon chosen again.
          if (target instanceof Element && target.matches('select, [type="radio"]')) return;
          isFilled.current = true;
          noteInput();
        }}
        noValidate
      >
        <h2 id={heading}>{title}</h2>
        <div className="ty-dialog-body">{children}</div>
        <div className="ty-dialog-foot">
          {aside && (
            <div className="ty-dialog-aside" onClickCapture={beforeAside}>
              {aside}
            </div>
          )}
          <button type="button" className="ty-button" onClick={() => void leave()}>
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
