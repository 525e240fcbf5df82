import { componentTexts } from './texts/components';
import { homeTexts } from './texts/home';
import { shellTexts } from './texts/shell';

/** Texts that the window has from its first moment on; every byte delays the first page. */
export const firstTexts = {
  zh: { ...shellTexts.zh, ...componentTexts.zh, ...homeTexts.zh },
  en: { ...shellTexts.en, ...componentTexts.en, ...homeTexts.en },
};
