import { useState } from 'react';
import { periodOf } from '../../../shared/calendar/period';
import type { CallOutput } from '../../../shared/rpc';
import { MonthPicker } from '../../components/MonthPicker';
import { PassphraseField } from '../../components/PassphraseField';
import { type Column, Table } from '../../components/Table';
import { errorText } from '../../i18n/error-text';
import { numberText, t } from '../../i18n/i18n';
import { call } from '../../state/bridge';
import { useToday } from '../../state/today';
import { momentText } from '../history/moment';
import { fileOf } from './OpenedPackages';
import { passphraseWords } from './passphrase-words';
import { useTransfer } from './use-transfer';
import { Working } from './Working';

type UnitRow = NonNullable<CallOutput<'transfer.rollUp'>>[number];
type Row = UnitRow & { readonly id: string };

const share = (done: number, all: number): string => t('exchange.rollup.of', { done, all });

/** Titles are texts, so the columns are made when the page is drawn. */
const columns = (): readonly Column<Row>[] => [
  {
    id: 'unit',
    title: t('exchange.rollup.unit'),
    cell: ({ unit, path, error }) =>
      error ? (
        <span className="ty-error">
          {fileOf(path)}：{errorText(error)}
        </span>
      ) : (
        unit
      ),
    sortBy: ({ unit }) => unit,
  },
  {
    id: 'madeAt',
    title: t('exchange.rollup.madeAt'),
    cell: ({ madeAt }) => (madeAt ? momentText(madeAt) : '—'),
  },
  {
    id: 'submitted',
    title: t('exchange.rollup.submitted'),
    align: 'number',
    cell: ({ submitted, leaders }) => share(submitted, leaders),
  },
  {
    id: 'score',
    title: t('exchange.rollup.score'),
    align: 'number',
    cell: ({ score }) => numberText(score),
  },
  {
    id: 'met',
    title: t('exchange.rollup.met'),
    align: 'number',
    cell: ({ met, owed }) => share(met, owed),
  },
  {
    id: 'overdue',
    title: t('exchange.rollup.overdue'),
    align: 'number',
    cell: ({ lights }) => lights.overdue ?? 0,
  },
  {
    id: 'tasks',
    title: t('exchange.rollup.tasks'),
    align: 'number',
    cell: ({ tasksOverdue }) => tasksOverdue,
  },
];

/** Packages of many units side by side, read only; nothing of them is kept. */
export default function RollUpView() {
  const today = useToday();
  const { job, isBusy, run } = useTransfer();
  const [month, setMonth] = useState(periodOf(today, 'month'));
  const [passphrase, setPassphrase] = useState('');
  const [rows, setRows] = useState<readonly Row[]>();
  const open = async () => {
    const found = await run(() =>
      call('transfer.rollUp', { month, ...(passphrase !== '' && { passphrase }) }),
    );
    if (found) setRows(found.map((row) => ({ ...row, id: row.path })));
  };
  return (
    <div className="ty-section">
      <p>{t('exchange.rollup.what')}</p>
      <div className="ty-exchange-form">
        <MonthPicker value={month} onChange={setMonth} />
        <PassphraseField
          label={t('exchange.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          words={passphraseWords()}
        />
      </div>
      <p className="ty-actions">
        <button
          type="button"
          className="ty-button ty-button-primary"
          disabled={isBusy}
          onClick={() => void open()}
        >
          {t('exchange.rollup.open')}
        </button>
      </p>
      <Working job={job} isBusy={isBusy} />
      {rows && (
        <>
          <p role="status">{t('exchange.rollup.sentence', { units: rows.length })}</p>
          <Table label={t('exchange.view.rollup')} columns={columns()} rows={rows} />
        </>
      )}
    </div>
  );
}
