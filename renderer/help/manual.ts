/// <reference types="vite/client" />
import { lexer, type Token } from 'marked';
import type { Language } from '../i18n/i18n';

/** The pages of the manual, in the order of its contents; each is a file of docs/manual. */
export const manualPages = [
  'start',
  'home',
  'rating',
  'mechanisms',
  'registers',
  'tasks',
  'targets',
  'documents',
  'exchange',
  'backups',
  'history',
  'settings',
  'words',
  'keys',
] as const;

export type ManualPage = (typeof manualPages)[number];

/** Words that are explained where they stand, by their place on the page `words`. */
export const explained = { baseline: 1, closing: 2, charges: 3, clarities: 4, issuing: 5 } as const;

/** What stands below one heading. */
export interface ManualSection {
  readonly title: string;
  readonly tokens: readonly Token[];
  /** Its words, to be looked through. */
  readonly words: string;
}

const sources = import.meta.glob<string>('../../docs/manual/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const pictures = import.meta.glob<string>(
  '../../docs/screenshots/{home,rating,mechanisms,registers,tasks,targets,summary,exchange,backups,history,settings}-1366x768.png',
  { query: '?url', import: 'default', eager: true },
);

/** Where a picture of the manual is; undefined where there is none of that name. */
export const pictureUrl = (href: string): string | undefined =>
  pictures[`../../docs/screenshots/${href.split('/').at(-1) ?? ''}`];

const read = new Map<string, readonly ManualSection[]>();

/** A page by its sections; the first one has the page's title. */
export function sectionsOf(page: ManualPage, language: Language): readonly ManualSection[] {
  const path = `../../docs/manual/${language}/${page}.md`;
  let sections = read.get(path);
  if (!sections) {
    const found: { title: string; tokens: Token[]; words: string }[] = [];
    for (const token of lexer(sources[path] ?? '')) {
      if (token.type === 'heading') found.push({ title: token.text, tokens: [], words: '' });
      const section = found.at(-1);
      if (!section || token.type === 'heading') continue;
      section.tokens.push(token);
      section.words += ` ${token.raw.replaceAll(/[*|#`]|\]\([^)]*\)|!?\[|-{3,}/g, ' ')}`;
    }
    sections = found;
    read.set(path, sections);
  }
  return sections;
}

/** What a page is called. */
export const titleOfPage = (page: ManualPage, language: Language): string =>
  sectionsOf(page, language)[0]?.title ?? page;

/** Pages of the window whose manual page has another name. */
const others: Readonly<Record<string, ManualPage>> = { summary: 'documents', sheets: 'registers' };

/** The manual page about a page of the window. */
export const manualPageFor = (page: string): ManualPage =>
  others[page] ?? manualPages.find((one) => one === page) ?? 'start';
