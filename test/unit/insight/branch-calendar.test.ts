import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import type { Edit } from '../../../shared/changes/draft';
import { branchCalendar, themeCounts } from '../../../shared/insight/branch-calendar';
import { booksOf, idOf } from './books';

let next = 100;
const record = (kind: string, date: string, fields: Edit['fields'] = {}) => {
  next += 1;
  return { collection: 'activity', id: idOf(next), fields: { kind, date, ...fields } };
};
const plan = (date: string) => record('party-day-plan', date);
const held = (date: string, theme = 'study') => record('party-day', date, { theme });

describe('the branch calendar', () => {
  it.each([
    ['nothing planned, month not over', [], 11, 'due-soon'],
    ['nothing planned, month over', [], 10, 'overdue'],
    ['a month to come', [plan('2026-12-04')], 12, 'not-yet'],
    ['planned for tomorrow', [plan('2026-11-27')], 11, 'due-soon'],
    ['planned day gone by, month not over', [plan('2026-11-06')], 11, 'due-soon'],
    ['held', [plan('2026-11-06'), held('2026-11-10')], 11, 'done'],
    ['held without a plan', [held('2026-03-10')], 3, 'done'],
    ['entered for a day to come', [held('2026-12-10')], 12, 'not-yet'],
  ])('%s', (_, edits, month, light) => {
    const watch = { today: '2026-11-26', soonDays: 5, calendar: standardCalendar() };
    const months = branchCalendar(booksOf(...edits), 2026, watch);
    expect(months).toHaveLength(12);
    expect(months[month - 1]?.light).toBe(light);
  });

  it('counts the themes of its year', () => {
    const state = booksOf(
      held('2026-01-05'),
      held('2026-02-05'),
      held('2026-03-05', 'service'),
      held('2026-04-05', ''),
      held('2025-04-05'),
    );
    expect(Object.fromEntries(themeCounts(state, 2026))).toEqual({ study: 2, service: 1, '': 1 });
  });
});
