import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { recordTitle } from '../../../renderer/pages/history/record-title';
import RatingPage from '../../../renderer/pages/rating/RatingPage';
import { currentReplica } from '../../../renderer/state/workspace';
import { edit } from '../../../shared/changes/records';
import { ratingId } from '../../../shared/model/rating';
import { idOf, openUnit, person, settle } from '../registers/fake-main';

// The test's page has no layout to scroll.
Element.prototype.scrollIntoView = vi.fn();

const wording = '学习走在前：先学一步、多学一点、学深一些';

const go = async (hash: string) => {
  window.location.hash = `#/rating?${hash}`;
  fireEvent(window, new HashChangeEvent('hashchange'));
  await settle();
  await settle();
};

async function show(scale: 'four' | 'five' | 'hundred' = 'four') {
  const { commits } = await openUnit(person(1, '王镕'), edit('unit', 'unit', { scale }));
  window.location.hash = '#/rating?month=2026-11&view=indicators';
  render(<RatingPage />);
  await settle();
  await screen.findByRole('region', { name: '主动意识' });
  return {
    lastFields: () => commits.at(-1)?.changes.map(({ id, fields }) => [id, fields]),
  };
}

const dimension = () => within(screen.getByRole('region', { name: '主动意识' }));
const fill = async (field: HTMLElement, text: string) => {
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await settle();
};

beforeEach(() => vi.clearAllMocks());

test('a row that was reworded keeps its wording when its weight is set later', async () => {
  const { lastFields } = await show();
  await fill(dimension().getByLabelText('指标 A1.1'), '学在前面');
  expect(lastFields()).toEqual([['A1.1:2026-11', expect.objectContaining({ text: '学在前面' })]]);
  await go('month=2026-12&view=indicators');
  await fill(dimension().getByLabelText('权重：学在前面'), '2');
  expect(lastFields()).toEqual([
    ['A1.1:2026-12', expect.objectContaining({ text: '学在前面', weight: 2 })],
  ]);
  expect(dimension().getByText('占 50%')).toBeTruthy();
  // Months before keep the words and weights that they were rated under.
  await go('month=2026-10&view=indicators');
  expect(dimension().getByDisplayValue(wording)).toBeTruthy();
  expect(dimension().getAllByText('占 33%')).toHaveLength(3);
});

test('a row of the unit’s own is worded at once, described by grade, and rated by its words', async () => {
  await show('five');
  await userEvent.click(dimension().getByRole('button', { name: '增加指标：主动意识' }));
  await settle();
  const field = dimension().getByLabelText('指标 A1.101');
  expect(document.activeElement).toBe(field);
  await fill(field, '带头包保一个林场');
  await userEvent.click(dimension().getByRole('button', { name: '各档表现：带头包保一个林场' }));
  await fill(dimension().getByLabelText('4分的表现'), '每月到场两次');
  await go('month=2026-11&view=sheet');
  const grades = await screen.findByRole('radiogroup', { name: '带头包保一个林场' });
  await userEvent.click(within(grades).getByRole('radio', { name: '4分' }));
  await settle();
  expect(screen.getByText('4分：每月到场两次')).toBeTruthy();
  await userEvent.click(within(grades).getByRole('radio', { name: '5分' }));
  await settle();
  expect(screen.getByText(/^5分：一贯做到/)).toBeTruthy();
  expect(
    recordTitle(currentReplica().state, 'rating', ratingId(idOf(1), '2026-11', 'A1.101')),
  ).toBe('王镕 2026年11月 带头包保一个林场');
  await go('month=2026-10&view=sheet');
  expect(screen.queryByRole('radiogroup', { name: '带头包保一个林场' })).toBeNull();
});

test('a retired row is rated no more, but in the months before; it can be restored', async () => {
  await show();
  await userEvent.click(dimension().getByRole('button', { name: `停用：${wording}` }));
  await settle();
  expect(dimension().getAllByText('占 50%')).toHaveLength(2);
  await go('month=2026-11&view=sheet');
  await screen.findByRole('radiogroup', { name: '自我充电加压，主动查找短板' });
  expect(screen.queryByRole('radiogroup', { name: wording })).toBeNull();
  await go('month=2026-10&view=sheet');
  expect(screen.getByRole('radiogroup', { name: wording })).toBeTruthy();
  await go('month=2026-11&view=indicators');
  await userEvent.click(await dimension().findByRole('button', { name: `恢复：${wording}` }));
  await settle();
  expect(dimension().getAllByText('占 33%')).toHaveLength(3);
});
