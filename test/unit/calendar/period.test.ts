import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayFromNumber, dayNumber, weekday } from '../../../shared/calendar/day';
import {
  type Every,
  isInPeriod,
  isPeriod,
  monthsOf,
  nextPeriod,
  parsePeriod,
  periodLabel,
  periodOf,
  periodRange,
  periodsBetween,
  previousPeriod,
} from '../../../shared/calendar/period';

const everies: Every[] = ['week', 'month', 'quarter', 'half-year', 'year'];
const every = constantFrom(...everies);
const day = integer({ min: dayNumber('1900-01-01'), max: dayNumber('2200-12-31') }).map(
  dayFromNumber,
);

describe('the periods of a day', () => {
  test.each([
    ['2026-11-23', '2026-W48', '2026-11', '2026-Q4', '2026-H2', '2026'],
    ['2026-06-30', '2026-W27', '2026-06', '2026-Q2', '2026-H1', '2026'],
    ['2026-07-01', '2026-W27', '2026-07', '2026-Q3', '2026-H2', '2026'],
    ['2024-02-29', '2024-W09', '2024-02', '2024-Q1', '2024-H1', '2024'],
    // The year of an ISO week is that of its Thursday.
    ['2027-01-03', '2026-W53', '2027-01', '2027-Q1', '2027-H1', '2027'],
    ['2027-01-04', '2027-W01', '2027-01', '2027-Q1', '2027-H1', '2027'],
    ['2024-12-30', '2025-W01', '2024-12', '2024-Q4', '2024-H2', '2024'],
    ['2021-01-01', '2020-W53', '2021-01', '2021-Q1', '2021-H1', '2021'],
    ['2023-01-01', '2022-W52', '2023-01', '2023-Q1', '2023-H1', '2023'],
    ['0026-11-03', '0026-W45', '0026-11', '0026-Q4', '0026-H2', '0026'],
  ])('%s', (on, ...expected) => {
    expect(everies.map((length) => periodOf(on, length))).toEqual(expected);
  });

  test.each(['', '2026-02-29', '2026-11'])('%j has none', (text) => {
    for (const length of everies) expect(() => periodOf(text, length)).toThrow(RangeError);
  });
});

describe('a period', () => {
  test.each([
    ['2026-W01', '2025-12-29', '2026-01-04', '2025-W52', '2026-W02'],
    ['2026-W53', '2026-12-28', '2027-01-03', '2026-W52', '2027-W01'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-01', '2024-03'],
    ['2026-02', '2026-02-01', '2026-02-28', '2026-01', '2026-03'],
    ['2026-12', '2026-12-01', '2026-12-31', '2026-11', '2027-01'],
    ['2026-Q1', '2026-01-01', '2026-03-31', '2025-Q4', '2026-Q2'],
    ['2026-H2', '2026-07-01', '2026-12-31', '2026-H1', '2027-H1'],
    ['2024', '2024-01-01', '2024-12-31', '2023', '2025'],
  ])('%s is %s to %s, between %s and %s', (period, first, last, before, after) => {
    expect(periodRange(period)).toEqual({ first, last });
    expect(previousPeriod(period)).toBe(before);
    expect(nextPeriod(period)).toBe(after);
    expect(isInPeriod(first, period) && isInPeriod(last, period)).toBe(true);
    expect(isInPeriod(addDays(first, -1), period)).toBe(false);
    expect(isInPeriod(addDays(last, 1), period)).toBe(false);
  });

  test('the last writable month and year have an end', () => {
    expect(periodRange('9999-12').last).toBe('9999-12-31');
    expect(periodRange('9999').last).toBe('9999-12-31');
    expect(periodsBetween('9999-11-30', '9999-12-31', 'month')).toEqual(['9999-11', '9999-12']);
    expect(() => nextPeriod('9999-12')).toThrow(RangeError);
    expect(() => previousPeriod('0000-Q1')).toThrow(RangeError);
    expect(previousPeriod('0100')).toBe('0099');
  });

  test.each([
    '',
    '26',
    '2026-0',
    '2026-00',
    '2026-13',
    '2026-1',
    '2026-W00',
    '2026-W54',
    '2025-W53',
    '2026-W1',
    '2026-Q0',
    '2026-Q5',
    '2026-H3',
    '2026-h1',
    '2026-11-23',
    '2026-11#1',
    ' 2026',
    '2026\n',
  ])('%j is none', (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(() => parsePeriod(text)).toThrow(RangeError);
    expect(() => periodRange(text)).toThrow(RangeError);
    expect(() => periodLabel(text, 'zh')).toThrow(RangeError);
  });

  test('a year has week 53 exactly where 28 December is in it', () => {
    for (let year = 1900; year <= 2200; year += 1) {
      expect(isPeriod(`${year}-W53`)).toBe(periodOf(`${year}-12-28`, 'week') === `${year}-W53`);
    }
  });

  test('holds the days that are its own, and no other period does', () => {
    assert(
      property(day, every, (on, length) => {
        const period = periodOf(on, length);
        const { first, last } = periodRange(period);
        expect(isPeriod(period)).toBe(true);
        expect(first <= on && on <= last).toBe(true);
        expect([periodOf(first, length), periodOf(last, length)]).toEqual([period, period]);
        expect(periodRange(nextPeriod(period)).first).toBe(addDays(last, 1));
        expect(previousPeriod(nextPeriod(period))).toBe(period);
        expect(nextPeriod(period) > period).toBe(true);
        expect(parsePeriod(period).every).toBe(length);
        if (length === 'week') expect([weekday(first), weekday(last)]).toEqual([1, 7]);
      }),
    );
  });
});

describe('the periods between two days', () => {
  test.each<[Every, string, string, string[]]>([
    ['month', '2026-11-30', '2027-02-01', ['2026-11', '2026-12', '2027-01', '2027-02']],
    ['week', '2026-12-27', '2027-01-04', ['2026-W52', '2026-W53', '2027-W01']],
    ['quarter', '2026-03-31', '2026-04-01', ['2026-Q1', '2026-Q2']],
    ['half-year', '2026-01-01', '2026-06-30', ['2026-H1']],
    ['year', '2026-05-05', '2026-05-05', ['2026']],
    ['month', '2026-05-06', '2026-05-05', []],
  ])('%s from %s to %s', (length, first, last, expected) => {
    expect(periodsBetween(first, last, length)).toEqual(expected);
  });
});

test.each([
  ['2026-11', ['2026-11']],
  ['2026-Q4', ['2026-10', '2026-11', '2026-12']],
  ['2026-H1', ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']],
  ['2026-W53', ['2026-12']],
])('the months of %s', (period, expected) => {
  expect(monthsOf(period)).toEqual(expected);
});

test('a year has twelve months, in order', () => {
  const months = monthsOf('2026');
  expect(months).toHaveLength(12);
  expect([months[0], months[11]]).toEqual(['2026-01', '2026-12']);
});

test.each([
  ['2026-W05', '2026年第5周', 'Week 5, 2026'],
  ['2026-11', '2026年11月', 'November 2026'],
  ['2026-01', '2026年1月', 'January 2026'],
  ['2026-Q4', '2026年第四季度', 'Q4 2026'],
  ['2026-H1', '2026年上半年', 'H1 2026'],
  ['2026-H2', '2026年下半年', 'H2 2026'],
  ['2026', '2026年', '2026'],
])('%s reads %s, %s', (period, zh, en) => {
  expect(periodLabel(period, 'zh')).toBe(zh);
  expect(periodLabel(period, 'en')).toBe(en);
});
