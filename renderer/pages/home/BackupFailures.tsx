import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/rpc';
import { errorText } from '../../i18n/error-text';
import { dayText, loadPageTexts, t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call, listen } from '../../state/bridge';
import { hrefOf } from '../../state/location';

type Failure = CallOutput<'backups.failures'>[number];

/** Backups that fail, until they work again; nothing while all is well. */
export default function BackupFailures() {
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  useEffect(() => {
    const read = () =>
      void Promise.all([call('backups.failures', null), loadPageTexts()]).then(
        ([found]) => setFailures(found),
        () => undefined,
      );
    read();
    return listen('backups.changed', read);
  }, []);
  const [first] = failures;
  if (!first) return null;
  return (
    <p className="ty-banner ty-banner-alert" role="alert">
      {t('backups.home.failing', {
        since: dayText(first.since.slice(0, 10)),
        reason: errorText(first.error),
      })}{' '}
      <button
        type="button"
        className="ty-link"
        onClick={() => void call('backups.make', null).catch(tellFailure)}
      >
        {t('backups.home.again')}
      </button>{' '}
      <a href={hrefOf('backups')}>{t('backups.home.open')}</a>
    </p>
  );
}
