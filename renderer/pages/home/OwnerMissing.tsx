import { recordOf } from '../../../shared/changes/records';
import { t } from '../../i18n/i18n';
import { hrefOf } from '../../state/location';
import { useReplica } from '../../state/workspace';

/** On a PC set up from a package or a backup: that nobody has said whose it is. */
export function OwnerMissing() {
  const { state, device, readOnly } = useReplica();
  if (readOnly || recordOf(state, 'device', device)) return null;
  return (
    <p className="ty-banner" role="status">
      {t('home.owner')} <a href={hrefOf('settings')}>{t('home.owner.open')}</a>
    </p>
  );
}
