import { attachmentsTexts } from './texts/attachments';
import { componentTexts } from './texts/components';
import { errorTexts } from './texts/errors';
import { exchangeTexts } from './texts/exchange';
import { homeTexts } from './texts/home';
import { mechanismsTexts } from './texts/mechanisms';
import { ratingTexts } from './texts/rating';
import { registersTexts } from './texts/registers';
import { repairTexts } from './texts/repair';
import { settingsTexts } from './texts/settings';
import { shellTexts } from './texts/shell';
import { summaryTexts } from './texts/summary';
import { targetsTexts } from './texts/targets';
import { tasksTexts } from './texts/tasks';
import { wizardTexts } from './texts/wizard';

/** All texts of the window; a key begins with the name of its page. */
export const allTexts = {
  zh: {
    ...shellTexts.zh,
    ...componentTexts.zh,
    ...attachmentsTexts.zh,
    ...errorTexts.zh,
    ...wizardTexts.zh,
    ...homeTexts.zh,
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
    ...shellTexts.en,
    ...componentTexts.en,
    ...attachmentsTexts.en,
    ...errorTexts.en,
    ...wizardTexts.en,
    ...homeTexts.en,
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
