import { currentLanguage } from '../i18n/i18n';
import { type Entry, entryOf } from '../search/entries';
import type { ShownHelp } from './help-state';
import { manualPages, sectionsOf, titleOfPage } from './manual';

/** Every section of the manual, to be found by its words. */
export const helpEntries = (): Entry[] => {
  const language = currentLanguage();
  return manualPages.flatMap((page) =>
    sectionsOf(page, language).map(({ title, words }, section) =>
      entryOf({
        id: `help:${page}:${section}`,
        group: 'help',
        title,
        facts: section === 0 ? [] : [titleOfPage(page, language)],
        words: [words],
        href: '#/home',
      }),
    ),
  );
};

/** The place in the manual that an entry leads to; undefined where it is none of the manual. */
export function helpOf({ id }: Entry): ShownHelp | undefined {
  const [what, name, section] = id.split(':');
  const page = manualPages.find((one) => one === name);
  return what === 'help' && page ? { page, section: Number(section) } : undefined;
}
