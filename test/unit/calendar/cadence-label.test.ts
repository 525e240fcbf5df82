import { expect, test } from 'vitest';
import type { Anchor, Cadence } from '../../../shared/calendar/cadence';
import { cadenceLabel } from '../../../shared/calendar/cadence-label';

const end: Anchor = { at: 'end' };

test.each<[Cadence, string, string]>([
  [{ type: 'every', every: 'week', due: end }, '每周（周末前）', 'weekly, by the end of the week'],
  [{ type: 'every', every: 'month', due: end }, '每月（月末前）', 'monthly, by month end'],
  [{ type: 'every', every: 'quarter', due: end }, '每季度（季末前）', 'quarterly, by quarter end'],
  [
    { type: 'automatic', every: 'half-year', due: end },
    '每半年（半年末前）',
    'half-yearly, by the end of the half-year',
  ],
  [{ type: 'every', every: 'year', due: end }, '每年（年末前）', 'yearly, by year end'],
  [
    { type: 'every', every: 'month', due: { at: 'start', workday: 5 } },
    '每月（第5个工作日前）',
    'monthly, by working day 5',
  ],
  [
    { type: 'every', every: 'month', due: { at: 'month-day', month: 1, day: 25 } },
    '每月（25日前）',
    'monthly, by day 25',
  ],
  [
    { type: 'every', every: 'month', due: { at: 'month-day', month: 1, day: 'end' } },
    '每月（月末前）',
    'monthly, by month end',
  ],
  [
    { type: 'every', every: 'quarter', due: { at: 'month-day', month: 1, day: 5 } },
    '每季度（第1个月5日前）',
    'quarterly, by day 5 of month 1',
  ],
  [
    { type: 'every', every: 'half-year', due: { at: 'month-day', month: 2, day: 'end' } },
    '每半年（第2个月末前）',
    'half-yearly, by the end of month 2',
  ],
  [
    { type: 'every', every: 'year', due: { at: 'month-day', month: 1, day: 'end' } },
    '每年（1月末前）',
    'yearly, by the end of January',
  ],
  [
    { type: 'times', every: 'year', times: 2, due: { at: 'month-day', month: 9, day: 20 } },
    '每年2次（9月20日前）',
    '2× yearly, by 20 September',
  ],
  [
    { type: 'every', every: 'year', due: { at: 'month-after' } },
    '每年（次年1月末前）',
    'yearly, by the end of January after',
  ],
  // A week has no months.
  [
    { type: 'every', every: 'week', due: { at: 'month-day', month: 1, day: 5 } },
    '每周（周末前）',
    'weekly, by the end of the week',
  ],
  [
    { type: 'standing', reviewed: 'year', due: end },
    '常设，每年复核（年末前）',
    'standing, reviewed yearly, by year end',
  ],
  [{ type: 'event', workdays: 10 }, '事后10个工作日内', 'within 10 working days of the event'],
  [{ type: 'event', workdays: 1 }, '事后1个工作日内', 'within 1 working day of the event'],
  [{ type: 'once', date: '2026-05-06' }, '一次性（2026年5月6日前）', 'once, by 2026-05-06'],
])('%j reads %s, %s', (cadence, zh, en) => {
  expect(cadenceLabel(cadence, 'zh')).toBe(zh);
  expect(cadenceLabel(cadence, 'en')).toBe(en);
});
