import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import PersonField from '../../../renderer/components/PersonField';
import { draftSet } from '../../../shared/changes/draft';
import { edit, listOf } from '../../../shared/changes/records';
import { applySet, emptyState } from '../../../shared/changes/state';

const names: [id: string, name: string, post: string][] = [
  ['p1', '张伟', '主任'],
  ['p2', '张丽', '副主任'],
  ['p3', '李娜', ''],
];

const people = (() => {
  const state = emptyState();
  const edits = names.map(([id, name, post]) => edit('person', id, { name, post }));
  const wall = '2026-11-23T08:00:00.000Z';
  const set = draftSet(state, edits, { device: 'pcaaaaaa', author: '', wall, label: 'team.save' });
  if (set) applySet(state, set);
  return listOf(state, 'person');
})();

function Leader({ start, onChange }: { start: string; onChange: (person: string) => void }) {
  const [value, setValue] = useState(start);
  const changed = (person: string) => {
    setValue(person);
    onChange(person);
  };
  return <PersonField label="牵头领导" value={value} people={people} onChange={changed} />;
}

const show = (start = '') => {
  const change = vi.fn();
  render(<Leader start={start} onChange={change} />);
  return { change, field: screen.getByRole<HTMLInputElement>('combobox', { name: '牵头领导' }) };
};

const offered = (): (string | null)[] =>
  screen.queryAllByRole('option').map(({ textContent }) => textContent);

test('shows who is chosen', () => {
  expect(show('p3').field.value).toBe('李娜');
});

test('offers everybody on focus, with their posts', async () => {
  const { field } = show();
  await userEvent.click(field);
  expect(offered()).toEqual(['张伟 主任', '张丽 副主任', '李娜']);
});

test('typing leaves those whose name has it; choosing takes one', async () => {
  const { change, field } = show();
  await userEvent.type(field, '张');
  expect(offered()).toEqual(['张伟 主任', '张丽 副主任']);
  await userEvent.click(screen.getByRole('option', { name: /张丽/ }));
  expect(change.mock.calls.at(-1)).toEqual(['p2']);
  expect(field.value).toBe('张丽');
});

test('arrows and Enter choose', async () => {
  const { change, field } = show();
  await userEvent.type(field, '张{ArrowDown}{ArrowDown}{Enter}');
  expect(change.mock.calls.at(-1)).toEqual(['p2']);
});

test('while an input method composes, Enter chooses nobody', () => {
  const { change, field } = show();
  act(() => field.focus());
  fireEvent.compositionStart(field);
  fireEvent.change(field, { target: { value: 'li' } });
  fireEvent.keyDown(field, { key: 'ArrowDown', isComposing: true, keyCode: 229 });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true, keyCode: 229 });
  expect(change).not.toHaveBeenCalled();
  fireEvent.change(field, { target: { value: '李' } });
  fireEvent.compositionEnd(field);
  expect(offered()).toEqual(['李娜']);
});

test('says so where nobody matches', async () => {
  const { change, field } = show();
  await userEvent.type(field, '赵');
  expect(screen.getByText('没有匹配的选项')).toBeTruthy();
  await userEvent.tab();
  expect(change.mock.calls.filter(([person]) => person !== '')).toEqual([]);
});

test('emptying it leaves nobody', async () => {
  const { change, field } = show('p1');
  await userEvent.clear(field);
  await userEvent.tab();
  expect(change.mock.calls.at(-1)).toEqual(['']);
});
