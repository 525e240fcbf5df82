import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { type Column, Table } from '../../../renderer/components/Table';

interface Work {
  readonly id: string;
  readonly title: string;
  readonly percent: number;
}

const columns: readonly Column<Work>[] = [
  { id: 'title', title: '任务', cell: ({ title }) => title, sortBy: ({ title }) => title },
  {
    id: 'percent',
    title: '进度',
    cell: ({ percent }) => `${percent}%`,
    sortBy: ({ percent }) => percent,
    align: 'number',
  },
  { id: 'note', title: '备注', cell: () => '' },
];

const rows: readonly Work[] = [
  { id: 'a', title: '王', percent: 9 },
  { id: 'b', title: '安', percent: 100 },
  { id: 'c', title: '李', percent: 20 },
];

/** The rows of records that are in the page, as ids of their titles. */
const titles = (): (string | null)[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent ?? null);

describe('sorting', () => {
  test('by a title: up, down and back, told by aria-sort', async () => {
    render(<Table label="任务清单" columns={columns} rows={rows} />);
    const heading = screen.getByRole('columnheader', { name: '进度' });
    const press = () => userEvent.click(within(heading).getByRole('button', { name: '进度' }));
    const steps: [sort: string, order: string[]][] = [
      ['none', ['王', '安', '李']],
      ['ascending', ['王', '李', '安']],
      ['descending', ['安', '李', '王']],
      ['none', ['王', '安', '李']],
    ];
    for (const [sort, order] of steps) {
      expect(heading.getAttribute('aria-sort')).toBe(sort);
      expect(titles()).toEqual(order);
      await press();
    }
  });

  test('puts Chinese names in the order of pinyin', async () => {
    render(<Table label="任务清单" columns={columns} rows={rows} />);
    await userEvent.click(screen.getByRole('button', { name: '任务' }));
    expect(titles()).toEqual(['安', '李', '王']);
  });

  test('of one column at a time; others cannot be sorted', async () => {
    render(<Table label="任务清单" columns={columns} rows={rows} />);
    await userEvent.click(screen.getByRole('button', { name: '进度' }));
    await userEvent.click(screen.getByRole('button', { name: '任务' }));
    expect(screen.getByRole('columnheader', { name: '进度' }).getAttribute('aria-sort')).toBe(
      'none',
    );
    const plain = screen.getByRole('columnheader', { name: '备注' });
    expect(plain.hasAttribute('aria-sort')).toBe(false);
    expect(within(plain).queryByRole('button')).toBeNull();
  });
});

describe('ten thousand rows', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    id: String(index),
    title: `第${index}项`,
    percent: index,
  }));

  test('only those in sight are in the page; scrolling shows others', () => {
    render(<Table label="任务清单" columns={columns} rows={many} />);
    const table = screen.getByRole('table', { name: '任务清单' });
    expect(table.getAttribute('aria-rowcount')).toBe('10001');
    expect(table.querySelectorAll('tr').length).toBeLessThan(100);
    expect(screen.getByText('第0项')).toBeTruthy();
    expect(screen.queryByText('第5000项')).toBeNull();

    const frame = table.parentElement;
    if (!frame) throw new Error('the table stands in a frame');
    fireEvent.scroll(frame, { target: { scrollTop: 5000 * 44 } });
    expect(table.querySelectorAll('tr').length).toBeLessThan(100);
    expect(screen.queryByText('第0项')).toBeNull();
    const row = screen.getByText('第5000项').closest('tr');
    expect(row?.getAttribute('aria-rowindex')).toBe('5002');

    fireEvent.scroll(frame, { target: { scrollTop: 10_000 * 44 } });
    expect(screen.getByText('第9999项')).toBeTruthy();
  });

  test('those that stay in sight are not drawn anew', () => {
    const drawn: string[] = [];
    const counted: readonly Column<Work>[] = [
      {
        id: 'title',
        title: '任务',
        cell: ({ title }) => {
          drawn.push(title);
          return title;
        },
      },
    ];
    render(<Table label="任务清单" columns={counted} rows={many} />);
    const frame = screen.getByRole('table').parentElement;
    if (!frame) throw new Error('the table stands in a frame');
    drawn.length = 0;
    fireEvent.scroll(frame, { target: { scrollTop: 3 * 44 } });
    expect(drawn.length).toBeLessThanOrEqual(3);
    expect(drawn).not.toContain('第5项');
  });

  test('shows the beginning when fewer rows are left than it was scrolled past', () => {
    const { rerender } = render(<Table label="任务清单" columns={columns} rows={many} />);
    const frame = screen.getByRole('table').parentElement;
    if (!frame) throw new Error('the table stands in a frame');
    fireEvent.scroll(frame, { target: { scrollTop: 9000 * 44 } });
    rerender(<Table label="任务清单" columns={columns} rows={many.slice(0, 300)} />);
    expect(screen.getByText('第299项')).toBeTruthy();
  });
});
