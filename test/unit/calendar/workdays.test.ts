import { readdirSync, readFileSync } from 'node:fs';
import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayFromNumber, dayNumber, weekday } from '../../../shared/calendar/day';
import { bundledHolidays, holidayTableSchema } from '../../../shared/calendar/holidays';
import { periodsBetween } from '../../../shared/calendar/period';
import { standardCalendar, workCalendar } from '../../../shared/calendar/workdays';

const calendar = standardCalendar();
const tables = bundledHolidays();
const day = integer({ min: dayNumber('2003-06-01'), max: dayNumber('2029-12-31') }).map(
  dayFromNumber,
);

describe('the bundled tables', () => {
  test('cover 2004 to 2026 and keep to their shape', () => {
    expect(tables.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, n) => 2004 + n));
    for (const table of tables) expect(holidayTableSchema.parse(table)).toEqual(table);
  });

  test('say the same as the package that they were made from', () => {
    const folder = 'node_modules/chinese-days/dist/years';
    const years = readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name));
    const source = years.sort().map((name) => {
      const { holidays, workdays } = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
      return { off: Object.keys(holidays).sort(), work: Object.keys(workdays).sort() };
    });
    expect(tables.map(({ off, work }) => ({ off, work }))).toEqual(source);
  });

  // Working days of 2025 and 2026: 365 days less weekends and holidays, plus days worked instead.
  test.each([
    ['2025', 248],
    ['2026', 248],
  ])('%s has %i working days', (year, expected) => {
    let count = 0;
    for (let on = `${year}-01-01`; on.startsWith(year); on = addDays(on, 1)) {
      if (calendar.isWorkday(on)) count += 1;
    }
    expect(count).toBe(expected);
  });
});

describe('working days', () => {
  test.each([
    // Spring Festival 2026: off from 15 to 23 February, worked on two Saturdays instead.
    ['2026-02-13', true],
    ['2026-02-14', true],
    ['2026-02-15', false],
    ['2026-02-16', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-02-28', true],
    // National Day 2026: a Sunday before and a Saturday after are worked.
    ['2026-09-20', true],
    ['2026-09-30', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    // New Year: the Sunday after is worked.
    ['2026-01-02', false],
    ['2026-01-04', true],
    // Days worked at the end of the year before.
    ['2006-12-30', true],
    ['2007-12-31', false],
    ['2018-12-29', true],
    // The lengthened Spring Festival of 2020.
    ['2020-01-31', false],
    ['2026-11-23', true],
    ['2026-11-22', false],
  ])('%s: %s', (on, expected) => {
    expect(calendar.isWorkday(on)).toBe(expected);
  });

  test.each([
    ['2026-02-14', '2026-02-13', '2026-02-24'],
    ['2026-02-18', '2026-02-14', '2026-02-24'],
    ['2026-10-08', '2026-09-30', '2026-10-09'],
    ['2026-11-23', '2026-11-20', '2026-11-24'],
    ['2025-12-31', '2025-12-30', '2026-01-04'],
  ])('next to %s are %s and %s', (on, before, after) => {
    expect(calendar.previousWorkday(on)).toBe(before);
    expect(calendar.nextWorkday(on)).toBe(after);
  });

  test.each([
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-02-15', 1, '2026-02-24'],
    ['2026-10-08', -2, '2026-09-29'],
    ['2026-09-28', 10, '2026-10-16'],
    ['2025-12-29', 5, '2026-01-06'],
    ['2026-10-03', 0, '2026-10-03'],
  ])('%s and %i working days is %s', (on, count, expected) => {
    expect(calendar.addWorkdays(on, count)).toBe(expected);
  });

  test.each([
    ['2026-10-31', '2026-10-30', '2026-11-02'],
    ['2026-02-17', '2026-02-14', '2026-02-24'],
    ['2026-02-28', '2026-02-28', '2026-02-28'],
    ['2026-01-01', '2025-12-31', '2026-01-04'],
  ])('%s moves to %s or %s', (on, earlier, later) => {
    expect(calendar.move(on, 'earlier')).toBe(earlier);
    expect(calendar.move(on, 'later')).toBe(later);
  });

  test.each([
    ['2026-01', '2026-01-30'],
    ['2026-02', '2026-02-28'],
    ['2026-05', '2026-05-29'],
    ['2026-10', '2026-10-30'],
    ['2024-02', '2024-02-29'],
    ['2026-W40', '2026-09-30'],
    // The whole week is off.
    ['2026-W08', '2026-02-24'],
  ])('the last of %s is %s', (period, expected) => {
    expect(calendar.lastWorkday(period)).toBe(expected);
  });

  test.each([
    ['2026-10', 1, '2026-10-08'],
    ['2026-10', 3, '2026-10-10'],
    ['2026-10', 5, '2026-10-13'],
    ['2026-02', 5, '2026-02-06'],
    ['2026-01', 1, '2026-01-04'],
    ['2026-11', 99, '2026-11-30'],
    ['2026-W08', 1, '2026-02-24'],
    ['2026-W08', 3, '2026-02-24'],
  ])('in %s, number %i is %s', (period, count, expected) => {
    expect(calendar.nthWorkday(period, count)).toBe(expected);
  });

  test('a count past the end of a month stops at its last working day', () => {
    for (const month of periodsBetween('2004-01-01', '2028-12-31', 'month')) {
      expect(calendar.nthWorkday(month, 40)).toBe(calendar.lastWorkday(month));
    }
  });

  test('move lands on the nearest working day and stays there', () => {
    assert(
      property(day, constantFrom('earlier' as const, 'later' as const), (on, where) => {
        const moved = calendar.move(on, where);
        expect(calendar.isWorkday(moved)).toBe(true);
        expect(calendar.move(moved, where)).toBe(moved);
        expect(where === 'earlier' ? moved <= on : moved >= on).toBe(true);
        const step = where === 'earlier' ? -1 : 1;
        for (let between = on; between !== moved; between = addDays(between, step)) {
          expect(calendar.isWorkday(between)).toBe(false);
        }
      }),
    );
  });

  test('adding working days is undone by taking them away', () => {
    assert(
      property(day, integer({ min: -60, max: 60 }), (on, count) => {
        const from = calendar.move(on, 'later');
        const to = calendar.addWorkdays(from, count);
        expect(calendar.isWorkday(to)).toBe(true);
        expect(calendar.addWorkdays(to, -count)).toBe(from);
      }),
    );
  });
});

describe('years without a table', () => {
  test('are told apart', () => {
    expect(calendar.lastYear).toBe(2026);
    expect([2003, 2004, 2026, 2027].map((year) => calendar.known(year))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const empty = workCalendar([]);
    expect(empty.lastYear).toBeUndefined();
    expect(empty.known(2026)).toBe(false);
  });

  test('count weekends only', () => {
    expect(calendar.isWorkday('2027-10-01')).toBe(true);
    for (let on = '2027-01-01'; on <= '2028-12-31'; on = addDays(on, 1)) {
      expect(calendar.isWorkday(on)).toBe(weekday(on) <= 5);
    }
  });
});

describe('a later notice', () => {
  const notice = {
    year: 2027,
    off: ['2027-01-01', '2027-01-02', '2027-01-03', '2026-12-31'],
    work: ['2026-12-27'],
  };

  test('extends the calendar, back into the December before', () => {
    const extended = workCalendar([holidayTableSchema.parse(notice), ...tables]);
    expect(extended.known(2027)).toBe(true);
    expect(extended.lastYear).toBe(2027);
    expect(extended.isWorkday('2026-12-27')).toBe(true);
    expect(extended.isWorkday('2026-12-31')).toBe(false);
    expect(extended.lastWorkday('2026-12')).toBe('2026-12-30');
    expect(extended.isWorkday('2026-10-01')).toBe(false);
  });

  test('overrules an earlier one on the same day, whatever their order', () => {
    const earlier = { year: 2026, off: [], work: ['2026-12-27'] };
    const later = { year: 2027, off: ['2026-12-27'], work: [] };
    expect(workCalendar([earlier, later]).isWorkday('2026-12-27')).toBe(false);
    expect(workCalendar([later, earlier]).isWorkday('2026-12-27')).toBe(false);
  });

  test.each([
    ['a day that does not exist', { ...notice, off: ['2027-02-29'] }],
    ['a day of another year', { ...notice, off: ['2028-01-01'] }],
    ['a day long before', { ...notice, off: ['2026-11-30'] }],
    ['a weekday as a day worked instead', { ...notice, work: ['2027-01-04'] }],
    ['a day both off and worked', { ...notice, work: ['2027-01-02'] }],
    ['a year in words', { ...notice, year: '2027' }],
    ['a missing list', { year: 2027, off: [] }],
    ['an unknown field', { ...notice, note: '' }],
  ])('is refused with %s', (_, table) => {
    expect(holidayTableSchema.safeParse(table).success).toBe(false);
  });
});
