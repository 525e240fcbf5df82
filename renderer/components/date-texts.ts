import { textsOf } from '../i18n/i18n';
import { dateFieldTexts } from '../i18n/texts/date-field';

/** The texts of the controls for days and months, loaded with the forms that have them. */
export const d = textsOf(dateFieldTexts);
