import type { Bilingual } from '../catalogue/row';

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Chinese numeral of a whole number from 1 to 99: 一 … 十 十一 … 九十九. Throws RangeError else. */
export function chineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) {
    throw new RangeError(`no Chinese numeral for ${number}`);
  }
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`;
  return head + (ones === 0 ? '' : digits[ones]);
}

/** Levels of headings. Source: GB/T 9704-2012, 7.3.3. */
export type HeadingLevel = 1 | 2 | 3 | 4;

/** Number of the n-th heading of a level: 一、 （一） 1. （1）; in English 1. (1) a. (a). */
export function headingNumber(level: HeadingLevel, number: number, language: 'zh' | 'en'): string {
  if (language === 'en') {
    const letter = String.fromCharCode(96 + ((number - 1) % 26) + 1);
    return [`${number}. `, `(${number}) `, `${letter}. `, `(${letter}) `][level - 1] ?? '';
  }
  switch (level) {
    case 1:
      return `${chineseNumeral(number)}、`;
    case 2:
      return `（${chineseNumeral(number)}）`;
    case 3:
      return `${number}.`;
    case 4:
      return `（${number}）`;
  }
}

/** Numbers headings as they come: a heading starts the counting of the levels below it anew. */
export class HeadingNumbers {
  private readonly counts = [0, 0, 0, 0];

  constructor(private readonly language: 'zh' | 'en') {}

  next(level: HeadingLevel): string {
    const number = (this.counts[level - 1] ?? 0) + 1;
    this.counts[level - 1] = number;
    this.counts.fill(0, level);
    return headingNumber(level, number, this.language);
  }
}

/** Ordinal that opens a point in running text: 一是, 二是 …; in English `First, `. */
export function pointNumber(number: number, language: 'zh' | 'en'): string {
  if (language === 'zh') return `${chineseNumeral(number)}是`;
  const words = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'];
  return `${words[number - 1] ?? `Point ${number}`}, `;
}

/** The points that exist, each opened by its ordinal; an only one has none. */
export function numberedPoints<P extends { readonly text: Bilingual | undefined }>(
  points: readonly P[],
): P[] {
  const all = points.filter(({ text }) => text !== undefined).length;
  let number = 0;
  return points.map((point) => {
    if (!point.text || all === 1) return point;
    number += 1;
    const [zh, en] = [pointNumber(number, 'zh'), pointNumber(number, 'en')];
    const { text } = point;
    const rest = text.en.charAt(0).toLowerCase() + text.en.slice(1);
    return { ...point, text: { zh: zh + text.zh, en: en + rest } };
  });
}
