import { useState } from 'react';
import { listOf } from '../../../shared/changes/records';
import type { CallInput, CallOutput } from '../../../shared/rpc';
import { Choice } from '../../components/Choice';
import { fileSize } from '../../components/file-size';
import MonthField from '../../components/MonthField';
import { PassphraseField } from '../../components/PassphraseField';
import { SelectField } from '../../components/SelectField';
import { t } from '../../i18n/i18n';
import { call } from '../../state/bridge';
import { useReplica } from '../../state/workspace';
import { momentText } from '../history/moment';
import { authorName } from '../history/who';
import { passphraseWords } from './passphrase-words';
import { ReceiptTable } from './ReceiptTable';
import type { Receipt } from './receipt-rows';
import { useTransfer } from './use-transfer';
import { Working } from './Working';

type What = 'all' | 'department' | 'mine';
type Estimate = CallOutput<'transfer.estimate'>;

/** What is to go into a package, how big it would be, and writing it. */
export default function ExportView() {
  const { state, device: own } = useReplica();
  const { job, isBusy, run } = useTransfer();
  const [what, setWhat] = useState<What>('all');
  const [department, setDepartment] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isFromUnread, setFromUnread] = useState(false);
  const [isToUnread, setToUnread] = useState(false);
  const [since, setSince] = useState('');
  const [withFiles, setWithFiles] = useState(true);
  const [bodyAndMind, setBodyAndMind] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [estimated, setEstimated] = useState<{ of: string; is: Estimate }>();
  const [written, setWritten] = useState<{ receipt: Receipt; to: string }>();

  const departments = listOf(state, 'department');
  const devices = listOf(state, 'device').filter(({ id }) => id !== own);
  const deviceName = (id: string): string => {
    const found = devices.find((one) => one.id === id);
    return found ? authorName(state, found.person) || found.name || id : '';
  };
  const [first, last] = [from || null, to || null];
  const isTurned = first && last ? first > last : false;
  const isWrong = isTurned || isFromUnread || isToUnread;
  const scope: CallInput<'transfer.estimate'> = {
    what,
    who: what === 'department' ? department || (departments[0]?.id ?? '') : '',
    from: first,
    to: last,
    since,
    attachments: withFiles,
    bodyAndMind,
  };

  // What was reckoned for another choice says nothing of this one.
  const asked = JSON.stringify(scope);
  const estimate = estimated?.of === asked ? estimated.is : undefined;
  const look = async () => {
    const found = await run(() => call('transfer.estimate', scope));
    if (found) setEstimated({ of: asked, is: found });
  };
  const write = async () => {
    setWritten(undefined);
    const input = { scope, for: since, ...(passphrase !== '' && { passphrase }) };
    const receipt = await run(() => call('transfer.export', input));
    if (receipt) setWritten({ receipt, to: deviceName(since) });
  };
  const tick = (label: string, value: boolean, change: (next: boolean) => void) => (
    <label className="ty-check">
      <input type="checkbox" checked={value} onChange={(event) => change(event.target.checked)} />{' '}
      {label}
    </label>
  );

  return (
    <>
      <div className="ty-section ty-exchange-form">
        <Choice
          label={t('exchange.scope')}
          value={what}
          options={(['all', 'department', 'mine'] as const)
            .filter((value) => value !== 'department' || departments.length > 0)
            .map((value) => ({ value, label: t(`exchange.scope.${value}`) }))}
          onChange={setWhat}
        />
        {what === 'department' && (
          <SelectField
            label={t('exchange.scope.whichDepartment')}
            value={scope.who ?? ''}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setDepartment}
          />
        )}
        <SelectField
          label={t('exchange.since')}
          value={since}
          optional
          nothing={t('exchange.since.all')}
          options={devices.map(({ id }) => ({
            value: id,
            label: t('exchange.since.for', { name: deviceName(id) }),
          }))}
          onChange={setSince}
        />
        <div className="ty-exchange-pair">
          <MonthField
            label={t('exchange.from')}
            value={from}
            onChange={setFrom}
            onUnread={setFromUnread}
          />
          <MonthField
            label={t('exchange.to')}
            value={to}
            onChange={setTo}
            onUnread={setToUnread}
            error={isTurned ? t('exchange.month.turned') : undefined}
          />
          <p className="ty-hint">{t('exchange.month.hint')}</p>
        </div>
        {tick(t('exchange.attachments'), withFiles, setWithFiles)}
        {tick(t('exchange.bodyAndMind'), bodyAndMind, setBodyAndMind)}
        <PassphraseField
          label={t('exchange.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          hint={t('exchange.passphrase.hint')}
          words={passphraseWords()}
        />
        <p className="ty-hint">{t('exchange.secrets')}</p>
        {estimate && (
          <p role="status">
            {t('exchange.estimate.is', {
              size: fileSize(estimate.bytes),
              sets: estimate.changeSets,
              changes: estimate.changes,
              files: estimate.files,
              drafts: estimate.drafts,
            })}{' '}
            {since !== '' &&
              (estimate.since
                ? t('exchange.estimate.since', { time: momentText(estimate.since.madeAt) })
                : t('exchange.estimate.noSince'))}
          </p>
        )}
        <p className="ty-actions">
          <button
            type="button"
            className="ty-button"
            disabled={isBusy || isWrong}
            onClick={() => void look()}
          >
            {t('exchange.estimate')}
          </button>
          <button
            type="button"
            className="ty-button ty-button-primary"
            disabled={isBusy || isWrong}
            onClick={() => void write()}
          >
            {t('exchange.export.do')}
          </button>
        </p>
        <Working job={job} isBusy={isBusy} />
      </div>
      {written && <ReceiptTable {...written} />}
    </>
  );
}
