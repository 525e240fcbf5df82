import { describe, expect, it } from 'vitest';
import { dayText } from '../../../shared/calendar/day-text';
import {
  chineseNumeral,
  HeadingNumbers,
  headingNumber,
  numberedPoints,
  pointNumber,
} from '../../../shared/report/numbering';

describe('Chinese numerals', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [90, '九十'],
    [99, '九十九'],
  ])('%i is %s', (number, numeral) => {
    expect(chineseNumeral(number)).toBe(numeral);
  });

  it('differ from each other', () => {
    const all = Array.from({ length: 99 }, (_, index) => chineseNumeral(index + 1));
    expect(new Set(all).size).toBe(99);
  });

  it.each([0, 100, -1, 1.5, Number.NaN])('do not exist for %d', (number) => {
    expect(() => chineseNumeral(number)).toThrow(RangeError);
  });
});

describe('headings', () => {
  it.each([
    { level: 1 as const, zh: '三、', en: '3. ' },
    { level: 2 as const, zh: '（三）', en: '(3) ' },
    { level: 3 as const, zh: '3.', en: 'c. ' },
    { level: 4 as const, zh: '（3）', en: '(c) ' },
  ])('of level $level', ({ level, zh, en }) => {
    expect(headingNumber(level, 3, 'zh')).toBe(zh);
    expect(headingNumber(level, 3, 'en')).toBe(en);
  });

  it('are counted anew below each heading', () => {
    const numbers = new HeadingNumbers('zh');
    const levels = [1, 2, 2, 3, 4, 2, 1, 2, 3] as const;
    expect(levels.map((level) => numbers.next(level))).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '（1）',
      '（三）',
      '二、',
      '（一）',
      '1.',
    ]);
  });
});

describe('points and days', () => {
  it('number points in running text', () => {
    expect([pointNumber(2, 'zh'), pointNumber(2, 'en'), pointNumber(9, 'en')]).toEqual([
      '二是',
      'Second, ',
      'Point 9, ',
    ]);
  });

  it('number those that exist, and not an only one', () => {
    const point = (zh: string) => ({ text: zh === '' ? undefined : { zh, en: zh } });
    const said = (...texts: string[]) =>
      numberedPoints(texts.map(point)).map(({ text }) => text?.zh ?? '');
    expect(said('甲', '', '乙')).toEqual(['一是甲', '', '二是乙']);
    expect(said('', '甲')).toEqual(['', '甲']);
  });

  it.each([
    { day: '2026-11-05', year: undefined, zh: '2026年11月5日', en: '5 November 2026' },
    { day: '2026-11-05', year: 2026, zh: '11月5日', en: '5 November' },
    { day: '2025-01-31', year: 2026, zh: '2025年1月31日', en: '31 January 2025' },
    { day: '', year: 2026, zh: '', en: '' },
    { day: '2026-02-30', year: 2026, zh: '', en: '' },
  ])('$day in a text of $year', ({ day, year, zh, en }) => {
    expect(dayText(day, 'zh', year)).toBe(zh);
    expect(dayText(day, 'en', year)).toBe(en);
  });
});
