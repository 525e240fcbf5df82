import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { Heatmap, type HeatRow } from '../../../renderer/charts/Heatmap';

const columns = ['1月', '2月', '3月'].map((title, index) => ({ id: `2026-0${index + 1}`, title }));

const cell = (text: string, label = text) => ({ text, label, tone: 'good' as const });

const rows: readonly HeatRow[] = [
  { id: 'a', name: '营造林', cells: [cell('8%'), null, cell('30%')] },
  { id: 'b', name: '抚育', cells: [cell('5%'), cell('9%'), cell('14%')] },
];

const many = (count: number): HeatRow[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    name: `目标${index}`,
    cells: [cell(String(index)), cell('甲'), cell('乙')],
  }));

describe('a heat map', () => {
  test('is a table: titles, names, and each value as text with its mark', () => {
    render(<Heatmap label="目标热力图" corner="目标" columns={columns} rows={rows} />);
    const table = screen.getByRole('table', { name: '目标热力图' });
    expect(within(table).getAllByRole('columnheader')).toHaveLength(4);
    const row = screen.getByRole('row', { name: /营造林/ });
    expect(within(row).getByRole('rowheader')).toBeTruthy();
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['● 8%', '—', '● 30%']);
  });

  test('opens what is behind a cell by keyboard: one stop, arrows, over empty cells', async () => {
    const opened: string[] = [];
    const open = (row: string, column: string) => opened.push(`${row} ${column}`);
    render(<Heatmap label="图" corner="目标" columns={columns} rows={rows} onOpen={open} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{Enter}{ArrowDown}{Enter}{ArrowDown}{ArrowLeft}{Enter}');
    expect(opened).toEqual(['a 2026-03', 'b 2026-03', 'b 2026-02']);
    await userEvent.tab();
    expect(document.activeElement).toBe(document.body);
  });

  test('draws only what is in sight of two thousand rows', () => {
    render(<Heatmap label="图" corner="目标" columns={columns} rows={many(2000)} />);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('2001');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
  });
});
