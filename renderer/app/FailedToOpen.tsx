import { useState } from 'react';
import type { ErrorCode, RpcError } from '../../shared/rpc';
import { errorText } from '../i18n/error-text';
import { t } from '../i18n/i18n';
import { openWorkspace } from '../state/workspace';
import { lazyPage } from './lazy-page';

const RebuildPage = lazyPage(() => import('../pages/backups/RebuildPage'));
const RepairPage = lazyPage(() => import('../pages/repair/RepairPage'));

/** What a look at the data may mend. */
const mendable: readonly ErrorCode[] = ['workspace-damaged', 'safe-mode'];

/** The data folder cannot be opened: what happened, and trying again. Nothing was changed. */
export default function FailedToOpen({ error }: { error: RpcError }) {
  const [isRepairing, setRepairing] = useState(false);
  const [isRebuilding, setRebuilding] = useState(false);
  if (isRebuilding) return <RebuildPage onBack={() => setRebuilding(false)} />;
  if (isRepairing) return <RepairPage onBack={() => setRepairing(false)} />;
  return (
    <section className="ty-page ty-failed" role="alert">
      <h1>{t('shell.failed.title')}</h1>
      <p>{errorText(error)}</p>
      <p className="ty-actions">
        <button
          type="button"
          className="ty-button ty-button-primary"
          onClick={() => void openWorkspace()}
        >
          {t('shell.failed.again')}
        </button>
        {mendable.includes(error.code) && (
          <button type="button" className="ty-button" onClick={() => setRepairing(true)}>
            {t('shell.repair')}
          </button>
        )}
        <button type="button" className="ty-button" onClick={() => setRebuilding(true)}>
          {t('backups.rebuild.open')}
        </button>
      </p>
    </section>
  );
}
