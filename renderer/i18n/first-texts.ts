import { componentTexts } from './texts/components';
import { errorTexts } from './texts/errors';
import { homeTexts } from './texts/home';
import { shellTexts } from './texts/shell';

/** Texts that the window has from its first moment on; every byte delays the first page. */
export const firstTexts = {
  zh: { ...shellTexts.zh, ...componentTexts.zh, ...errorTexts.zh, ...homeTexts.zh },
  en: { ...shellTexts.en, ...componentTexts.en, ...errorTexts.en, ...homeTexts.en },
};
