import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import MonthField from '../../../renderer/components/MonthField';
import { showDay } from '../../../renderer/state/today';

function From({
  heard,
  unread,
}: {
  heard: (month: string) => void;
  unread: (is: boolean) => void;
}) {
  const [month, setMonth] = useState('');
  return (
    <MonthField
      label="从哪个月起"
      value={month}
      onChange={(next) => {
        setMonth(next);
        heard(next);
      }}
      onUnread={unread}
    />
  );
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: '从哪个月起' });
const today = '2026-11-17';
const year = today.slice(0, 4);
beforeEach(() => showDay(today));

test.each([
  ['2026-11', '2026-11'],
  ['2026.11', '2026-11'],
  ['２０２６年１１月', '2026-11'],
  ['11月', `${year}-11`],
  ['2026年11月5日', '2026-11'],
])('%s is the month %s', async (text, month) => {
  const heard = vi.fn();
  render(<From heard={heard} unread={() => undefined} />);
  await userEvent.click(field());
  await userEvent.paste(text);
  expect(heard.mock.calls.at(-1)).toEqual([month]);
  await userEvent.tab();
  expect(field().value).toBe(month);
});

test('what is no month is said, and is heard of', async () => {
  const heard = vi.fn();
  const unread = vi.fn();
  render(<From heard={heard} unread={unread} />);
  await userEvent.click(field());
  await userEvent.paste('2026-13');
  expect(heard).not.toHaveBeenCalled();
  expect(unread.mock.calls.at(-1)).toEqual([true]);
  expect(screen.getByText(/“2026-13”不是一个月份/)).toBeTruthy();
});

test('is picked from the months of a year, and arrows lead on', async () => {
  const heard = vi.fn();
  render(<From heard={heard} unread={() => undefined} />);
  await userEvent.click(field());
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await userEvent.click(await screen.findByRole('button', { name: '上一年' }));
  await userEvent.click(screen.getByRole('button', { name: '12月' }));
  expect(heard.mock.calls.at(-1)).toEqual([`${Number(year) - 1}-12`]);
  await waitFor(() => expect(document.activeElement).toBe(field()));
  await userEvent.keyboard('{ArrowUp}');
  expect(heard.mock.calls.at(-1)).toEqual([`${year}-01`]);
});
