import type { CallOutput } from '../../../shared/rpc';
import { t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';

/** What was kept, found again and lost. */
export function Outcome({
  report,
  onContinue,
}: {
  report: CallOutput<'repair.run'>;
  onContinue: () => void;
}) {
  const { kept, restored, salvaged, unreadable, keptIn, isNewDevice } = report;
  const rows = [
    [t('repair.count.kept'), kept],
    [t('repair.count.restored'), restored],
    [t('repair.count.salvaged'), salvaged],
    [t('repair.count.unreadable'), unreadable],
    [t('repair.keptIn'), keptIn],
  ] as const;
  const isFoundAgain = restored + salvaged >= unreadable;
  return (
    <div className="ty-section" role="status">
      <h2>{t('repair.done')}</h2>
      <p>{t(isFoundAgain ? 'repair.done.whole' : 'repair.done.check')}</p>
      {isNewDevice && <p>{t('repair.newDevice')}</p>}
      <div className="ty-table-frame">
        <table className="ty-table" aria-label={t('repair.done')}>
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
      <p className="ty-actions">
        <button type="button" className="ty-button ty-button-primary" onClick={onContinue}>
          {t('repair.continue')}
        </button>
        <button
          type="button"
          className="ty-button"
          onClick={() => void call('app.reveal', keptIn).catch(tellFailure)}
        >
          {t('repair.show')}
        </button>
      </p>
    </div>
  );
}
