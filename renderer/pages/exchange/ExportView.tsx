import { useState } from 'react';
import { isPeriod } from '../../../shared/calendar/period';
import { listOf } from '../../../shared/changes/records';
import type { CallInput, CallOutput } from '../../../shared/rpc';
import { Choice } from '../../components/Choice';
import { fileSize } from '../../components/file-size';
import { PassphraseField } from '../../components/PassphraseField';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
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

/** `2026-11`, also typed as 2026年11月, 2026.11 or in full-width digits; null for none. */
const monthOf = (text: string): string | null | undefined => {
  const asked = text.normalize('NFKC').replace(/\s/g, '');
  if (asked === '') return null;
  const [, year = '', month = ''] = /^(\d{4})[-./年](\d{1,2})月?$/.exec(asked) ?? [];
  const name = `${year}-${month.padStart(2, '0')}`;
  return isPeriod(name) ? name : undefined;
};

/** What is to go into a package, how big it would be, and writing it. */
export default function ExportView() {
  const { state, device: own } = useReplica();
  const { job, isBusy, run } = useTransfer();
  const [what, setWhat] = useState<What>('all');
  const [department, setDepartment] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
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
  const [first, last] = [monthOf(from), monthOf(to)];
  const isTurned = first && last ? first > last : false;
  const isWrong = first === undefined || last === undefined || isTurned;
  const scope: CallInput<'transfer.estimate'> = {
    what,
    who: what === 'department' ? department || (departments[0]?.id ?? '') : '',
    from: first ?? null,
    to: last ?? null,
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
          <TextField
            label={t('exchange.from')}
            value={from}
            onChange={setFrom}
            error={first === undefined ? t('exchange.month.wrong') : undefined}
          />
          <TextField
            label={t('exchange.to')}
            value={to}
            onChange={setTo}
            error={
              last === undefined
                ? t('exchange.month.wrong')
                : isTurned
                  ? t('exchange.month.turned')
                  : undefined
            }
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
