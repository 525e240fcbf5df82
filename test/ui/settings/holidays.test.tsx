import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import HolidaySection from '../../../renderer/pages/settings/HolidaySection';
import { currentReplica } from '../../../renderer/state/workspace';
import { adoptUnitHolidays, standardCalendar } from '../../../shared/calendar/workdays';
import { recordOf } from '../../../shared/changes/records';
import { openUnit, person, settle } from '../registers/fake-main';

afterEach(() => adoptUnitHolidays([]));

const notice = '关于2027年部分节假日安排的通知。一、元旦：1月1日（周五）至3日（周日）放假，共3天。';

test('a notice is checked, taken over as a record, and counts at once', async () => {
  await openUnit(person(1, '王镕'));
  render(<HolidaySection />);
  expect(standardCalendar().isWorkday('2027-01-01')).toBe(true);
  const file = new File([notice], '通知.txt', { type: 'text/plain' });
  await userEvent.upload(screen.getByLabelText('选择文件'), file);
  expect(await screen.findByText(/2027 年：放假 3 天/)).toBeTruthy();
  expect(recordOf(currentReplica().state, 'holiday', '2027')).toBeUndefined();
  await userEvent.click(screen.getByRole('button', { name: '采用' }));
  await settle();
  expect(recordOf(currentReplica().state, 'holiday', '2027')).toMatchObject({
    off: ['2027-01-01', '2027-01-02', '2027-01-03'],
    source: '通知.txt',
  });
  await vi.waitFor(() => expect(standardCalendar().isWorkday('2027-01-01')).toBe(false));
});

test('a notice of another year is refused in words, and nothing is offered', async () => {
  await openUnit(person(1, '王镕'));
  render(<HolidaySection />);
  await userEvent.click(screen.getByRole('textbox', { name: '通知正文' }));
  await userEvent.paste('2027年节假日。元旦：1月1日（周四）放假1天。');
  await userEvent.click(screen.getByRole('button', { name: '核对' }));
  expect(screen.getByText(/星期与日期对不上/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '采用' })).toBeNull();
});

test('a file in the code page of Chinese Windows is read', async () => {
  await openUnit(person(1, '王镕'));
  render(<HolidaySection />);
  // 2027年节假日 / 1月1日放假 in GBK.
  const hex = '32303237c4eabddabcd9c8d50d0a31d4c231c8d5b7c5bcd9';
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  await userEvent.upload(
    screen.getByLabelText('选择文件'),
    new File([bytes], 'gbk.txt', { type: 'text/plain' }),
  );
  expect(await screen.findByText(/2027 年：放假 1 天/)).toBeTruthy();
});
