import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/rpc';
import { NumberField } from '../../components/NumberField';
import { tellFailure } from '../../state/act';
import { call, listen } from '../../state/bridge';
import { notify } from '../../state/notices';
import { openWorkspace } from '../../state/workspace';
import '../lock/lock.css';
import { v } from '../lock/texts';
import { PassphraseDialog, type PassphraseJob } from './PassphraseDialog';
import { PlainRemains } from './PlainRemains';
import { RecoveryDialog } from './RecoveryDialog';

type Status = CallOutput<'vault.status'>;

/** What is said of a long job, by the call that does it. */
const runningTexts = {
  enable: 'vault.enabling',
  disable: 'vault.disabling',
  renewKey: 'vault.key.running',
} as const;

const said = (text: string) => notify({ urgency: 'polite', text });

/** Passphrase, encryption and locking of this unit. */
export default function VaultSection() {
  const [status, setStatus] = useState<Status | null>(null);
  const [job, setJob] = useState<PassphraseJob | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [running, setRunning] = useState<keyof typeof runningTexts | null>(null);
  const [share, setShare] = useState(0);
  const read = () => call('vault.status', null).then(setStatus, tellFailure);
  useEffect(() => {
    call('vault.status', null).then(setStatus, tellFailure);
    return listen('job.progress', (progress) => {
      const isOurs = Object.keys(runningTexts).some((name) => progress.job === `vault.${name}`);
      if (isOurs && progress.total > 0) {
        setShare(Math.floor((progress.done / progress.total) * 100));
      }
    });
  }, []);
  if (!status) return null;

  /** Carries out what a dialog asked for. Throws what the call throws; the dialog shows it. */
  const carryOut = async (current: string, next: string): Promise<void> => {
    if (job === 'enable' || job === 'disable' || job === 'key') {
      setRunning(job === 'key' ? 'renewKey' : job);
      setShare(0);
      try {
        if (job === 'enable') {
          const { recoveryCode } = await call('vault.enable', { passphrase: next });
          setCode(recoveryCode);
        } else if (job === 'key') {
          setCode((await call('vault.renewKey', { current, next })).recoveryCode);
        } else await call('vault.disable', { passphrase: current });
      } finally {
        setRunning(null);
      }
      const done = {
        enable: 'vault.enabled',
        disable: 'vault.disabled',
        key: 'vault.changed',
      } as const;
      said(v(done[job]));
      await openWorkspace();
    } else if (job === 'change') {
      await call('vault.changePassphrase', { current, kind: 'passphrase', next });
      said(v('vault.changed'));
    } else if (job === 'reset') {
      await call('vault.changePassphrase', { current, kind: 'recovery', next });
      said(v('vault.changed'));
    } else if (job === 'renew') {
      setCode((await call('vault.renewRecovery', { passphrase: current })).recoveryCode);
    } else if (job === 'remember') {
      await call('vault.remember', { on: true, passphrase: current });
      said(v('vault.saved'));
    }
    setJob(null);
    await read();
  };
  const forget = async () => {
    try {
      await call('vault.remember', { on: false, passphrase: '' });
      said(v('vault.saved'));
      await read();
    } catch (error) {
      tellFailure(error);
    }
  };
  const button = (which: PassphraseJob, text: string) => (
    <button type="button" className="ty-button" onClick={() => setJob(which)}>
      {text}
    </button>
  );

  return (
    <div className="ty-section">
      <h2>{v('vault.section')}</h2>
      {!status.available && <p>{v('vault.unavailable')}</p>}
      {status.available && !status.encrypted && (
        <>
          <p>{v('vault.off')}</p>
          <p>{v('vault.off.warning')}</p>
          {button('enable', v('vault.enable'))}
        </>
      )}
      {status.encrypted && (
        <>
          <p className="ty-light ty-light-done">✓ {v('vault.on')}</p>
          {status.remembered && <p>{v('vault.remembered')}</p>}
          <div className="ty-vault-acts">
            <button
              type="button"
              className="ty-button"
              onClick={() => void call('vault.lock', null).catch(tellFailure)}
            >
              {v('vault.lockNow')}
            </button>
            {button('change', v('vault.change'))}
            {button('key', v('vault.key'))}
            {button('reset', v('vault.reset'))}
            {button('renew', v('vault.renew'))}
            {status.canRemember &&
              (status.remembered ? (
                <button type="button" className="ty-button" onClick={() => void forget()}>
                  {v('vault.forgetHere')}
                </button>
              ) : (
                button('remember', v('vault.rememberHere'))
              ))}
            {button('disable', v('vault.disable'))}
          </div>
          <div className="ty-grid-3">
            <NumberField
              label={v('vault.autoLock')}
              value={status.autoLockMinutes}
              min={0}
              max={240}
              wrong={v('vault.autoLock.wrong')}
              onCommit={(minutes) =>
                minutes !== null &&
                void call('vault.setAutoLock', { minutes: Math.round(minutes) }).then(() => {
                  said(v('vault.saved'));
                  return read();
                }, tellFailure)
              }
            />
          </div>
        </>
      )}
      {status.encrypted && <PlainRemains />}
      {job && (
        <PassphraseDialog
          key={job}
          job={job}
          onDo={carryOut}
          onClose={() => {
            // Leaving while it runs stops it; the dialog closes when it has stopped.
            if (running) void call('vault.cancel', null).catch(tellFailure);
            else setJob(null);
          }}
          running={running && v(runningTexts[running], { share })}
        />
      )}
      {code !== null && <RecoveryDialog code={code} onClose={() => setCode(null)} />}
    </div>
  );
}
