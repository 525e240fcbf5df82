import { textsOf } from '../../i18n/i18n';
import { vaultTexts } from '../../i18n/texts/vault';

/** Texts of lock and encryption, loaded with what shows them. */
export const v = textsOf(vaultTexts);
