import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import RecordForm from '../../../renderer/pages/registers/RecordForm';
import type { Kind } from '../../../shared/kinds/kind';
import { kindOf } from '../../../shared/kinds/kinds';
import { idOf, openUnit, person, settle } from './fake-main';

const staff = [person(1, '王镕'), person(2, '李喆'), person(3, '赵昉'), person(4, '李镕镕')];

async function show(id: string) {
  // Every id asked for here is declared.
  const kind = kindOf(id) as Kind;
  const asked = await openUnit(...staff);
  const saved = vi.fn();
  render(
    <RecordForm
      kind={kind}
      record={undefined}
      given={{ date: '2026-11-03' }}
      items={[]}
      onClose={vi.fn()}
      onSaved={saved}
    />,
  );
  await settle();
  return { ...asked, saved, form: screen.getByRole('dialog') };
}

const press = (form: HTMLElement, name: string) =>
  userEvent.click(within(form).getByRole('button', { name }));

test('Enter saves, but not the Enter that ends a composition', async () => {
  const { commits, form } = await show('talk');
  const line = within(form).getByRole('textbox', { name: '主题' });
  await userEvent.type(line, '谈心');
  fireEvent.compositionStart(line);
  fireEvent.keyDown(line, { key: 'Enter', isComposing: true, keyCode: 229 });
  fireEvent.compositionEnd(line);
  await settle();
  expect(commits).toEqual([]);
  await userEvent.type(line, '{Enter}');
  await settle();
  expect(commits).toHaveLength(1);
});

test('what is wrong is said in plain Chinese beside the field, and nothing is saved', async () => {
  const { commits, form } = await show('risk-point');
  await press(form, '保存');
  for (const name of ['岗位', '主题', '等级']) {
    expect(within(form).getByText(`请填写“${name}”。`)).toBeTruthy();
  }
  expect(commits).toEqual([]);
});

test('one meeting is recorded for many people, found by pinyin or all at once', async () => {
  const { commits, saved, form } = await show('warning-meeting');
  await userEvent.type(within(form).getByRole('textbox', { name: '主题' }), '警示教育大会');
  await press(form, '选人');
  const search = within(form).getByLabelText('按姓名或拼音查找');
  await userEvent.type(search, 'lz');
  expect(within(form).getAllByRole('checkbox')).toHaveLength(1);
  await userEvent.click(within(form).getByRole('checkbox', { name: /李喆/ }));
  await userEvent.clear(search);
  await userEvent.type(search, 'rong');
  await userEvent.clear(search);
  for (const box of within(form).getAllByRole<HTMLInputElement>('checkbox')) {
    if (!box.checked) await userEvent.click(box);
  }
  await press(form, '保存');
  await settle();
  expect(commits).toHaveLength(1);
  expect(commits[0]?.changes).toHaveLength(1);
  expect(commits[0]?.changes[0]?.fields.people).toEqual([1, 2, 3, 4].map(idOf));
  expect(saved).toHaveBeenCalledTimes(1);
});

test('Enter in the search for people does not save the record', async () => {
  const { commits, form } = await show('warning-meeting');
  await userEvent.type(within(form).getByRole('textbox', { name: '主题' }), '警示教育大会');
  await press(form, '选人');
  await userEvent.type(within(form).getByLabelText('按姓名或拼音查找'), 'lz{Enter}');
  await settle();
  expect(commits).toEqual([]);
});

test('a pledge is entered for many people at once, a record each', async () => {
  const { commits, form } = await show('integrity-pledge');
  await userEvent.click(within(form).getByRole('checkbox', { name: '为多人登记，每人一条' }));
  await press(form, '保存');
  expect(within(form).getByText('请填写“对象”。')).toBeTruthy();
  expect(commits).toEqual([]);
  await press(form, '选人');
  await userEvent.click(within(form).getByRole('checkbox', { name: /王镕/ }));
  await userEvent.click(within(form).getByRole('checkbox', { name: /赵昉/ }));
  await press(form, '保存');
  await settle();
  expect(commits).toHaveLength(1);
  const changes = commits[0]?.changes ?? [];
  expect(changes.map(({ fields }) => [fields.kind, fields.subject, fields.date])).toEqual([
    ['integrity-pledge', idOf(1), '2026-11-03'],
    ['integrity-pledge', idOf(3), '2026-11-03'],
  ]);
  expect(new Set(changes.map(({ id }) => id)).size).toBe(2);
});

test('a kind that concerns nobody offers no such thing', async () => {
  const { form } = await show('warning-meeting');
  expect(within(form).queryByRole('checkbox', { name: '为多人登记，每人一条' })).toBeNull();
});

test('who is taken off the list of those expected is absent, and the numbers follow', async () => {
  const { commits, form } = await show('study-session');
  await userEvent.type(within(form).getByRole('textbox', { name: '主题' }), '专题学习');
  await userEvent.click(within(form).getByRole('radio', { name: '全体人员' }));
  const people = within(form).getByRole('group', { name: '参加人员' });
  await userEvent.click(within(people).getByRole('button', { name: '选人' }));
  await userEvent.click(within(people).getByRole('checkbox', { name: '李喆' }));
  await press(form, '保存');
  await settle();
  expect(commits[0]?.changes[0]?.fields).toMatchObject({
    people: [idOf(1), idOf(3), idOf(4)],
    absent: [idOf(2)],
    expected: 4,
    attended: 3,
  });
});
