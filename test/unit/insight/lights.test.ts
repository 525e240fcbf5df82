import { describe, expect, it } from 'vitest';
import { lightOf, lights } from '../../../shared/insight/lights';

const due = '2026-11-20';

describe('light', () => {
  it.each([
    { today: '2026-11-01', light: 'not-yet' },
    { today: '2026-11-14', light: 'not-yet' },
    { today: '2026-11-15', light: 'due-soon' },
    { today: '2026-11-20', light: 'due-soon' },
    { today: '2026-11-21', light: 'overdue' },
    { today: '2026-11-21', doneOn: '2026-11-20', light: 'done' },
    { today: '2026-11-22', doneOn: '2026-11-21', light: 'done-late' },
    // What is entered for a day to come has not happened yet.
    { today: '2026-11-01', doneOn: '2026-11-20', light: 'not-yet' },
    { today: '2026-12-01', notApplicable: true, light: 'not-applicable' },
    {
      today: '2026-12-01',
      notApplicable: true,
      doneOn: '2026-11-03',
      light: 'done',
    },
  ])('on $today, done $doneOn: $light', ({ light, ...about }) => {
    expect(lightOf({ due, soonDays: 5, ...about })).toBe(light);
    expect(lights).toContain(light);
  });

  it('warns of nothing in advance with no days of warning', () => {
    expect(lightOf({ due, soonDays: 0, today: '2026-11-19' })).toBe('not-yet');
    expect(lightOf({ due, soonDays: 0, today: due })).toBe('due-soon');
  });
});
