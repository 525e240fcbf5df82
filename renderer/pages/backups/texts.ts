import { textsOf } from '../../i18n/i18n';
import { backupsTexts } from '../../i18n/texts/backups';

/** The texts of this page, loaded with it. */
export const b = textsOf(backupsTexts);
