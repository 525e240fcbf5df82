import { describe, expect, it } from 'vitest';
import {
  clausesText,
  countText,
  namesText,
  numberText,
  onOneLine,
  percentText,
  quotedText,
  shortName,
} from '../../../shared/report/wording';

describe('wording', () => {
  it.each([
    ['走访一次。\n谈话两次。 ', '走访一次。谈话两次。'],
    ['走访一次\n\n谈话两次', '走访一次；谈话两次'],
    ['one\n two', 'one two'],
  ])('puts %j on one line', (text, line) => {
    expect(onOneLine(text)).toBe(line);
  });

  it.each([
    { value: 29.5454, decimals: 1, text: '29.5' },
    { value: 100, decimals: 1, text: '100' },
    { value: 0.1 + 0.2, decimals: 2, text: '0.3' },
    { value: -0.04, decimals: 1, text: '0' },
    { value: -2.5, decimals: 1, text: '-2.5' },
  ])('writes $value as $text', ({ value, decimals, text }) => {
    expect(numberText(value, decimals)).toBe(text);
  });

  it('writes shares in per cent', () => {
    expect([0, 1 / 3, 1].map(percentText)).toEqual(['0%', '33.3%', '100%']);
  });

  it('joins names and counts the rest', () => {
    expect(namesText(['甲', '乙']).zh).toBe('甲、乙');
    expect(namesText(['甲', '乙', '丙'], 2)).toEqual({
      zh: '甲、乙等3名',
      en: '甲, 乙 and 1 more',
    });
  });

  it('quotes titles, with single marks inside', () => {
    expect(quotedText(['“五个明确”检查', '走访']).zh).toBe('“‘五个明确’检查”“走访”');
    expect(quotedText(['甲', '乙', '丙'], 2).zh).toBe('“甲”“乙”等3项');
  });

  it('says only what there is', () => {
    expect(countText(0, '逾期', 'overdue')).toBeUndefined();
    const clauses = [countText(2, '逾期', 'overdue'), undefined, countText(1, '滞后', 'behind')];
    expect(clausesText(clauses)).toEqual({ zh: '逾期2项，滞后1项', en: '2 overdue, 1 behind' });
    expect(clausesText([], '、').zh).toBe('');
  });

  it.each([
    { zh: '党员活动日（固定日）', short: '党员活动日' },
    { zh: '“五个明确”完整性检查：任务、目标', short: '“五个明确”完整性检查' },
    { zh: '类型：理论学习', short: '理论学习' },
    { zh: '集中学', short: '集中学' },
  ])('calls $zh $short', ({ zh, short }) => {
    expect(shortName({ zh, en: 'Day (fixed)' })).toEqual({ zh: short, en: 'Day' });
  });
});
