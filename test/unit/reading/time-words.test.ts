import { describe, expect, it } from 'vitest';
import { readTimeWords } from '../../../shared/reading/time-words';

const today = '2026-11-23';

describe('time in words', () => {
  it.each([
    // words, a first and last day inside, one before and one after
    ['去年春天', '2025-03-01', '2025-05-31', '2025-02-28', '2025-06-01'],
    ['前年冬天', '2024-12-01', '2025-02-28', '2024-11-30', '2025-03-01'],
    ['今年上半年', '2026-01-01', '2026-06-30', '2025-12-31', '2026-07-01'],
    ['2024年', '2024-01-01', '2024-12-31', '2023-12-31', '2025-01-01'],
    ['2025年3月', '2025-03-01', '2025-03-31', '2025-02-28', '2025-04-01'],
    ['2025年3月5日', '2025-03-05', '2025-03-05', '2025-03-04', '2025-03-06'],
    ['去年十二月份', '2025-12-01', '2025-12-31', '2025-11-30', '2026-01-01'],
    ['2025-03', '2025-03-01', '2025-03-31', '2025-02-28', '2025-04-01'],
    ['今年一季度', '2026-01-01', '2026-03-31', '2025-12-31', '2026-04-01'],
    ['上个月', '2026-10-01', '2026-10-31', '2026-09-30', '2026-11-01'],
    ['本周', '2026-11-23', '2026-11-29', '2026-11-22', '2026-11-30'],
    ['昨天', '2026-11-22', '2026-11-22', '2026-11-21', '2026-11-23'],
    ['last spring', '2025-03-01', '2025-05-31', '2025-02-28', '2025-06-01'],
    ['March 2025', '2025-03-01', '2025-03-31', '2025-02-28', '2025-04-01'],
    ['last year', '2025-01-01', '2025-12-31', '2024-12-31', '2026-01-01'],
  ])('%s', (words, first, last, before, after) => {
    const time = readTimeWords(`查 ${words} 谈话`, today);
    expect(time?.words.trim()).toBe(words);
    expect([first, last, before, after].map((day) => time?.holds(day))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('a month without a year is that of any year', () => {
    const time = readTimeWords('3月', today);
    expect(time?.holds('2019-03-31')).toBe(true);
    expect(time?.holds('2026-04-01')).toBe(false);
    expect(time?.holds('')).toBe(false);
  });

  it.each(['', '王镕', '春联', '13月', '三会一课', 'maybe', 'marching'])(
    '%j names none',
    (text) => {
      expect(readTimeWords(text, today)).toBeUndefined();
    },
  );
});
