import { attachmentsTexts } from './texts/attachments';
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

/** Texts of pages that are loaded when asked for; a key begins with the name of its page. */
export const pageTexts = {
  zh: {
    ...attachmentsTexts.zh,
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
