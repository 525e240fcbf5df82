import { render, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fromValue, readColumns, readTable } from '../../../renderer/components/save-table';
import type { Column } from '../../../renderer/components/Table';

describe('a table that is written by hand', () => {
  test('is read as it reads: signs left out, what spans rows said in each', () => {
    render(
      <table>
        <thead>
          <tr>
            <th>机制</th>
            <th>事项</th>
            <th>状态</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th rowSpan={2}>教育培训</th>
            <td>走出去</td>
            <td>
              <span aria-hidden="true">●</span> 已完成
            </td>
          </tr>
          <tr>
            <td>请进来</td>
            <td>
              <span className="ty-visually-hidden">逾期</span>
            </td>
          </tr>
          <tr>
            <td colSpan={3}>共 2 项</td>
          </tr>
        </tbody>
      </table>,
    );
    const table = screen.getByRole('table');
    if (!(table instanceof HTMLTableElement)) throw new Error('no table');
    expect(readTable(table)).toEqual({
      headings: ['机制', '事项', '状态'],
      rows: [
        ['教育培训', '走出去', '已完成'],
        ['教育培训', '请进来', '逾期'],
        ['共 2 项', '', ''],
      ],
    });
  });
});

describe('a long table', () => {
  test('is read whole, rows out of sight included, in the order given', async () => {
    const rows = Array.from({ length: 450 }, (_, place) => ({ id: String(place), place }));
    const columns: Column<(typeof rows)[number]>[] = [
      { id: 'place', title: '序号', cell: ({ place }) => <b>{place}</b> },
      { id: 'sign', title: '状态', cell: ({ place }) => (place % 2 ? '单' : '双') },
    ];
    const read = await readColumns(columns, rows);
    expect(read.headings).toEqual(['序号', '状态']);
    expect(read.rows).toHaveLength(450);
    expect(read.rows[449]).toEqual(['449', '单']);
  });
});

describe('a cell', () => {
  test.each([
    ['11月3日', '2026-11-03', '2026-11-03'],
    ['2026年11月3日', '2026-11-03', '2026-11-03'],
    ['11月3日 原时限 10月1日', '2026-11-03', '11月3日 原时限 10月1日'],
    ['长期坚持', '2026-11-03', '长期坚持'],
    ['36000亩', 36000, '36000亩'],
    ['1,234.6', 1234.56, '1234.56'],
    ['86%', 0.8571, '85.71%'],
    ['86%', 85.71, '85.71%'],
    ['第 3 名', 7, '第 3 名'],
    ['12', 99, '12'],
    ['—', -1, '—'],
  ])('%s that sorts by %s is written as %s', (shown, value, written) => {
    expect(fromValue(shown, value)).toBe(written);
  });
});
