import { describe, expect, test } from 'vitest';
import {
  type GradeSet,
  gradeOf,
  gradesOf,
  gradeWords,
  scales,
} from '../../../shared/catalogue/scale';

describe('a score read as a grade', () => {
  test.each([
    [100, '好'],
    [90, '好'],
    [89.9, '较好'],
    [70, '较好'],
    [69.9, '一般'],
    [60, '一般'],
    [59.9, '差'],
    [0, '差'],
  ])('%d is %s of four', (score, text) => {
    expect(gradeOf(score, 'four').text.zh).toBe(text);
  });

  test.each([
    [100, '5分'],
    [89, '4分'],
    [75, '4分'],
    [74, '3分'],
    [59, '2分'],
    [39, '1分'],
    [0, '1分'],
  ])('%d is %s of five', (score, text) => {
    expect(gradeOf(score, 'five').text.zh).toBe(text);
  });
});

describe('grades', () => {
  test.each(['four', 'five'] as const)('of %s fall from the best to the worst', (name) => {
    const grades = scales[name];
    for (const [index, { from, score }] of grades.entries()) {
      const above = grades[index - 1];
      expect(score).toBeGreaterThanOrEqual(from);
      expect(score).toBeLessThan(above?.from ?? 101);
    }
    expect(grades.at(-1)?.from).toBe(0);
    expect(new Set(grades.map(({ key }) => key)).size).toBe(grades.length);
  });

  test.each(['four', 'five'] as const)('of %s, chosen and read back, are the same', (name) => {
    for (const grade of scales[name]) expect(gradeOf(grade.score, name)).toBe(grade);
  });

  test('of four store 95, 80, 65 and 40', () => {
    expect(scales.four.map(({ text, score }) => `${text.zh}${score}`)).toEqual([
      '好95',
      '较好80',
      '一般65',
      '差40',
    ]);
  });

  test.each([
    ['item', '好 较好 一般 差'],
    ['leader', '优秀 称职 基本称职 不称职'],
    ['institution', '优秀 合格 基本合格 不合格'],
    ['team', '优秀 良好 一般 较差'],
  ] satisfies [GradeSet, string][])('of %s are %s, with the same bounds', (set, words) => {
    expect(gradeWords[set].map(({ zh }) => zh).join(' ')).toBe(words);
    expect(gradesOf(set).map(({ from }) => from)).toEqual([90, 70, 60, 0]);
  });
});
