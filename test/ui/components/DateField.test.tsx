import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import DateField from '../../../renderer/components/DateField';
import { Dialog } from '../../../renderer/components/Dialog';
import { showDay } from '../../../renderer/state/today';
import type { Day } from '../../../shared/calendar/day';

function Due(props: {
  start: Day | '';
  onChange: (day: Day | '') => void;
  deadline?: { words: string; onWords?: (words: string) => void };
}) {
  const [value, setValue] = useState<Day | ''>(props.start);
  const changed = (day: Day | '') => {
    setValue(day);
    props.onChange(day);
  };
  return (
    <DateField
      label="时限"
      value={value}
      onChange={changed}
      {...(props.deadline && { deadline: props.deadline })}
    />
  );
}

const show = (start: Day | '') => {
  const change = vi.fn();
  render(<Due start={start} onChange={change} />);
  return change;
};

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: '时限' });
const note = () => document.getElementById(field().getAttribute('aria-describedby') ?? '');
const today = '2026-11-17';
const year = today.slice(0, 4);
beforeEach(() => showDay(today));

/** What is written, the day kept, and whether something is said of it. */
const shapes: readonly (readonly [text: string, day: string, isSaid: boolean])[] = [
  ['2026.1.25', '2026-01-25', false],
  ['2026-1-25', '2026-01-25', false],
  ['2026/1/25', '2026-01-25', false],
  ['2026年1月25日', '2026-01-25', false],
  ['２０２６．１．２５', '2026-01-25', false],
  ['20260125', '2026-01-25', false],
  ['26.1.25', '2026-01-25', true],
  ['2026年1月25日（星期日）上午9:00', '2026-01-25', false],
  ['1.25', `${year}-01-25`, true],
  ['1月25日', `${year}-01-25`, true],
];

test.each(shapes)('%s is typed and pasted as %s', async (text, day, isSaid) => {
  const change = show('');
  await userEvent.type(field(), text);
  expect(change.mock.calls.at(-1)).toEqual([day]);
  // The last key stands before the field is left, so the text is still as it was typed.
  expect(Boolean(note())).toBe(isSaid);
  await userEvent.tab();
  expect(field().value).toBe(day);
  await userEvent.clear(field());
  expect(change.mock.calls.at(-1)).toEqual(['']);
  await userEvent.click(field());
  await userEvent.paste(text);
  expect(change.mock.calls.at(-1)).toEqual([day]);
});

test.each(['2026-02-30', '2026-1', '2026年', '13月1日', '下周三', '2026.1.25.3'])(
  'of %s it is said why it is no day, and the dialog does not save',
  async (text) => {
    const save = vi.fn();
    render(
      <Dialog title="记录" saveLabel="保存" onSave={save} onClose={() => undefined}>
        <Due start="2026-11-03" onChange={() => undefined} />
      </Dialog>,
    );
    fireEvent.change(field(), { target: { value: text } });
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(note()?.textContent).toContain(text);
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(save).not.toHaveBeenCalled();
    // What cannot be read stays to be mended.
    expect(field().value).toBe(text);
    fireEvent.change(field(), { target: { value: '2026-11-04' } });
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(save).toHaveBeenCalledOnce();
  },
);

test('a deadline is written in words: to a day with a remark, or kept in words', async () => {
  const change = vi.fn();
  const words = vi.fn();
  render(<Due start="" onChange={change} deadline={{ words: '', onWords: words }} />);
  await userEvent.click(field());
  await userEvent.paste('2026年11月');
  expect(change.mock.calls.at(-1)).toEqual(['2026-11-30']);
  expect(note()?.textContent).toContain('2026年11月30日');
  await userEvent.clear(field());
  await userEvent.paste('长期坚持');
  expect(change.mock.calls.at(-1)).toEqual(['']);
  expect(words.mock.calls.at(-1)?.[0]).toBe('长期坚持');
});

test('arrows change the day, Page keys the week, and an empty field begins today', async () => {
  const change = show('2026-11-30');
  await userEvent.click(field());
  await userEvent.keyboard('{ArrowUp}');
  expect(change.mock.calls.at(-1)).toEqual(['2026-12-01']);
  await userEvent.keyboard('{PageDown}');
  expect(change.mock.calls.at(-1)).toEqual(['2026-11-24']);
  await userEvent.clear(field());
  await userEvent.keyboard('{ArrowDown}');
  expect(change.mock.calls.at(-1)).toEqual([today]);
});

test('can be picked from a calendar in Chinese that begins on Monday', async () => {
  const change = show('2026-11-03');
  await userEvent.click(screen.getByRole('button', { name: /打开日历/ }));
  const calendar = screen.getByRole('grid', { name: /2026年11月/ });
  // The titles of the week are read as part of each day and hidden by themselves.
  const days = within(calendar)
    .getAllByRole('columnheader', { hidden: true })
    .map(({ textContent }) => textContent);
  expect(days[0]).toMatch(/一/);
  expect(days).toHaveLength(7);
  await userEvent.click(within(calendar).getByRole('button', { name: /11月20日/ }));
  expect(change.mock.calls.at(-1)).toEqual(['2026-11-20']);
});

test('Alt+↓ opens the calendar, where today and the month’s end are at hand', async () => {
  const change = show('2026-10-12');
  for (const [name, day] of [
    ['月末工作日', '2026-10-30'],
    ['月底', '2026-10-31'],
    ['今天', today],
  ] as const) {
    field().focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await userEvent.click(await screen.findByRole('button', { name }));
    expect(change.mock.calls.at(-1)).toEqual([day]);
    // The field has the focus again when the calendar is gone.
    await waitFor(() => expect(document.activeElement).toBe(field()));
  }
});

test('marks weekends and holidays as off, made-up working days not', async () => {
  show('2026-10-12');
  await userEvent.click(screen.getByRole('button', { name: /打开日历/ }));
  const off = (day: number) =>
    screen
      .getByRole('button', { name: new RegExp(`10月${day}日`) })
      .className.includes('ty-date-off');
  expect([1, 8, 10, 12, 17].map(off)).toEqual([true, false, false, false, true]);
});

test('says what is wrong with it', () => {
  render(<DateField label="时限" value="" onChange={() => {}} error="请填写时限。" />);
  expect(screen.getByText('请填写时限。')).toBeTruthy();
});
