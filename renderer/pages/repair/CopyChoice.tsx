import { t } from '../../i18n/i18n';
import { openWorkspace } from '../../state/workspace';

/** What to do with a data folder that is a copy; leaving it alone only looks at it. */
export default function CopyChoice({ onDone }: { readonly onDone: () => void }) {
  const goOn = async (how: 'workspace.continueAsNew' | 'workspace.moveHere') => {
    await openWorkspace(how);
    onDone();
  };
  return (
    <div className="ty-section">
      <p>{t('repair.copy')}</p>
      <p className="ty-actions">
        <button
          type="button"
          className="ty-button"
          onClick={() => void goOn('workspace.continueAsNew')}
        >
          {t('repair.copy.new')}
        </button>
        <button type="button" className="ty-button" onClick={() => void goOn('workspace.moveHere')}>
          {t('repair.copy.moved')}
        </button>
      </p>
      <p className="ty-hint">{t('repair.copy.look')}</p>
    </div>
  );
}
