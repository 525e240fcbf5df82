import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText, linesOf, pastedCells } from '../../../shared/reading/block';
import { readMarkupCells } from '../../../shared/reading/markup';
import { inYear } from '../../../shared/reading/moved-year';
import { withoutMark } from '../../../shared/reading/number-mark';
import { readRtfCells } from '../../../shared/reading/rtf';
import { readTeam } from '../../../shared/reading/team';
import { markShapes } from './shapes';

describe('marks that number a line', () => {
  it.each(markShapes)('of %j stays %j', (text, rest) => {
    expect(withoutMark(text)).toBe(rest);
    expect(withoutMark(`  ${text} `)).toBe(rest);
  });
});

describe('a text of one year in the next', () => {
  it.each([
    ['2026年工作要点', '2027年工作要点'],
    ['实施方案（2026）', '实施方案（2027）'],
    ['2026-03-05前', '2027-03-05前'],
    ['2026 年度', '2027 年度'],
    ['2026植树节', '2027植树节'],
    ['二〇二六年计划', '二〇二七年计划'],
    ['2026年投入2026万元', '2027年投入2026万元'],
    ['国发〔2026〕15号', '国发〔2026〕15号'],
    ['鲁政发(2026)15号文', '鲁政发(2026)15号文'],
    ['局发[2026] 第3号', '局发[2026] 第3号'],
    ['2026万元', '2026万元'],
    ['2026.5万元', '2026.5万元'],
    ['共2026亩', '共2026亩'],
    ['2026—2030年规划', '2026—2030年规划'],
    ['2024-2026年规划', '2024-2026年规划'],
    ['档案12026', '档案12026'],
    ['￥2,026', '￥2,026'],
    ['2025年总结', '2025年总结'],
  ])('%s: %s', (text, next) => {
    expect(inYear(text, '2026', '2027')).toBe(next);
  });
});

describe('blocks', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', 'a', '"', '\t', '\n', ' ', '1') });
  it('what is put on the clipboard is read as it was', () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 2 });
    fc.assert(
      fc.property(rows, (block) => {
        const said = block
          .map((row) => row.map((text) => text.trim()))
          .filter((row) => row.some((text) => text !== ''));
        fc.pre(said.length > 1);
        expect(pastedCells(blockText(said))).toEqual(said);
      }),
    );
  });

  it('an outline keeps quoted cells whole, and quotes that are letters', () => {
    expect(linesOf('\t"甲\n乙"｜丙\n他说"好"｜丁\n"开头就有引号的话｜戊')).toEqual([
      { line: 1, indent: '\t', cells: ['甲\n乙', '丙'] },
      { line: 3, indent: '', cells: ['他说"好"', '丁'] },
      { line: 4, indent: '', cells: ['"开头就有引号的话', '戊'] },
    ]);
  });

  it('one cell is no block', () => {
    expect(pastedCells('张三')).toBeUndefined();
    expect(pastedCells('"张三\n李四"')).toBeUndefined();
  });

  it('rows of markup come as cells; merged ones are said once', () => {
    expect(
      readMarkupCells(
        '<html><head><style>td{color:red}</style></head><body><!--StartFragment--><table border=1><tr><th colspan="2">任&nbsp;务</th><th>时限</th></tr><tr><td rowspan=2>植树<br>造林</td><td>1&lt;2</td><td><p>年底</p></td></tr><tr><td>b &amp; c</td><td></td></tr><tr><td></td></tr></table><!--EndFragment--><table><tr><td>x</td></tr></table>',
      ),
    ).toEqual([
      ['任 务', '', '时限'],
      ['植树\n造林', '1<2', '年底'],
      ['', 'b & c', ''],
    ]);
    expect(readMarkupCells('<p>no table')).toEqual([]);
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<table>', '<tr>', '<td>', '</td>', '</table>', '甲', '<', '&#x;'),
        ),
        (parts) => {
          expect(readMarkupCells(parts.join(''))).toBeInstanceOf(Array);
        },
      ),
    );
  });

  it('rows of RTF come as cells', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}\trowd\cellx1000\cellx2000\intbl\'d5\'c5\'c8\'fd\cell \u23616?\u38271?\par 2\cell\row\trowd\intbl b\cell c\cell\row}`;
    expect(readRtfCells(rtf)).toEqual([
      ['张三', '局长\n2'],
      ['b', 'c'],
    ]);
    expect(readRtfCells('no rtf')).toEqual([]);
  });

  it('a team is read by its heading, or without its numbers', () => {
    expect(
      readTeam([
        ['序号', '职务', '姓　名', '工作分工'],
        ['1', '局长', '王　镕', '主持全面\n工作'],
      ]),
    ).toEqual([{ post: '局长', name: '王镕', portfolio: '主持全面 工作' }]);
    expect(
      readTeam([
        ['1', '张三', '局长'],
        ['2', '李四', '副局长'],
      ]),
    ).toEqual([
      { name: '张三', post: '局长' },
      { name: '李四', post: '副局长' },
    ]);
    expect(readTeam([['1.张三'], ['2.李四']])).toEqual([{ name: '张三' }, { name: '李四' }]);
  });
});
