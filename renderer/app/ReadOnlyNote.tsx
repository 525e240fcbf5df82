import type { RpcError } from '../../shared/rpc';
import { errorText } from '../i18n/error-text';
import { t } from '../i18n/i18n';
import { askForCheck } from '../state/checking';

/** Why nothing can be written, with the way to a check where the data is damaged or a copy. */
export default function ReadOnlyNote({
  error,
  canCheck,
}: {
  readonly error: RpcError;
  readonly canCheck: boolean;
}) {
  return (
    <p className="ty-banner ty-banner-alert" role="alert">
      {errorText(error)}{' '}
      {/^workspace-(?:dam|cop)/.test(error.code) && canCheck && (
        <button type="button" className="ty-link" onClick={askForCheck}>
          {t('shell.repair')}
        </button>
      )}
    </p>
  );
}
