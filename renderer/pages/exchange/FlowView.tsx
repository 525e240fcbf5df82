import { useMemo, useState } from 'react';
import { periodOf } from '../../../shared/calendar/period';
import { listOf, recordOf } from '../../../shared/changes/records';
import { teamFlow } from '../../../shared/insight/exchange/team-flow';
import type { CallOutput } from '../../../shared/rpc';
import { Dialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { PlainTable } from '../../components/PlainTable';
import { t } from '../../i18n/i18n';
import { call } from '../../state/bridge';
import { notify } from '../../state/notices';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { momentText } from '../history/moment';
import { deviceText } from '../history/who';
import { useTransfer } from './use-transfer';
import { Working } from './Working';

type Trial = CallOutput<'transfer.undoImport'>;

/** Who still owes a package or a rating, the way back, and what came and went. */
export default function FlowView() {
  const replica = useReplica();
  const { state, device: own } = replica;
  const today = useToday();
  const { job, isBusy, run } = useTransfer();
  const [undoing, setUndoing] = useState<{ receipt: string; trial: Trial }>();
  const month = periodOf(today, 'month');
  const rows = useMemo(
    () => teamFlow(replica.state, { month, today, own }),
    [replica, month, today, own],
  );
  const receipts = useMemo(
    () => [...listOf(replica.state, 'receipt')].sort((a, b) => (a.at < b.at ? 1 : -1)),
    [replica],
  );
  const owner = recordOf(replica.state, 'device', own)?.person;
  const devices = rows.flatMap(({ devices: all }) => all.map(({ id }) => id));

  const sendBack = async () => {
    const made = await run(() => call('transfer.sendBack', { devices, attachments: true }));
    if (!made) return;
    const done = made.filter(({ receipt }) => receipt !== null).length;
    notify({
      urgency: done === made.length ? 'polite' : 'assertive',
      text: t('exchange.flow.backDone', { done, failed: made.length - done }),
    });
  };
  const tryUndo = async (receipt: string) => {
    const trial = await run(() => call('transfer.undoImport', { receipt, isTrial: true }));
    if (trial) setUndoing({ receipt, trial });
  };
  const undo = async (receipt: string) => {
    setUndoing(undefined);
    const gone = await run(() => call('transfer.undoImport', { receipt, isTrial: false }));
    if (gone) notify({ urgency: 'polite', text: t('exchange.undo.done') });
  };
  const age = (days: number | null): string =>
    days === null
      ? t('exchange.flow.never')
      : days === 0
        ? t('exchange.flow.today')
        : t('exchange.flow.age', { days });

  return (
    <>
      <div className="ty-section">
        <p>
          {t('exchange.flow.sentence', {
            missing: rows.filter(({ missing }) => missing.length > 0).length,
          })}
        </p>
        <PlainTable
          label={t('exchange.view.flow')}
          titles={[
            t('exchange.flow.leader'),
            t('exchange.flow.pc'),
            t('exchange.flow.last'),
            t('exchange.flow.out'),
            t('exchange.flow.missing'),
          ]}
        >
          {rows.map(({ person, devices: all, missing }) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>
                {all.map(({ name, id }) => name || id).join('、') ||
                  t(person.id === owner ? 'exchange.trust.own' : 'exchange.flow.noPc')}
              </td>
              <td>{all.map((one) => age(one.age)).join('、') || '—'}</td>
              <td>
                {all
                  .map(({ lastOut }) => (lastOut ? momentText(lastOut) : t('exchange.flow.never')))
                  .join('、') || '—'}
              </td>
              <td>
                {missing.length === 0
                  ? t('exchange.flow.whole')
                  : missing.map((what) => t(`exchange.flow.${what}`)).join('、')}
              </td>
            </tr>
          ))}
        </PlainTable>
        <p className="ty-actions">
          <button
            type="button"
            className="ty-button ty-button-primary"
            disabled={isBusy || devices.length === 0}
            onClick={() => void sendBack()}
          >
            {t('exchange.flow.back')}
          </button>
        </p>
        {devices.length === 0 && <p className="ty-hint">{t('exchange.flow.noDevices')}</p>}
        <Working job={job} isBusy={isBusy} />
      </div>
      <div className="ty-section">
        <h2>{t('exchange.flow.receipts')}</h2>
        {receipts.length === 0 ? (
          <EmptyState sentence={t('exchange.flow.noReceipts')} />
        ) : (
          <PlainTable
            label={t('exchange.flow.receipts')}
            titles={[
              t('exchange.flow.direction'),
              t('exchange.receipt.madeAt'),
              t('exchange.flow.whom'),
              t('exchange.receipt.path'),
              t('exchange.flow.counts'),
              t('exchange.package.act'),
            ]}
          >
            {receipts.map((one) => (
              <tr key={one.id}>
                <td>{t(one.direction === 'in' ? 'exchange.flow.in' : 'exchange.flow.outward')}</td>
                <td>{momentText(one.at)}</td>
                <td>
                  {recordOf(state, 'device', one.device)?.name ||
                    one.deviceName ||
                    (one.device
                      ? deviceText(state, one.device, own)
                      : t('exchange.receipt.anybody'))}
                </td>
                <td className="ty-exchange-long">{one.fileName}</td>
                <td>
                  {one.direction === 'in'
                    ? t('exchange.flow.added', { added: one.added, conflicts: one.conflicts })
                    : t('exchange.flow.sent', { sets: one.changeSets })}
                </td>
                <td>
                  {one.direction === 'in' &&
                    (one.undone ? (
                      t('exchange.flow.undone')
                    ) : (
                      <button
                        type="button"
                        className="ty-link"
                        disabled={isBusy}
                        onClick={() => void tryUndo(one.id)}
                      >
                        {t('exchange.flow.undo')}
                      </button>
                    ))}
                </td>
              </tr>
            ))}
          </PlainTable>
        )}
      </div>
      {undoing && (
        <Dialog
          title={t('exchange.undo.title')}
          saveLabel={t('exchange.undo.do')}
          onClose={() => setUndoing(undefined)}
          onSave={() => undo(undoing.receipt)}
        >
          <p>{t('exchange.undo.what', undoing.trial)}</p>
        </Dialog>
      )}
    </>
  );
}
