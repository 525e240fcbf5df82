import { textsOf } from '../../i18n/i18n';
import { mechanismViewsTexts } from '../../i18n/texts/mechanism-views';

/** The texts of the views of single mechanisms, loaded with the page. */
export const v = textsOf(mechanismViewsTexts);
