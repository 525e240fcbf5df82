import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import type { Block } from '../../../shared/report/blocks';
import { documentText } from '../../../shared/report/document-text';
import { documentKind } from '../../../shared/report/documents';
import { booksOf, idOf } from '../insight/books';
import { first, november, second } from './month-of-november';

const more: readonly Edit[] = [
  edit('charge', second, { project: '' }),
  edit('target', idOf(21), { leader: first }),
  // A part of 验收, which was put off once and pressed for; one more task that was not given out.
  edit('task', idOf(19), {
    period: '2026-11',
    parent: idOf(13),
    percent: 62,
    issued: '2026-11-02',
  }),
  edit('task', idOf(18), { period: '2026-11', title: '拟办', leader: second }),
  edit('followUp', idOf(41), {
    task: idOf(13),
    kind: 'extension',
    date: '2026-11-18',
    before: '2026-11-20',
    due: '2026-11-27',
  }),
  edit('followUp', idOf(42), { task: idOf(13), kind: 'urge', date: '2026-11-28' }),
];

const built = (kind: string, subject = '') =>
  documentKind(kind)?.build(booksOf(...november, ...more), {
    subject,
    period: '2026-11',
    today: '2026-11-30',
    calendar: standardCalendar(),
    language: 'zh',
  }) ?? { blocks: [] };

const rowsOf = (document: { readonly blocks: readonly Block[] }) =>
  document.blocks.flatMap((block) => (block.type === 'table' ? block.rows : []));

describe('责任卡', () => {
  it('has charge, tasks and targets of the leader with how they stand, and room to sign', () => {
    const card = built('charge-card', first);
    expect(rowsOf(card)).toEqual([
      ['单位职务', '某县林业局'],
      ['分管工作', ''],
      ['工作线', '线（今年任务5项，办结4项）'],
      ['联系点', '点（今年走访0次）'],
      ['大项目', '项（未报进度）'],
      ['任务', '造林；抚育（超期）；补植（超期）', '', '', '已办结3项'],
      ['目标', '造林面积', '100亩', '12月底', '已达到120%'],
    ]);
    expect(card.blocks.at(-1)).toEqual({
      type: 'paragraph',
      text: '责任人（签字）：　　　　　　　　　　2026年11月30日',
      signing: true,
    });
  });

  it('names the gap and what the parts come to; what was not given out is no duty yet', () => {
    const rows = rowsOf(built('charge-card', second)).map((row) => row.slice(0, 2).join(' '));
    expect(rows).toContain('大项目 未明确');
    expect(rows).toContain('任务 验收（按下级任务汇总62%）');
    expect(rows.join()).not.toContain('拟办');
  });
});

describe('责任清单', () => {
  it('has line, point and project, then the five clarities of the tasks by leader', () => {
    const document = built('charge-list');
    expect(rowsOf(document)).toEqual([
      ['甲', '线', '点', '项', '0', ''],
      ['乙', '线', '点', '未明确', '0', ''],
      ['1', '造林', '验收合格', '11月20日', '甲', '丙'],
      ['2', '抚育', '验收合格', '11月10日', '甲', '丙'],
      ['3', '补植', '验收合格', '10月30日', '甲', '丙'],
      ['4', '验收', '验收合格', '11月27日', '乙', '丙'],
      ['5', '未明确', '未明确', '未明确', '未明确', '未明确'],
    ]);
    expect(
      documentText({ title: '', language: 'zh-CN', pageNumbers: 'outer', ...document }),
    ).toContain('尚未明确的有：乙的大项目。');
  });
});

it('督办单 says what the parts come to, the deadline that stood first and how often it was pressed for', () => {
  const rows = new Map(
    rowsOf(built('supervision', idOf(13))).map(([item = '', text]) => [item, text]),
  );
  expect(rows.get('时限')).toBe('2026年11月27日（原时限2026年11月20日，已延期）');
  expect(rows.get('目前状态')).toBe('已逾期3天，完成60%（按下级任务汇总62%）');
  expect(rows.get('督办记录')).toBe('已催办、退回1次，最近一次为2026年11月28日');
  expect(rows.get('具体负责人')).toBe('丙');
});
