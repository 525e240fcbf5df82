import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { ParentField } from '../../../renderer/pages/tasks/ParentField';
import { edit } from '../../../shared/changes/records';
import { idOf, openUnit, settle } from '../registers/fake-main';

const task = (number: number, period: string, title: string) =>
  edit('task', idOf(number), { period, title, order: number });

function Choice({ start, without }: { start: string; without: ReadonlySet<string> }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <ParentField value={value} month="2026-11" without={without} onChange={setValue} />
      <output>{value}</output>
    </>
  );
}

async function show(start = '', without: readonly string[] = []) {
  const many = Array.from({ length: 80 }, (_, index) =>
    task(100 + index, '2026-11', `排查${index}`),
  );
  await openUnit(
    task(1, '2026-11', '下达造林地块'),
    task(2, '2026', '完成国土绿化'),
    task(3, '2026-Q4', '秋季造林'),
    task(4, '2025', '去年造林'),
    ...many,
  );
  render(<Choice start={start} without={new Set(without)} />);
  await settle();
  return screen.getByRole<HTMLInputElement>('combobox', { name: '上级任务' });
}

const offered = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const chosen = () => screen.getByRole('status').textContent;

test('offers those of the year, the long ones first, and says that there are more', async () => {
  const field = await show();
  await userEvent.click(field);
  expect(offered().slice(0, 3)).toEqual([
    '2026年 完成国土绿化',
    '2026年第四季度 秋季造林',
    '2026年11月 下达造林地块',
  ]);
  expect(offered()).toHaveLength(50);
  expect(screen.getByText(/^先列出50项/)).toBeTruthy();
});

test('typing leaves those with all the words; one is taken, and none again by clearing', async () => {
  const field = await show('', [idOf(1)]);
  await userEvent.type(field, '四季度 造林');
  expect(offered()).toEqual(['2026年第四季度 秋季造林']);
  await userEvent.click(screen.getByRole('option', { name: /秋季造林/ }));
  expect(field.value).toBe('2026年第四季度 秋季造林');
  expect(chosen()).toBe(idOf(3));
  await userEvent.clear(field);
  await userEvent.tab();
  expect(field.value).toBe('');
  expect(chosen()).toBe('');
});

test('what is chosen shows and stays when something else was typed and left', async () => {
  const field = await show(idOf(2));
  expect(field.value).toBe('2026年 完成国土绿化');
  await userEvent.type(field, '错');
  await userEvent.tab();
  expect(field.value).toBe('2026年 完成国土绿化');
  expect(chosen()).toBe(idOf(2));
});
