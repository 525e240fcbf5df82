import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import RegistersPage from '../../../renderer/pages/registers/RegistersPage';
import { kinds } from '../../../shared/kinds/kinds';
import { idOf, openUnit, person, settle } from './fake-main';
import { readingCircle } from './reading-circle';

const offered = [...kinds, readingCircle];

const circle = (number: number, fields: Readonly<Record<string, string | number>>) => ({
  collection: 'activity',
  id: idOf(number),
  fields: { kind: 'reading-circle', ...fields },
});

const records = [
  circle(11, { date: '2026-03-02', title: '共读《论持久战》', genre: 'theory', pages: 120 }),
  circle(12, { date: '2026-04-02', title: '共读《造林学》', genre: 'craft', pages: 30 }),
];

async function show(): Promise<Awaited<ReturnType<typeof openUnit>>> {
  window.location.hash = '#/registers?kind=reading-circle';
  const asked = await openUnit(person(1, '王镕'), person(2, '李喆'), ...records);
  render(<RegistersPage offered={offered} />);
  await settle();
  return asked;
}

test('one file gives a table with columns, filters and search', async () => {
  await show();
  const table = screen.getByRole('table', { name: '读书会' });
  const titles = within(table).getAllByRole('columnheader');
  expect(titles.map(({ textContent }) => textContent)).toEqual([
    '日期',
    '主题',
    '书类',
    '页数',
    '主持人',
  ]);
  const cells = within(table).getAllByRole('cell');
  expect(cells.slice(0, 4).map(({ textContent }) => textContent)).toEqual([
    '2026年4月2日',
    '共读《造林学》',
    '业务',
    '30 页',
  ]);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '书类' }), '理论');
  expect(screen.getByText('显示 1 条，共 2 条。')).toBeTruthy();
  expect(screen.queryByText('共读《造林学》')).toBeNull();
});

test('one file gives a form that says what is missing and where it will count', async () => {
  const { commits } = await show();
  await userEvent.click(screen.getByRole('button', { name: '登记一条' }));
  const form = await screen.findByRole('dialog', { name: '登记读书会' });
  await userEvent.click(within(form).getByRole('button', { name: '保存' }));
  expect(within(form).getByText('请填写“主题”。')).toBeTruthy();
  expect(within(form).getByText('请填写“书类”。')).toBeTruthy();
  expect(commits).toEqual([]);

  const counts = () => within(form).getByText('这条记录同时计入').parentElement?.textContent;
  expect(counts()).toMatch(/分组学/);
  expect(counts()).not.toMatch(/集中学/);
  await userEvent.selectOptions(within(form).getByLabelText('书类'), '理论');
  expect(counts()).toMatch(/集中学/);
  expect(counts()).toMatch(/理论思辨/);

  await userEvent.type(within(form).getByRole('textbox', { name: '主题' }), '共读《矛盾论》');
  await userEvent.click(within(form).getByRole('button', { name: '保存' }));
  await settle();
  expect(commits[0]?.changes[0]?.fields).toMatchObject({
    kind: 'reading-circle',
    title: '共读《矛盾论》',
    genre: 'theory',
  });
  expect(screen.getByText('显示 3 条，共 3 条。')).toBeTruthy();
});

test('one file gives a detail with history, copy, change and deletion', async () => {
  const { commits } = await show();
  await userEvent.click(screen.getByRole('button', { name: '共读《论持久战》' }));
  const record = await screen.findByRole('dialog', { name: '共读《论持久战》' });
  expect(within(record).getByText('120 页')).toBeTruthy();
  expect(within(record).getByText(/集中学/)).toBeTruthy();
  for (const name of ['历史', '照此再登一条', '修改']) {
    expect(within(record).getByRole('button', { name })).toBeTruthy();
  }
  await userEvent.click(within(record).getByRole('button', { name: '删除' }));
  await settle();
  expect(commits[0]?.changes).toMatchObject([{ id: idOf(11), fields: { deleted: true } }]);
  expect(screen.getByText('显示 1 条，共 1 条。')).toBeTruthy();
});

test('one file gives a list on paper', async () => {
  const { documents } = await show();
  await userEvent.click(screen.getByRole('button', { name: '打印' }));
  await settle();
  const text = JSON.stringify(documents[0]);
  for (const word of ['读书会', '书类', '共读《造林学》', '30 页']) expect(text).toContain(word);
});
