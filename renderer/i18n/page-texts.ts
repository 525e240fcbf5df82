import { attachmentsTexts } from './texts/attachments';
import { errorTexts } from './texts/errors';
import { exchangeTexts } from './texts/exchange';
import { mechanismsTexts } from './texts/mechanisms';
import { ratingTexts } from './texts/rating';
import { registersTexts } from './texts/registers';
import { repairTexts } from './texts/repair';
import { settingsTexts } from './texts/settings';
import { summaryTexts } from './texts/summary';
import { targetsTexts } from './texts/targets';
import { tasksTexts } from './texts/tasks';
import { wizardTexts } from './texts/wizard';

/** Texts of pages that are loaded when asked for, and of errors; a key begins with its page. */
export const pageTexts = {
  zh: {
    ...attachmentsTexts.zh,
    ...errorTexts.zh,
    ...wizardTexts.zh,
    ...ratingTexts.zh,
    ...mechanismsTexts.zh,
    ...registersTexts.zh,
    ...tasksTexts.zh,
    ...targetsTexts.zh,
    ...summaryTexts.zh,
    ...exchangeTexts.zh,
    ...repairTexts.zh,
    ...settingsTexts.zh,
  },
  en: {
    ...attachmentsTexts.en,
    ...errorTexts.en,
    ...wizardTexts.en,
    ...ratingTexts.en,
    ...mechanismsTexts.en,
    ...registersTexts.en,
    ...tasksTexts.en,
    ...targetsTexts.en,
    ...summaryTexts.en,
    ...exchangeTexts.en,
    ...repairTexts.en,
    ...settingsTexts.en,
  },
};
