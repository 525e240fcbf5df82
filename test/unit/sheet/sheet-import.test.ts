import { describe, expect, it } from 'vitest';
import { draftSet } from '../../../shared/changes/draft';
import { applySet, emptyState } from '../../../shared/changes/state';
import type { Grid, SheetForm } from '../../../shared/sheet/book';
import { givenGuesses } from '../../../shared/sheet/given';
import { layoutOf } from '../../../shared/sheet/layout';
import { sheetListOf } from '../../../shared/sheet/list';
import { isNotWritten, restBook } from '../../../shared/sheet/rest-book';
import { mendKey, wordKey } from '../../../shared/sheet/rows';
import { type ImportSource, SheetImport } from '../../../shared/sheet/sheet-import';
import { officeUnit } from '../../fixtures/sheets-office/forms/unit';

const state = officeUnit();

type More = Partial<Omit<ImportSource, 'grid'>> & { readonly head?: number };

/** What comes of a sheet of a list. */
function imported(id: string, grid: Grid, { head, ...more }: More = {}) {
  const list = sheetListOf(id);
  if (!list) throw new Error(id);
  const layout = layoutOf(grid, list.fields, { head, form: more.form });
  const { meanings } = layout;
  const own = { state, list, grid, layout, meanings, year: 2026, language: 'zh' } as const;
  const made = new SheetImport({ ...own, ...more });
  made.all();
  return made;
}

const formOf = (merged: SheetForm['merged'], hiddenRows: number[] = []): SheetForm => ({
  hiddenRows,
  hiddenColumns: [],
  boldRows: [],
  merged,
});

const fieldsOf = (made: SheetImport) => made.rows.map(({ fields }) => fields);

describe('rows', () => {
  it('a value merged over two columns is the first one’s alone', () => {
    const grid: Grid = [
      ['姓名', '科室', '职务'],
      ['甲某', '办公室', '办公室'],
    ];
    const made = imported('person', grid, { form: formOf([[1, 1, 1, 2]]) });
    expect(made.rows[0]?.fields).not.toHaveProperty('post');
    expect(made.rows[0]?.fields.department).toBeDefined();
  });

  it('a number beside a merged section is a row left empty', () => {
    const grid: Grid = [
      ['序号', '科室', '姓名'],
      [1, '办公室', '甲某'],
      [2, '办公室'],
    ];
    const made = imported('person', grid, { form: formOf([[1, 1, 2, 1]]) });
    expect(fieldsOf(made)).toHaveLength(1);
    expect(made.skipped.blank).toBe(1);
  });

  it('a task whose name begins like a total is a task', () => {
    const grid: Grid = [
      ['所属时期', '任务'],
      [2026, '合并报表编制'],
      [2026, '平均水价测算'],
      ['合计', '2项'],
    ];
    const made = imported('task', grid);
    expect(fieldsOf(made).map(({ title }) => title)).toEqual(['合并报表编制', '平均水价测算']);
    expect(made.skipped.total).toBe(1);
  });

  it('is said to come twice only where it can be kept', () => {
    const grid: Grid = [
      ['日期', '主题'],
      ['某日', '甲'],
      ['某日', '甲'],
      ['2026-3-5', '乙'],
      ['2026-3-5', '乙'],
    ];
    const { rows } = imported('talk', grid);
    expect(rows.map(({ reason }) => reason?.zh)).toEqual([
      undefined,
      undefined,
      undefined,
      '与第 4 行重复。',
    ]);
  });

  it('hidden rows are read and counted, or left out where the user says so', () => {
    const grid: Grid = [
      ['姓名', '职务'],
      ['甲某', '科员'],
      ['乙某', '科员'],
    ];
    const form = formOf([], [1]);
    expect(imported('person', grid, { form }).hiddenRead).toBe(1);
    const without = imported('person', grid, { form, withoutHidden: true });
    expect(fieldsOf(without).map(({ name }) => name)).toEqual(['乙某']);
    expect(without.skipped.hidden).toBe(1);
  });

  it('a group that is called like a task is its parent, and makes no record', () => {
    const unit = emptyState();
    const edit = {
      collection: 'task' as const,
      id: '019d0000-0000-7000-8000-000000000001',
      fields: { title: '党的建设', period: '2026' },
    };
    const set = draftSet(unit, [edit], {
      device: 'test0000',
      author: '',
      wall: '2026-03-01T08:00:00Z',
      label: 'test',
    });
    if (set) applySet(unit, set);
    const grid: Grid = [
      ['序号', '所属时期', '任务'],
      ['一、党的建设'],
      [1, 2026, '支部建设'],
      ['二、其他工作'],
      [2, 2026, '值班值守'],
    ];
    const made = imported('task', grid, { state: unit });
    expect(fieldsOf(made)).toEqual([
      { period: '2026', title: '支部建设', parent: edit.id },
      { period: '2026', title: '值班值守' },
    ]);
    expect(made.skipped.group).toBe(2);
  });
});

describe('what the user settles', () => {
  const risks: Grid = [
    ['日期', '岗位', '风险点', '等级'],
    ['2026-4-1', '采购岗', '甲', '一类'],
    ['2026-4-1', '会计岗', '乙', '一类'],
    ['4月中旬', '出纳岗', '丙', '低'],
  ];

  it('a word is read alike in all rows, a cell in its own', () => {
    const words = new Map([[wordKey('level', '一类'), '高']]);
    const mended = new Map([[mendKey(4, 'date'), '2026-4-15']]);
    const { rows } = imported('risk-point', risks, { words, mended });
    expect(rows.map(({ state: is }) => is)).toEqual(['new', 'new', 'new']);
    expect(rows.map(({ fields }) => fields.level)).toEqual(['high', 'high', 'low']);
    expect(rows[2]?.fields.date).toBe('2026-04-15');
  });

  it('rows left out go back with their reasons', () => {
    const made = imported('risk-point', risks);
    expect(made.rows.filter(isNotWritten)).toHaveLength(3);
    const list = sheetListOf('risk-point');
    const layout = layoutOf(risks, list?.fields ?? []);
    const book = restBook({ title: '', note: '', layout, rows: made.rows, language: 'zh' });
    expect(book.rows[0]?.slice(0, 2)).toEqual(['2', '“一类”不在选项中：高、中、低。']);
    expect(book.rows[0]?.slice(2)).toEqual(['2026-4-1', '采购岗', '甲', '一类']);
  });

  it('one value holds for all rows of a field without a column', () => {
    const grid: Grid = [['重点任务'], ['造林'], ['抚育']];
    const { rows } = imported('task', grid, { given: new Map([['period', '2026年第二季度']]) });
    expect(rows.map(({ fields }) => fields.period)).toEqual(['2026-Q2', '2026-Q2']);
  });

  it.each([
    ['某局2026年度任务表', '2026'],
    ['2026年第三季度重点工作', '2026-Q3'],
    ['2026年4月份工作安排', '2026-04'],
    ['二〇二六年工作要点', '2026'],
    ['某局〔2026〕15号附件', ''],
    ['任务表', ''],
  ])('the period of %s is %s', (title, period) => {
    const grid: Grid = [[title], ['任务', '责任人'], ['造林', '孙艳']];
    const fields = sheetListOf('task')?.fields ?? [];
    const layout = layoutOf(grid, fields);
    const { meanings } = layout;
    const source = { grid, layout, meanings, fields, fileName: '', sheetName: '', sections: [] };
    expect(givenGuesses(source).find(({ field }) => field.key === 'period')?.text).toBe(period);
  });
});

describe('the head', () => {
  const fields = sheetListOf('person')?.fields ?? [];

  it('is no row of data, though each of its words is a heading elsewhere', () => {
    const grid: Grid = [
      ['编码', '人员', '政治面貌'],
      ['001', '甲某', '中共党员'],
      ['002', '乙某', '中共党员'],
    ];
    expect(layoutOf(grid, fields).head).toBe(0);
  });

  it('of a block from the clipboard may stand in two rows with gaps', () => {
    const grid: Grid = [
      ['序号', '基本情况', null, '任职情况', null],
      [null, '姓名', '性别', '职务', '到任时间'],
      [1, '甲某', '男', '科员', '2026.3.5'],
    ];
    const layout = layoutOf(grid, fields);
    expect([layout.head, layout.headRows]).toEqual([1, 2]);
    expect(layout.meanings).toEqual([null, 'name', null, 'post', 'joined']);
  });

  it('stands twice where tables stand side by side', () => {
    const grid: Grid = [
      ['姓名', '职务', null, '姓名', '职务'],
      ['甲某', '科员', null, '乙某', '股长'],
    ];
    const made = imported('person', grid);
    expect(fieldsOf(made)).toEqual([
      { name: '甲某', post: '科员' },
      { name: '乙某', post: '股长' },
    ]);
  });

  it('is the row that the user says', () => {
    const grid: Grid = [
      ['姓名', '职务'],
      ['甲某', '科员'],
      ['人员', '岗位'],
      ['乙某', '股长'],
    ];
    expect(fieldsOf(imported('person', grid, { head: 2 }))).toEqual([
      { name: '乙某', post: '股长' },
    ]);
  });
});
