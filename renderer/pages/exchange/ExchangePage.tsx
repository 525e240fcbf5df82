import { useState } from 'react';
import type { CallOutput } from '../../../shared/rpc';
import { PageHeader } from '../../components/PageHeader';
import { currentLanguage, t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';

type Receipt = NonNullable<CallOutput<'transfer.export'>>;

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What was written, to be checked against the stick. */
function ReceiptTable({ receipt }: { receipt: Receipt }) {
  const { unit, author, madeAt, changeSets, changes, bytes, sha256 } = receipt.package;
  const locale = currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB';
  const rows = [
    [t('exchange.receipt.path'), receipt.path],
    [t('exchange.receipt.unit'), unit],
    [t('exchange.receipt.author'), author],
    [t('exchange.receipt.madeAt'), new Date(madeAt).toLocaleString(locale)],
    [t('exchange.receipt.content'), t('exchange.receipt.counts', { changeSets, changes })],
    [t('exchange.receipt.size'), sizeText(bytes)],
    [t('exchange.receipt.sha256'), sha256],
  ] as const;
  return (
    <div className="ty-table-frame">
      <table className="ty-table" aria-label={t('exchange.receipt')}>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <td className="ty-soft">{name}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Carries the unit's records to another PC on a stick. */
export default function ExchangePage() {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [busy, setBusy] = useState(false);
  const write = async () => {
    setBusy(true);
    try {
      const written = await call('transfer.export', { scope: { what: 'all' } });
      if (written) setReceipt(written);
    } catch (error) {
      tellFailure(error);
    }
    setBusy(false);
  };
  const reveal = (path: string) => call('app.reveal', path).catch(tellFailure);
  return (
    <section className="ty-page">
      <PageHeader title={t('exchange.title')} sentence={t('exchange.sentence')} />
      <div className="ty-section">
        <h2>{t('exchange.export')}</h2>
        <p>{t('exchange.export.what')}</p>
        <p className="ty-hint">{t('exchange.secrets')}</p>
        <p className="ty-actions ty-exchange-act">
          <button
            type="button"
            className="ty-button ty-button-primary"
            disabled={busy}
            onClick={() => void write()}
          >
            {t(busy ? 'exchange.export.busy' : 'exchange.export.do')}
          </button>
        </p>
      </div>
      {receipt && (
        <div className="ty-section" role="status">
          <h2>{t('exchange.done')}</h2>
          <ReceiptTable receipt={receipt} />
          <p className="ty-actions ty-exchange-act">
            <button type="button" className="ty-button" onClick={() => void reveal(receipt.path)}>
              {t('exchange.reveal')}
            </button>
          </p>
        </div>
      )}
      <div className="ty-section">
        <h2>{t('exchange.import')}</h2>
        <p>{t('exchange.import.what')}</p>
      </div>
    </section>
  );
}
