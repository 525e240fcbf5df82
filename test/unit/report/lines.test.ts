import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fittedColumns } from '../../../shared/report/column-widths';
import { headLines, titleLines, titleWidth, widthOf } from '../../../shared/report/lines';

describe('a title', () => {
  test.each([
    ['云溪县档案服务中心2026年11月工作总结', ['云溪县档案服务中心2026年11月工作总结']],
    [
      '青禾县林业和草原局2026年领导班子“线·点·项”责任清单',
      ['青禾县林业和草原局2026年', '领导班子“线·点·项”责任清单'],
    ],
    ['青禾县林业和草原局2026年第三季度工作总结', ['青禾县林业和草原局', '2026年第三季度工作总结']],
    [
      '青禾县国有林场发展服务中心2026年1—11月领导班子工作总结',
      ['青禾县国有林场发展服务中心', '2026年1—11月领导班子工作总结'],
    ],
    ['Bureau of Forestry: Summary of the Work of November 2026', undefined],
  ])('%s', (title, lines) => {
    expect(titleLines(title, titleWidth)).toEqual(lines ?? [title]);
  });

  test('keeps its text, and its dates and quotations whole, whatever it is', () => {
    const piece = fc.constantFrom(
      '青禾县',
      '林业和草原局',
      '2026年11月3日',
      '第三季度',
      '“线·点·项”',
      '关于',
      '镕喆堃',
      '的',
      '，',
      '工作总结',
      '95%',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 16 }), (pieces) => {
        const title = pieces.join('');
        const lines = titleLines(title, titleWidth);
        expect(lines.join('')).toBe(title);
        if (lines.length === 1) return;
        for (const line of lines) {
          expect(widthOf(line)).toBeLessThanOrEqual(titleWidth);
          expect(line).not.toMatch(/“[^”]*$|\d$/);
        }
        // A title may itself begin with such a mark.
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[年月日，的”%]/);
      }),
    );
  });
});

test.each([
  ['具体负责人', 3.5, ['具体', '负责人']],
  ['具体负责人', 6, ['具体负责人']],
  ['理论思辨能力', 2.5, ['理论', '思辨', '能力']],
])('a column title %s on %f characters', (title, most, lines) => {
  expect(headLines(title, most)).toEqual(lines);
});

describe('columns', () => {
  const column = (title: string, width: number) => ({ title, width });
  const widthsOf = (...args: Parameters<typeof fittedColumns>): number[] =>
    fittedColumns(...args).map(({ width }) => width);

  test('that have room stay as they are wished', () => {
    expect(widthsOf([column('任务', 100), column('时限', 56)], [['造林', '11月3日']], 156)).toEqual(
      [100, 56],
    );
  });

  test('of names, dates and figures take what they need from the others', () => {
    const columns = [column('任务', 130), column('时限', 13), column('进度', 13)];
    const [task = 0, due = 0, done = 0] = widthsOf(columns, [['造林', '11月24日', '100%']], 156);
    // Four characters and a bit of 12 pt, or three, and the room beside them.
    expect(due).toBeGreaterThan(19);
    expect(done).toBeGreaterThan(13);
    expect(task + due + done).toBeLessThanOrEqual(156);
    expect(task).toBeGreaterThan(110);
  });

  test('share the paper so that their rows take the fewest lines', () => {
    const columns = [column('任务', 78), column('目标', 78)];
    const cell = '公示榆树坪村产业奖补名单和兑付计划';
    // Twenty-six characters of 12 pt are 110 mm.
    const [task = 0, goal = 0] = widthsOf(columns, [[cell + cell.slice(0, 9), '按时']], 156);
    expect(task).toBeGreaterThan(110);
    expect(goal).toBeGreaterThan(10);
    expect(task + goal).toBeLessThanOrEqual(156);
  });

  test('too many to have their way keep within the paper', () => {
    const columns = Array.from({ length: 12 }, () => column('理论思辨能力', 13));
    const widths = widthsOf(columns, [columns.map(() => '84.5')], 156);
    expect(Math.max(...widths)).toBe(Math.min(...widths));
    const many = Array.from({ length: 30 }, () => column('牵头领导', 5.2));
    expect(widthsOf(many, [], 156)).toEqual(many.map(({ width }) => width));
  });
});
