import { textsOf } from '../../i18n/i18n';
import { sheetsTexts } from '../../i18n/texts/sheets';

/** The texts of this page, loaded with it. */
export const s = textsOf(sheetsTexts);
