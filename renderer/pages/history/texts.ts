import { textsOf } from '../../i18n/i18n';
import { historyTexts } from '../../i18n/texts/history';

/** Texts of the history, which no other page needs. */
export const h = textsOf(historyTexts);
