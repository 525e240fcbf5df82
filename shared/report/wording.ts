import type { Bilingual } from '../catalogue/row';

/** A number with at most `decimals` decimals and no trailing zeros: 29.5, 100. */
export function numberText(value: number, decimals = 1): string {
  const text = String(Number(value.toFixed(decimals)));
  // Rounding up from below zero leaves a minus sign that nobody would write.
  return text === '-0' ? '0' : text;
}

/**
 * A measured value: at most two decimals, and of a small one the first two digits that say anything:
 * 0.0015 is not 0, and 1e-7 is written out.
 */
export function valueText(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || size >= 0.1 || size < 1e-12) return numberText(value, 2);
  const decimals = 1 - Math.floor(Math.log10(size));
  return value.toFixed(decimals).replace(/0+$/, '');
}

/** A share 0 … 1 in per cent with one decimal: 29.5%. */
export const percentText = (share: number): string => `${numberText(share * 100)}%`;

/** Names one after another: 张三、李四; with `most`, the rest is counted: 张三、李四等5名. */
export function namesText(
  names: readonly string[],
  most = 20,
  counter: Bilingual = { zh: '名', en: '' },
): Bilingual {
  const shown = names.slice(0, most);
  const isCut = shown.length < names.length;
  return {
    zh: shown.join('、') + (isCut ? `等${names.length}${counter.zh}` : ''),
    en: shown.join(', ') + (isCut ? ` and ${names.length - shown.length} more` : ''),
  };
}

/** Quotation marks inside quoted text are single ones. Source: GB/T 15834-2011, 4.8. */
const innerQuotes = (text: string): string => text.replace(/“/g, '‘').replace(/”/g, '’');

/** Titles in quotation marks, which need no comma between them: “甲”“乙”等5项. */
export function quotedText(titles: readonly string[], most = 6): Bilingual {
  const shown = titles.slice(0, most).map((title) => `“${innerQuotes(title)}”`);
  const isCut = shown.length < titles.length;
  return {
    zh: shown.join('') + (isCut ? `等${titles.length}项` : ''),
    en: shown.join(', ') + (isCut ? ` and ${titles.length - shown.length} more` : ''),
  };
}

/** Clauses that exist, joined: by `，` in Chinese and `, ` in English. */
export function clausesText(clauses: readonly (Bilingual | undefined)[], comma = '，'): Bilingual {
  const said = clauses.filter((clause) => clause !== undefined);
  return {
    zh: said.map(({ zh }) => zh).join(comma),
    en: said.map(({ en }) => en).join(', '),
  };
}

/** A count of something, or nothing where it is zero: what did not occur is not mentioned. */
export function countText(count: number, zh: string, en: string): Bilingual | undefined {
  return count > 0 ? { zh: `${zh}${count}项`, en: `${count} ${en}` } : undefined;
}

/**
 * The name of a check item without what explains it: what stands before a bracket or colon; what
 * stands behind the colon where only a word or two is before it, as in 类型：理论学习.
 */
export function shortName({ zh, en }: Bilingual): Bilingual {
  const plain = zh.split('（', 1)[0] || zh;
  const [head = plain, ...rest] = plain.split('：');
  const isLabel = head.length <= 2 && rest.length > 0;
  return { zh: isLabel ? rest.join('：') : head, en: en.split(' (', 1)[0] || en };
}

/** What was typed on several lines as one running text, its parts kept apart by their own marks. */
export const onOneLine = (text: string): string =>
  text
    .trim()
    .replace(/([，。、；：！？”）》…])\s*\n\s*/g, '$1')
    .replace(/([\u2e80-\u9fff])\s*\n\s*/g, '$1；')
    .replace(/\s*\n\s*/g, ' ');
