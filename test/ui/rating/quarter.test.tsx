import { fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import RatingPage from '../../../renderer/pages/rating/RatingPage';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { ratingId, sheetId } from '../../../shared/model/rating';
import { idOf, openUnit, person, settle } from '../registers/fake-main';

const leader = idOf(1);
const month = (period: string, score: number): Edit[] => [
  edit('rating', ratingId(leader, period, 'A1.1'), { score }),
  edit('sheet', sheetId(leader, period), { status: 'submitted' }),
];

async function show(hash: string, ...edits: readonly Edit[]) {
  await openUnit(
    person(1, '王镕'),
    ...month('2026-10', 90),
    ...month('2026-11', 70),
    edit('rating', ratingId(leader, '2026-12', 'A1.1'), { score: 10 }),
    edit('sheet', sheetId(leader, '2026-12'), { status: 'draft' }),
    ...edits,
  );
  window.location.hash = `#/rating?month=2026-10&${hash}`;
  render(<RatingPage />);
  await settle();
}

test('a unit that rates by the month sees its quarter beside the submitted months', async () => {
  await show('view=quarter');
  const table = await screen.findByRole('grid', { name: '2026年第四季度得分' });
  const row = within(table).getByRole('rowheader', { name: '主动意识' }).closest('tr');
  expect([...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)).toEqual([
    '90',
    '70',
    '—',
    '80',
  ]);
  expect(screen.getByText(/^由10月、11月已提交的自评合成/)).toBeTruthy();
});

test('the team by the quarter has the median of its members’ quarters, and says the rule', async () => {
  await show('view=team&by=quarter');
  const table = await screen.findByRole('grid', { name: '成员与各方面' });
  expect(within(table).getByRole('cell', { name: /主动 80$/ })).toBeTruthy();
  expect(screen.getByText(/季度得分由该季已提交的各月自评合成/)).toBeTruthy();
});

test('a unit that rates by the quarter is told what its months make until it has rated', async () => {
  await show('view=sheet', edit('unit', 'unit', { ratingEvery: 'quarter' }));
  expect(screen.getByText(/得分暂由10月、11月已提交的月度自评合成/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '看各月得分' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '提交自评' })).toBeTruthy();
});

test('a month of such a unit can still be looked at, but not changed', async () => {
  await show('view=sheet&by=month', edit('unit', 'unit', { ratingEvery: 'quarter' }));
  expect(screen.getByText(/^这一期不是现在的自评周期，只供查看。/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /提交自评|撤回修改/ })).toBeNull();
  const back = screen.getByRole('link', { name: '回到现在的自评' });
  window.location.hash = back.getAttribute('href') ?? '';
  fireEvent(window, new HashChangeEvent('hashchange'));
  await settle();
  expect(screen.getByRole('button', { name: '提交自评' })).toBeTruthy();
});
