import { textsOf } from '../../i18n/i18n';
import { documentsTexts } from '../../i18n/texts/documents';

/** Texts of the page of documents, which no other page needs. */
export const d = textsOf(documentsTexts);
