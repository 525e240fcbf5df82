import { textsOf } from '../../../i18n/i18n';
import { gripViewsTexts } from '../../../i18n/texts/grip-views';

/** The texts of the views of the three grips, loaded with them. */
export const g = textsOf(gripViewsTexts);
