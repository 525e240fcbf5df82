import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { checkItemById } from '../../../shared/catalogue/catalogue';
import type { Edit } from '../../../shared/changes/draft';
import { dutiesOfItem } from '../../../shared/insight/fulfilment';
import { changeDue, leaderReports } from '../../../shared/insight/leader-reports';
import { booksOf, idOf, leader } from './books';

let next = 100;
const record = (kind: string, date: string, fields: Edit['fields'] = {}) => {
  next += 1;
  return {
    collection: 'activity',
    id: idOf(next),
    fields: { kind, date, subject: idOf(1), ...fields },
  };
};
const see = (today: string, ...edits: readonly Edit[]) => {
  const watch = { today, soonDays: 5, calendar: standardCalendar(), move: 'earlier' as const };
  return leaderReports(booksOf(leader(1, '王镕'), ...edits), 2026, watch)[0];
};

describe('the integrity duties of a leader', () => {
  it.each([
    // 30 January 2026 is a Friday, 31 January a Saturday.
    ['2026-01-20', [], 'pledge', '2026-01-30', 'not-yet'],
    ['2026-01-26', [], 'pledge', '2026-01-30', 'due-soon'],
    ['2026-02-01', [], 'pledge', '2026-01-30', 'overdue'],
    ['2026-02-01', [record('integrity-pledge', '2026-01-15')], 'pledge', '2026-01-30', 'done'],
    ['2026-03-01', [record('integrity-pledge', '2026-02-15')], 'pledge', '2026-01-30', 'done-late'],
    ['2026-03-01', [record('integrity-pledge', '2025-12-15')], 'pledge', '2026-01-30', 'overdue'],
    ['2026-02-01', [record('matters-report', '2026-01-10')], 'matters', '2026-01-30', 'done'],
    // A report after a change is not that of the year.
    [
      '2026-02-01',
      [record('matters-report', '2026-01-10', { reportCause: 'change' })],
      'matters',
      '2026-01-30',
      'overdue',
    ],
    // The report on integrity may be given until the end of the January after.
    ['2026-12-20', [record('integrity-report', '2026-12-18')], 'integrity', '2027-01-29', 'done'],
    ['2027-01-20', [record('integrity-report', '2027-01-18')], 'integrity', '2027-01-29', 'done'],
    [
      '2027-01-20',
      [record('integrity-report', '2026-01-18')],
      'integrity',
      '2027-01-29',
      'not-yet',
    ],
    // Somebody else's record is not his.
    [
      '2026-02-01',
      [record('integrity-pledge', '2026-01-15', { subject: idOf(2) })],
      'pledge',
      '2026-01-30',
      'overdue',
    ],
  ] as const)('on %s', (today, edits, what, due, light) => {
    const found = see(today, ...edits)?.[what];
    expect([found?.due, found?.light]).toEqual([due, light]);
  });

  it.each([
    ['2026-01-20', ['done', 'overdue']],
    ['2026-02-10', ['overdue', 'done']],
    ['2026-12-18', ['overdue', 'done']],
    ['2027-01-18', ['overdue', 'done']],
    ['2027-02-01', ['overdue', 'overdue']],
  ])('a report on integrity of %s stands here as on the checklist', (date, lights) => {
    const books = booksOf(leader(1, '王镕'), record('integrity-report', date));
    const watch = { today: '2027-06-01', soonDays: 5, calendar: standardCalendar() };
    const item = checkItemById('G2.8');
    if (!item) throw new Error('no G2.8');
    const range = { ...watch, from: '2026-01-01', to: '2027-12-31' };
    const settings = { since: '2025-01-01', soonDays: 5, move: 'earlier' } as const;
    const listed = dutiesOfItem(books, item, range, settings);
    const here = [2025, 2026].map(
      (year) => leaderReports(books, year, { ...watch, move: 'earlier' })[0]?.integrity,
    );
    expect(listed.map(({ light }) => light)).toEqual(lights);
    expect(here.map((one) => [one?.due, one?.light])).toEqual(
      listed.map(({ due, light }) => [due, light]),
    );
  });

  it('give a newcomer twenty working days', () => {
    const joined = { collection: 'person', id: idOf(1), fields: { joined: '2026-06-01' } };
    const found = see('2026-06-10', joined);
    expect([found?.pledge.due, found?.pledge.light]).toEqual(['2026-06-30', 'not-yet']);
  });

  it('list the reports after a change, newest first', () => {
    const change = { reportCause: 'change' };
    const found = see(
      '2026-11-26',
      record('matters-report', '2026-03-01', change),
      record('matters-report', '2026-05-01', change),
      record('matters-report', '2025-05-01', change),
    );
    expect(found?.changes.map(({ date }) => date)).toEqual(['2026-05-01', '2026-03-01']);
    expect(changeDue('2026-05-01')).toBe('2026-05-31');
  });
});
