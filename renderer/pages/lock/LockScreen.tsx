import { type FormEvent, useEffect, useRef, useState } from 'react';
import { PassphraseField } from '../../components/PassphraseField';
import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/i18n';
import { CallFailed, call } from '../../state/bridge';
import { adoptUnlocked, type LockFacts } from '../../state/workspace';
import './lock.css';
import { v } from './texts';

interface LockScreenProps {
  readonly facts: LockFacts;
  /** Whether the page behind was open before and may hold what was not saved. */
  readonly isCovering: boolean;
}

/** Seconds that are left to wait, counted down; set anew after a wrong try. */
function useWait(first: number): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(first);
  useEffect(() => {
    if (left <= 0) return;
    const timer = window.setTimeout(() => setLeft(left - 1), 1_000);
    return () => window.clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

/**
 * Asks for the passphrase. A modal dialog over everything: the page behind stays as it is, with
 * what was typed into it, but can neither be seen nor reached.
 */
export default function LockScreen({ facts, isCovering }: LockScreenProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [secret, setSecret] = useState('');
  const [kind, setKind] = useState<'passphrase' | 'recovery'>('passphrase');
  const [remember, setRemember] = useState(false);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const [wait, setWait] = useWait(facts.waitSeconds);
  useEffect(() => {
    const element = dialog.current;
    if (!element?.open) element?.showModal();
    return () => element?.close();
  }, []);

  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    if (secret === '' || busy || wait > 0) return;
    setBusy(true);
    setError('');
    try {
      adoptUnlocked(await call('vault.unlock', { secret, kind, remember }));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      const { waitSeconds } = failure.error.params ?? {};
      if (typeof waitSeconds === 'number') setWait(waitSeconds);
      setError(errorText(failure.error));
      setSecret('');
    }
    setBusy(false);
  };
  const change = (next: typeof kind) => {
    setKind(next);
    setSecret('');
    setError('');
  };

  return (
    <dialog
      ref={dialog}
      className="ty-lock"
      aria-labelledby="lock-title"
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form className="ty-lock-form" onSubmit={(event) => void unlock(event)}>
        <p className="ty-nav-mark">{t('shell.name')}</p>
        <h1 id="lock-title">{v('vault.lock.title')}</h1>
        <p>{v('vault.lock.sentence')}</p>
        {isCovering && <p className="ty-hint">{v('vault.lock.kept')}</p>}
        <PassphraseField
          key={kind}
          label={v(`vault.${kind}`)}
          value={secret}
          onChange={setSecret}
          hint={kind === 'recovery' ? v('vault.recovery.hint') : undefined}
          isPlain={kind === 'recovery'}
          words={{ show: v('vault.show'), hide: v('vault.hide'), caps: v('vault.caps') }}
          autoFocus
        />
        {error && (
          <p className="ty-error" role="alert">
            {error}
          </p>
        )}
        {wait > 0 && <p role="status">{v('vault.wait', { seconds: wait })}</p>}
        {facts.canRemember && (
          <label className="ty-lock-remember">
            <input
              type="checkbox"
              checked={remember}
              onChange={(event) => setRemember(event.target.checked)}
            />{' '}
            {v('vault.remember')}
          </label>
        )}
        <button
          type="submit"
          className="ty-button ty-button-primary"
          disabled={busy || wait > 0 || secret === ''}
        >
          {v(busy ? 'vault.unlocking' : 'vault.unlock')}
        </button>
        <button
          type="button"
          className="ty-link"
          onClick={() => change(kind === 'passphrase' ? 'recovery' : 'passphrase')}
        >
          {v(kind === 'passphrase' ? 'vault.useRecovery' : 'vault.usePassphrase')}
        </button>
      </form>
    </dialog>
  );
}
