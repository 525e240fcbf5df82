import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { edit } from '../../../shared/changes/records';
import { type Closed, closingOf, meantPeriod } from '../../../shared/insight/closing';
import { booksOf } from './books';

const calendar = standardCalendar();
const state = booksOf();

describe('the period that is meant', () => {
  // The fifth working day of December 2026 is Monday 7; that of January 2026, after the holiday of
  // 1 to 3 January and its make-up day on Sunday 4, is Thursday 8.
  it.each<[string, Closed, string]>([
    ['2026-11-30', 'month', '2026-11'],
    ['2026-12-01', 'month', '2026-11'],
    ['2026-12-07', 'month', '2026-11'],
    ['2026-12-08', 'month', '2026-12'],
    ['2026-12-31', 'month', '2026-12'],
    ['2026-12-01', 'quarter', '2026-Q4'],
    ['2026-10-08', 'quarter', '2026-Q3'],
    ['2026-10-31', 'quarter', '2026-Q4'],
    ['2026-07-01', 'half-year', '2026-H1'],
    ['2026-07-31', 'half-year', '2026-H2'],
    ['2026-01-05', 'month', '2025-12'],
    ['2026-01-08', 'month', '2025-12'],
    ['2026-01-09', 'month', '2026-01'],
    ['2026-01-05', 'year', '2025'],
    ['2026-01-31', 'year', '2025'],
    ['2026-02-01', 'year', '2026'],
  ])('on %s for a %s is %s', (today, every, period) => {
    expect(meantPeriod(state, every, { today, calendar })).toBe(period);
  });

  it('follows the days that the unit has set', () => {
    const unit = booksOf(edit('unit', 'unit', { ratingDueDays: 10 }));
    expect(closingOf(unit, 'month', { today: '2026-12-14', calendar })).toEqual({
      period: '2026-11',
      due: '2026-12-14',
    });
    expect(closingOf(unit, 'month', { today: '2026-12-15', calendar })).toBeUndefined();
  });
});
