import { useSyncExternalStore } from 'react';
import type { Bilingual } from '../../shared/catalogue/row';
import { firstTexts } from './first-texts';
import type { pageTexts } from './page-texts';
import type { ParamsOf, Texts } from './texts';

export type Language = 'zh' | 'en';

type Zh = (typeof firstTexts)['zh'] & (typeof pageTexts)['zh'];

/** A key of a text; unknown keys do not compile. */
export type TextKey = keyof Zh;

type Args<K extends TextKey> = [ParamsOf<Zh[K]>] extends [never]
  ? []
  : [params: Readonly<Record<ParamsOf<Zh[K]>, string | number>>];

/** What is loaded so far. Pages are not drawn before `pageTexts` are there. */
let known: Record<Language, Readonly<Record<string, string>>> = firstTexts;

/** Loads the texts of pages and errors, once. */
export const loadPageTexts = (): Promise<void> =>
  import('./page-texts').then(({ pageTexts }) => addPageTexts(pageTexts));

/** Makes the texts of pages known to `t`. */
export function addPageTexts(more: typeof pageTexts): void {
  known = { zh: { ...firstTexts.zh, ...more.zh }, en: { ...firstTexts.en, ...more.en } };
}

let language: Language = 'zh';
const listeners = new Set<() => void>();

/** The language the window speaks. */
export const currentLanguage = (): Language => language;

/** Changes the language; what uses `useLanguage` draws itself again. */
export function setLanguage(next: Language): void {
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  for (const listener of listeners) listener();
}

/** The language, for components that must be drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentLanguage);
}

/** A text with its parameters filled in; numbers keep Western digits as offices print them. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}

/** The text of a key in the window's language. */
export function t<K extends TextKey>(key: K, ...args: Args<K>): string {
  const text = known[language][key] ?? key;
  return args[0] ? fill(text, args[0]) : text;
}

/** The text of a key that takes any parameters, as those of errors do. */
export const filled = (
  key: TextKey,
  params: Readonly<Record<string, string | number>> = {},
): string => fill(known[language][key] ?? key, params);

/** The texts of one page that are loaded with it, as `t` gives those of all: `h('history.title')`. */
export const textsOf =
  <Z extends Record<string, string>>({ zh, en }: Texts<Z>) =>
  <K extends keyof Z & string>(
    key: K,
    ...args: [ParamsOf<Z[K]>] extends [never]
      ? []
      : [params: Readonly<Record<ParamsOf<Z[K]>, string | number>>]
  ): string => {
    const text: string = (language === 'zh' ? zh : en)[key];
    return args[0] ? fill(text, args[0]) : text;
  };

/** The window's language of a bilingual text. */
export const bilingual = (text: Bilingual): string => text[language];

/** A day in words: `2026年11月3日`, `3 Nov 2026`. Empty stays empty. */
export function dayText(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return '';
  const [, year, month, date] = match;
  if (language === 'zh') return `${year}年${Number(month)}月${Number(date)}日`;
  const name = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2000, Number(month) - 1, 1),
  );
  return `${Number(date)} ${name} ${year}`;
}

/** A short day for narrow columns: `11月3日`, `3 Nov`. */
export function shortDayText(day: string): string {
  const text = dayText(day);
  return language === 'zh' ? text.replace(/^\d+年/, '') : text.replace(/ \d{4}$/, '');
}

/** A number with at most `digits` decimals and no needless zeros; a dash where there is none. */
export function numberText(value: number | null | undefined, digits = 1): string {
  if (value === null || value === undefined) return '—';
  return String(Number(value.toFixed(digits)));
}
