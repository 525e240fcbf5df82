import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import RegistersPage from '../../../renderer/pages/registers/RegistersPage';
import ChargeMatrix from '../../../renderer/pages/tasks/ChargeMatrix';
import { showDay } from '../../../renderer/state/today';
import type { Edit } from '../../../shared/changes/draft';
import { idOf, openUnit, settle } from '../registers/fake-main';

const leader = (number: number, name: string): Edit => ({
  collection: 'person',
  id: idOf(number),
  fields: { name, role: 'leader', order: number },
});
const visit = (number: number, host: number, title: string): Edit => ({
  collection: 'activity',
  id: idOf(number),
  fields: { kind: 'contact-visit', date: '2026-03-02', host: idOf(host), title },
});

// Two leaders of one name: what leads on must go by who it is.
const books = [
  leader(1, '王伟'),
  leader(2, '王伟'),
  {
    collection: 'charge',
    id: idOf(1),
    fields: { line: '绿化', contactPoint: '东坪村', project: '河道' },
  },
  visit(11, 1, '看苗圃'),
  visit(12, 2, '看水库'),
  visit(13, 2, '看林场'),
];

const matrix = <ChargeMatrix month="2026-11" />;

beforeEach(() => showDay('2026-11-23'));

test('a gap has its icon and word; it is chosen from what others have, and only it is set', async () => {
  const { commits } = await openUnit(...books);
  render(matrix);
  expect(screen.getByText('✗ 尚未明确：王伟（工作线、联系点、大项目）。')).toBeTruthy();
  const row = screen.getAllByRole('row')[2] ?? document.body;
  const gap = within(row).getByRole('button', { name: '王伟的工作线：未明确' });
  expect(gap.textContent).toBe('✗ 未明确');
  gap.focus();
  await userEvent.keyboard('{Enter}');
  const field = within(row).getByRole('combobox', { name: '王伟的工作线' });
  const offered = document.getElementById(field.getAttribute('list') ?? '');
  expect([...(offered?.children ?? [])].map((one) => one.getAttribute('value'))).toEqual(['绿化']);
  await userEvent.keyboard('防火{Enter}');
  await settle();
  expect(commits[0]?.changes).toMatchObject([
    { collection: 'charge', id: idOf(2), fields: { line: '防火' } },
  ]);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('王伟的工作线：防火');
  await userEvent.keyboard('{ArrowRight}{ArrowUp}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('王伟的联系点：东坪村');
});

test('its visits lead to those of that leader, not to those of the name', async () => {
  await openUnit(...books);
  const { unmount } = render(matrix);
  const links = screen.getAllByRole('link', { name: /^走访/ });
  expect(links.map(({ textContent }) => textContent)).toEqual([
    '走访 1 次，解决 0 个',
    '走访 2 次，解决 0 个',
  ]);
  window.location.hash = links[1]?.getAttribute('href') ?? '';
  unmount();
  render(<RegistersPage />);
  await settle();
  expect(screen.queryByText('看苗圃')).toBeNull();
  expect(screen.getByText('看水库')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '只看王伟的，点此看全部' }));
  await settle();
  expect(screen.getByText('看苗圃')).toBeTruthy();
});
