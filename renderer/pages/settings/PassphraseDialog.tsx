import { useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { PassphraseField } from '../../components/PassphraseField';
import { errorText } from '../../i18n/error-text';
import { CallFailed } from '../../state/bridge';
import { v } from '../lock/texts';

/** What is done with a passphrase. `reset` sets a new one with the recovery code. */
export type PassphraseJob =
  | 'enable'
  | 'disable'
  | 'change'
  | 'key'
  | 'reset'
  | 'renew'
  | 'remember';

const titles = {
  enable: 'vault.enable',
  disable: 'vault.disable',
  change: 'vault.change',
  key: 'vault.key',
  reset: 'vault.reset',
  renew: 'vault.renew',
  remember: 'vault.rememberHere',
} as const;

const hints = {
  enable: 'vault.off.warning',
  disable: 'vault.disable.hint',
  change: 'vault.change.hint',
  key: 'vault.key.hint',
  reset: 'vault.change.hint',
  renew: 'vault.renew.hint',
  remember: undefined,
} as const;

interface PassphraseDialogProps {
  readonly job: PassphraseJob;
  /** Throws CallFailed where main refuses; said in the dialog. */
  readonly onDo: (current: string, next: string) => Promise<void>;
  readonly onClose: () => void;
  /** How far a long job is. */
  readonly running: string | null;
}

/** Asks for the passphrases that a job needs: the present one, a new one twice, or both. */
export function PassphraseDialog({ job, onDo, onClose, running }: PassphraseDialogProps) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const asksCurrent = job !== 'enable';
  const asksNext = job === 'enable' || job === 'change' || job === 'key' || job === 'reset';
  const differs = asksNext && next !== again;
  const hint = hints[job];
  const words = { show: v('vault.show'), hide: v('vault.hide'), caps: v('vault.caps') };

  const save = async () => {
    setTried(true);
    if (differs || busy) return;
    setBusy(true);
    setError('');
    try {
      // Takes this dialog away when it is done.
      await onDo(current, next);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      setError(errorText(failure.error));
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={v(titles[job])}
      onClose={onClose}
      onSave={() => save()}
      saveLabel={v('vault.confirm')}
    >
      {hint && <p>{v(hint)}</p>}
      {asksCurrent && (
        <PassphraseField
          label={v(job === 'reset' ? 'vault.recovery' : 'vault.change.current')}
          value={current}
          onChange={setCurrent}
          isPlain={job === 'reset'}
          words={words}
          autoFocus
        />
      )}
      {asksNext && (
        <>
          <PassphraseField
            label={v(job === 'enable' ? 'vault.enable.first' : 'vault.change.next')}
            value={next}
            onChange={setNext}
            hint={v('vault.enable.hint')}
            words={words}
            autoFocus={!asksCurrent}
          />
          <PassphraseField
            label={v('vault.enable.second')}
            value={again}
            onChange={setAgain}
            error={tried && differs ? v('vault.mismatch') : undefined}
            words={words}
          />
        </>
      )}
      {running && <p role="status">{running}</p>}
      {error && (
        <p className="ty-error" role="alert">
          {error}
        </p>
      )}
    </Dialog>
  );
}
