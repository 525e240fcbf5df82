import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import DateField from '../../../renderer/components/DateField';
import type { Day } from '../../../shared/calendar/day';

function Due({ start, onChange }: { start: Day | ''; onChange: (day: Day | '') => void }) {
  const [value, setValue] = useState<Day | ''>(start);
  const changed = (day: Day | '') => {
    setValue(day);
    onChange(day);
  };
  return <DateField label="时限" value={value} onChange={changed} />;
}

const show = (start: Day | '') => {
  const change = vi.fn();
  render(<Due start={start} onChange={change} />);
  return change;
};

const part = (name: RegExp) => screen.getByRole('spinbutton', { name });

test('is typed in its parts', async () => {
  const change = show('');
  await userEvent.click(part(/年/));
  await userEvent.keyboard('20261103');
  expect(change.mock.calls.at(-1)).toEqual(['2026-11-03']);
  for (const [day] of change.mock.calls) expect(day).toMatch(/^(|\d{4}-\d{2}-\d{2})$/);
});

test('arrows change a part', async () => {
  const change = show('2026-11-30');
  await userEvent.click(part(/日/));
  await userEvent.keyboard('{ArrowDown}');
  expect(change.mock.calls.at(-1)).toEqual(['2026-11-29']);
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
