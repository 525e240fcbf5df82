import { textsOf } from '../i18n/i18n';
import { chartsTexts } from '../i18n/texts/charts';

/** The texts around charts, loaded with them. */
export const c = textsOf(chartsTexts);
