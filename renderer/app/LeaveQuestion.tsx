import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { focusFirst } from '../components/TextField';
import { textsOf } from '../i18n/i18n';
import { leavingTexts } from '../i18n/texts/leaving';
import { call, listen } from '../state/bridge';
import { currentQuestion, followForms, mayLeave } from '../state/forms';
import { guardLinks } from '../state/location';
import { allSent } from '../state/workspace';

const l = textsOf(leavingTexts);

/** How long closing waits for what was committed, in ms. */
const patience = 5_000;

/** Closes the window once nothing is left to be asked. Behind the lock, the draft has all of it. */
async function close(isLocked: boolean): Promise<void> {
  if (!isLocked && !(await mayLeave())) return;
  // A disk that does not answer is not waited for without end.
  await Promise.race([allSent(), new Promise((resolve) => window.setTimeout(resolve, patience))]);
  await call('app.leave', null);
}

/** Lets main ask this page before the window closes, as long as it answers. */
function guardClosing(): () => void {
  const tell = (isGuarded: boolean): void =>
    void call('app.guardClosing', isGuarded).catch(() => undefined);
  tell(true);
  return () => tell(false);
}

/** Asks what is to become of what was typed, over whatever is open. Esc goes back to it. */
export default function LeaveQuestion({ isLocked }: { isLocked: boolean }) {
  useEffect(() => listen('app.closing', () => void close(isLocked)), [isLocked]);
  useEffect(guardClosing, []);
  useEffect(guardLinks, []);
  const question = useSyncExternalStore(followForms, currentQuestion);
  return question && <Asked key={question.title} {...question} />;
}

function Asked({
  title,
  canKeep,
  canSave,
  resolve,
}: NonNullable<ReturnType<typeof currentQuestion>>) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="ty-dialog ty-question"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault();
        resolve('back');
      }}
    >
      <h2 id={`${id}-title`}>
        {title === '' ? l('leaving.title.none') : l('leaving.title', { title })}
      </h2>
      <p id={`${id}-text`}>{l(canKeep ? 'leaving.text' : 'leaving.text.short')}</p>
      <div className="ty-dialog-foot">
        <button type="button" className="ty-button" onClick={() => resolve('drop')}>
          {l('leaving.drop')}
        </button>
        {canKeep && (
          <button type="button" className="ty-button" onClick={() => resolve('keep')}>
            {l('leaving.keep')}
          </button>
        )}
        <button
          type="button"
          className="ty-button"
          {...(!canSave && { ref: focusFirst })}
          onClick={() => resolve('back')}
        >
          {l('leaving.back')}
        </button>
        {canSave && (
          <button
            type="button"
            className="ty-button ty-button-primary"
            ref={focusFirst}
            onClick={() => resolve('save')}
          >
            {l('leaving.save')}
          </button>
        )}
      </div>
    </dialog>
  );
}
