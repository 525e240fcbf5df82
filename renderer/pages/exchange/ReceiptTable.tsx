import { t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { type Receipt, receiptDocument, receiptRows } from './receipt-rows';

/** It stands below a long form, and says that the stick can be pulled. */
const show = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** What was written, to be checked against the stick, shown in its folder, printed and signed. */
export function ReceiptTable({ receipt, to }: { receipt: Receipt; to: string }) {
  const print = () =>
    call('documents.print', { documents: [receiptDocument(receipt, to)], printing: null }).catch(
      tellFailure,
    );
  const reveal = () => call('app.reveal', receipt.path).catch(tellFailure);
  return (
    <div className="ty-section" role="status" ref={show}>
      <h2>{t('exchange.done')}</h2>
      <div className="ty-table-frame">
        <table className="ty-table" aria-label={t('exchange.receipt')}>
          <tbody>
            {receiptRows(receipt, to).map(([name, value]) => (
              <tr key={name}>
                <th scope="row" className="ty-soft">
                  {name}
                </th>
                <td className="ty-exchange-long">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="ty-actions">
        <button type="button" className="ty-button" onClick={() => void reveal()}>
          {t('exchange.reveal')}
        </button>
        <button type="button" className="ty-button" onClick={() => void print()}>
          {t('exchange.receipt.print')}
        </button>
      </p>
    </div>
  );
}
