import { useMemo } from 'react';
import { openConflicts } from '../../../shared/insight/open-conflicts';
import { t } from '../../i18n/i18n';
import { hrefOf } from '../../state/location';
import { useReplica } from '../../state/workspace';

/** Conflicts that wait for a person; nothing while there are none. */
export function OpenConflicts() {
  const replica = useReplica();
  const count = useMemo(() => openConflicts(replica.state).length, [replica]);
  if (count === 0) return null;
  return (
    <p className="ty-banner ty-banner-alert" role="status">
      {t('home.conflicts', { count })}{' '}
      <a href={hrefOf('exchange', { view: 'conflicts' })}>{t('home.conflicts.open')}</a>
    </p>
  );
}
