import { t } from '../../i18n/i18n';

/** The words of a field for a package's passphrase. */
export const passphraseWords = () => ({
  show: t('exchange.passphrase.show'),
  hide: t('exchange.passphrase.hide'),
  caps: t('exchange.passphrase.caps'),
});
