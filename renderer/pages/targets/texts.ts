import { textsOf } from '../../i18n/i18n';
import { targetViewsTexts } from '../../i18n/texts/target-views';

/** The texts of the views of targets, loaded with the page. */
export const v = textsOf(targetViewsTexts);
