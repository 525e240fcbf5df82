import type { CallOutput } from '../../../shared/rpc';
import { t } from '../../i18n/i18n';

type Inspection = CallOutput<'repair.inspect'>;

/** What cannot be read, place by place. */
export function Finding({ found }: { found: Inspection }) {
  const { readable, places, total, isDeviceLost } = found;
  return (
    <div className="ty-section">
      <h2>{t('repair.places')}</h2>
      <p>{t('repair.found', { readable, total })}</p>
      {isDeviceLost && <p>{t('repair.device')}</p>}
      {places.length > 0 && (
        <div className="ty-table-frame">
          <table className="ty-table" aria-label={t('repair.places')}>
            <thead>
              <tr>
                <th scope="col">{t('repair.file')}</th>
                <th scope="col" className="ty-number">
                  {t('repair.line')}
                </th>
                <th scope="col">{t('repair.what')}</th>
              </tr>
            </thead>
            <tbody>
              {places.map(({ file, line, kind }) => (
                <tr key={`${file} ${line} ${kind}`}>
                  <td>{file}</td>
                  <td className="ty-number">{line}</td>
                  <td>{t(`repair.kind.${kind}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > places.length && (
        <p className="ty-hint">{t('repair.more', { count: total - places.length })}</p>
      )}
    </div>
  );
}
