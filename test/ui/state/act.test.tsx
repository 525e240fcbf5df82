import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NoticeRegion } from '../../../renderer/app/NoticeRegion';
import { act } from '../../../renderer/state/act';
import { edit } from '../../../shared/changes/records';
import { idOf, openUnit, person, settle } from '../registers/fake-main';

test('only the last action is offered to be taken back', async () => {
  await openUnit(person(1, '王镕'));
  render(<NoticeRegion />);
  const name = (text: string) => edit('person', idOf(1), { name: text });
  await act('person.set', [name('甲')], { said: '已改为甲。' });
  await act('person.set', [name('乙')], { said: '已改为乙。' });
  await settle();
  expect(screen.queryByText('已改为甲。')).toBeNull();
  expect(screen.getAllByRole('button', { name: '撤销' })).toHaveLength(1);
  // What is not told is an action all the same.
  await act('person.set', [name('丙')]);
  await settle();
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
});
