import { useState } from 'react';
import type { CallOutput } from '../../../shared/rpc';
import { Dialog } from '../../components/Dialog';
import { PassphraseField } from '../../components/PassphraseField';
import { PlainTable } from '../../components/PlainTable';
import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/i18n';
import { momentText } from '../history/moment';
import { passphraseWords } from './passphrase-words';
import { toggled } from './toggled';

type Opened = CallOutput<'transfer.unlock'>['packages'][number];

interface OpenedPackagesProps {
  readonly packages: readonly Opened[];
  /** Devices of which the user compared the fingerprint. */
  readonly trusted: ReadonlySet<string>;
  readonly onTrust: (next: ReadonlySet<string>) => void;
  readonly onUnlock: (id: number, passphrase: string) => Promise<void>;
  readonly onForget: (id: number) => Promise<void>;
}

/** The name of a file without its folder. */
export const fileOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Whether somebody has to compare a fingerprint before a package may come in. */
export const needsComparing = (trust: Opened['trust']): trust is NonNullable<Opened['trust']> =>
  trust?.status === 'unknown' || trust?.status === 'changed-key';

/** Every opened package: from whom, when, and whether it may come in. */
export function OpenedPackages(props: OpenedPackagesProps) {
  const { packages, trusted, onTrust, onUnlock, onForget } = props;
  const [locked, setLocked] = useState<Opened>();
  const [passphrase, setPassphrase] = useState('');

  const state = ({ status, error, trust, isGap }: Opened) => {
    if (error) return <span className="ty-error">{errorText(error)}</span>;
    if (status === 'locked') return t('exchange.package.locked');
    return (
      <>
        {t('exchange.package.ready')}
        {trust && `；${t(`exchange.trust.${trust.status}`)}`}
        {isGap && <span className="ty-hint"> {t('exchange.package.gap')}</span>}
      </>
    );
  };
  const comparing = ({ status, trust, package: made }: Opened) =>
    status === 'ready' &&
    needsComparing(trust) &&
    made && (
      <div>
        {trust.before && (
          <p>
            {t('exchange.trust.before', {
              digits: trust.before.digits,
              words: trust.before.words.join(' '),
            })}
          </p>
        )}
        <p>
          {t('exchange.trust.compare', {
            digits: trust.fingerprint.digits,
            words: trust.fingerprint.words.join(' '),
          })}
        </p>
        <label className="ty-check">
          <input
            type="checkbox"
            checked={trusted.has(made.deviceId)}
            onChange={() => onTrust(toggled(trusted, made.deviceId))}
          />{' '}
          {t('exchange.trust.yes', { name: made.device || trust.person || made.deviceId })}
        </label>
      </div>
    );

  return (
    <div className="ty-section">
      <h2>{t('exchange.packages')}</h2>
      <PlainTable
        label={t('exchange.packages')}
        titles={[
          t('exchange.package.file'),
          t('exchange.package.who'),
          t('exchange.package.when'),
          t('exchange.package.state'),
          t('exchange.package.act'),
        ]}
      >
        {packages.map((one) => (
          <tr key={one.id}>
            <td className="ty-exchange-long">{fileOf(one.path)}</td>
            <td>{[one.package?.author, one.package?.device].filter(Boolean).join(' · ')}</td>
            <td>{one.package ? momentText(one.package.madeAt) : '—'}</td>
            <td>
              {state(one)}
              {comparing(one)}
            </td>
            <td>
              {one.status === 'locked' && (
                <button
                  type="button"
                  className="ty-button ty-button-small"
                  onClick={() => setLocked(one)}
                >
                  {t('exchange.package.unlock')}
                </button>
              )}{' '}
              <button
                type="button"
                className="ty-button ty-button-small"
                onClick={() => void onForget(one.id)}
              >
                {t('exchange.package.forget')}
              </button>
            </td>
          </tr>
        ))}
      </PlainTable>
      {locked && (
        <Dialog
          title={t('exchange.package.unlock')}
          saveLabel={t('exchange.package.unlock')}
          onClose={() => setLocked(undefined)}
          onSave={() => {
            void onUnlock(locked.id, passphrase);
            setLocked(undefined);
            setPassphrase('');
          }}
        >
          <p>{fileOf(locked.path)}</p>
          <PassphraseField
            label={t('exchange.package.unlock')}
            value={passphrase}
            onChange={setPassphrase}
            words={passphraseWords()}
            autoFocus
          />
        </Dialog>
      )}
    </div>
  );
}
