import { textsOf } from '../../i18n/i18n';
import { ratingViewsTexts } from '../../i18n/texts/rating-views';

/** The texts of the views of the self-rating, loaded with the page. */
export const r = textsOf(ratingViewsTexts);
