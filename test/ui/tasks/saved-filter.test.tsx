import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import TaskFilter from '../../../renderer/pages/tasks/TaskFilter';
import type { TaskFilterValues } from '../../../renderer/pages/tasks/task-filter';
import { undoLast } from '../../../renderer/state/act';
import type { Edit } from '../../../shared/changes/draft';
import { keepingOf } from '../../../shared/model/collections';
import { idOf, openUnit, person, settle } from '../registers/fake-main';

const nothing: TaskFilterValues = { q: '', state: '', leader: '', department: '', due: '' };
const overdue: TaskFilterValues = { ...nothing, q: '造林', state: 'overdue', leader: idOf(1) };

async function show(filter: TaskFilterValues, ...records: readonly Edit[]) {
  const asked = await openUnit(person(1, '王镕'), ...records);
  const chosen: Readonly<Record<string, string>>[] = [];
  render(
    <TaskFilter
      filter={filter}
      month="2026-11"
      onChange={(next) => chosen.push(next)}
      onType={(q) => chosen.push({ q })}
    />,
  );
  await settle();
  return { ...asked, chosen };
}

async function saveAs(name: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: '保存筛选' }));
  const dialog = screen.getByRole('dialog', { name: '保存筛选' });
  await userEvent.type(within(dialog).getByRole('textbox', { name: '筛选名称' }), name);
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }));
  await settle();
}

test('a filter is kept as a record of this PC alone, and goes again by undo', async () => {
  const { commits } = await show(overdue);
  await saveAs('王局长逾期');
  expect(commits[0]?.changes[0]).toMatchObject({
    collection: 'taskFilter',
    fields: { name: '王局长逾期', q: '造林', state: 'overdue', leader: idOf(1) },
  });
  expect(keepingOf('taskFilter')).toBe('private');
  const kept = screen.getByRole('combobox', { name: '常用筛选' });
  expect(within(kept).getByRole('option', { name: '王局长逾期', selected: true })).toBeTruthy();
  await undoLast();
  await settle();
  expect(screen.queryByRole('combobox', { name: '常用筛选' })).toBeNull();
});

const saved = {
  collection: 'taskFilter',
  id: idOf(7),
  fields: { name: '逾期', q: '', state: 'overdue', leader: '', department: '', due: '' },
};

test('it is chosen by its name, replaced by one of the same name, and deleted', async () => {
  const { commits, chosen } = await show(overdue, saved);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '常用筛选' }), '逾期');
  expect(chosen).toEqual([{ ...nothing, state: 'overdue' }]);
  await saveAs('逾期');
  expect(commits[0]?.changes.map(({ id, fields }) => [id, fields.q])).toEqual([[idOf(7), '造林']]);
  await userEvent.click(screen.getByRole('button', { name: '删除这个筛选' }));
  await settle();
  expect(screen.queryByRole('combobox', { name: '常用筛选' })).toBeNull();
});

test('pinyin that is still being composed is not looked for, the characters are', async () => {
  const { chosen } = await show(nothing);
  const field = screen.getByRole('searchbox', { name: '查找' });
  fireEvent.compositionStart(field);
  fireEvent.input(field, { target: { value: 'zao' }, isComposing: true });
  expect(field).toHaveProperty('value', 'zao');
  expect(chosen).toEqual([]);
  fireEvent.input(field, { target: { value: '造林' }, isComposing: true });
  fireEvent.compositionEnd(field);
  expect(chosen).toEqual([{ q: '造林' }]);
});
