import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import RegistersPage from '../../../renderer/pages/registers/RegistersPage';
import { idOf, openUnit, settle } from './fake-main';

test('of a register with ten thousand records only those in sight are in the page', async () => {
  window.location.hash = '#/registers?kind=self-study';
  const records = Array.from({ length: 10_000 }, (_, index) => ({
    collection: 'activity',
    id: idOf(index + 1),
    fields: { kind: 'self-study', date: '2026-03-02', title: `第${index + 1}篇` },
  }));
  await openUnit(...records);
  render(<RegistersPage />);
  await settle();
  expect(screen.getByText('显示 10000 条，共 10000 条。')).toBeTruthy();
  const table = screen.getByRole('table', { name: '党员自学' });
  expect(table.getAttribute('aria-rowcount')).toBe('10001');
  expect(table.querySelectorAll('tr').length).toBeLessThan(100);
  const frame = table.parentElement;
  if (!frame) throw new Error('the table stands in a frame');
  fireEvent.scroll(frame, { target: { scrollTop: 10_000 * 44 } });
  expect(screen.getByText('第1篇')).toBeTruthy();
  expect(table.querySelectorAll('tr').length).toBeLessThan(100);
});
