import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edit } from '../../../shared/changes/records';
import { readOutline } from '../../../shared/insight/task-outline';
import { booksOf, idOf, leader } from './books';

const books = booksOf(
  leader(1, '王镕'),
  edit('person', idOf(2), { name: '李敏', role: 'staff' }),
  edit('department', idOf(3), { name: '造林股' }),
);
const read = (text: string, period = '2026') =>
  readOutline(books, text, { period, today: '2026-11-26' });

describe('outline of work', () => {
  it('an indent makes a line part of the one above, a level a period shorter', () => {
    const nodes = read(
      [
        '1. 完成绿化｜4.2万亩｜2026-12-20｜王镕｜李敏｜造林股',
        '\t秋季造林｜1万亩｜12月15日',
        '\t\t下达地块｜全部落实｜2026.11.30｜｜李敏',
        '\t一季度备苗',
        '推深林长制',
      ].join('\n'),
    );
    expect(nodes.map(({ title, depth, parent, period }) => [title, depth, parent, period])).toEqual(
      [
        ['完成绿化', 0, undefined, '2026'],
        ['秋季造林', 1, 0, '2026-Q4'],
        ['下达地块', 2, 1, '2026-11'],
        ['一季度备苗', 1, 0, '2026-Q1'],
        ['推深林长制', 0, undefined, '2026'],
      ],
    );
    expect(nodes[2]).toMatchObject({
      due: '2026-11-30',
      // From above: the leader and the section, not the person in charge.
      leader: idOf(1),
      owner: idOf(2),
      department: idOf(3),
      problems: [],
    });
    expect(nodes[1]?.owner).toBe('');
  });

  it('rows of a sheet stand in the order that their heading says', () => {
    const nodes = read(
      '责任人\t工作任务\t完成时限\t牵头领导\t工作岗位\n李敏\t清点苗木\t2026/11/30\t王镕\t苗圃管护',
      '2026-11',
    );
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({
      title: '清点苗木',
      due: '2026-11-30',
      leader: idOf(1),
      owner: idOf(2),
      post: '苗圃管护',
      period: '2026-11',
    });
  });

  it('says what it cannot read, and keeps the rest', () => {
    const [node] = read('清点苗木｜全部｜2026-13-40｜赵不在');
    expect(node).toMatchObject({ title: '清点苗木', goal: '全部', due: '', leader: '' });
    expect(node?.problems).toHaveLength(2);
    expect(node?.problems[1]?.zh).toContain('赵不在');
  });

  it('keeps deadlines in words, numbers that are no marks, and all who take part', () => {
    const [first, second, third, fourth] = read(
      [
        '1.5万亩人工造林｜1.5万亩｜年底｜王镕、李敏｜李敏｜造林股',
        '（十一）12.4宪法宣传日｜｜长期坚持',
        '①每月调度｜｜每月25日',
        '二、2026.3月底前完成备苗｜｜6月底前',
      ].join('\n'),
    );
    expect(first).toMatchObject({
      title: '1.5万亩人工造林',
      due: '2026-12-31',
      leader: idOf(1),
      owner: idOf(2),
      alongside: '李敏',
      problems: [],
    });
    expect(first?.remarks[0]?.zh).toContain('2026年12月31日');
    expect(second).toMatchObject({ title: '12.4宪法宣传日', due: '', dueWords: '长期坚持' });
    expect(third).toMatchObject({ title: '每月调度', reportEvery: 'month', dueWords: '每月25日' });
    expect(fourth).toMatchObject({ title: '2026.3月底前完成备苗', due: '2026-06-30' });
  });

  it('a cell with line breaks, tabs and doubled quotes stays one cell', () => {
    const nodes = read(
      [
        '工作任务\t完成时限\t措施',
        '"植树\n造林"\t2026-11-30\t"1.整地\t挖穴\n2.称""好苗"""',
        '\t\t3.管护',
        '验收\t12月\t"未闭合的引号',
      ].join('\n'),
    );
    expect(nodes.map(({ title, due, measures }) => [title, due, measures])).toEqual([
      ['植树 造林', '2026-11-30', '1.整地\t挖穴\n2.称"好苗"\n3.管护'],
      ['验收', '2026-12-31', '"未闭合的引号'],
    ]);
  });

  it('whatever is typed, every part stands one level below a line before it', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const nodes = read(rows.map(([depth, text]) => '\t'.repeat(depth) + text).join('\n'));
        nodes.forEach((node, place) => {
          const above = node.parent === undefined ? undefined : nodes[node.parent];
          expect(node.depth).toBe(above ? above.depth + 1 : 0);
          expect(node.parent ?? -1).toBeLessThan(place);
        });
      }),
    );
  });
});
