import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/rpc';
import { t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { notify } from '../../state/notices';

type Info = CallOutput<'app.info'>;

/** What runs on this PC: the version, and whether the graphics driver is used. */
export default function ThisPcSection() {
  const [info, setInfo] = useState<Info>();
  useEffect(() => {
    call('app.info', null).then(setInfo, tellFailure);
  }, []);
  if (!info) return null;
  const trust = async () => {
    await call('app.trustGraphics', null);
    notify({ urgency: 'polite', text: t('settings.graphics.trusted') });
    setInfo(await call('app.info', null));
  };
  const { version, electron, platform, software, isGraphicsBad } = info;
  return (
    <div className="ty-section">
      <h2>{t('settings.thisPc')}</h2>
      <p className="ty-hint">{t('settings.thisPc.version', { version, electron, platform })}</p>
      {software !== 'no' && (
        <p className="ty-hint">
          {t(isGraphicsBad ? 'settings.graphics.bad' : `settings.graphics.${software}`)}
        </p>
      )}
      {isGraphicsBad && (
        <p className="ty-actions">
          <button
            type="button"
            className="ty-button"
            onClick={() => void trust().catch(tellFailure)}
          >
            {t('settings.graphics.trust')}
          </button>
        </p>
      )}
    </div>
  );
}
