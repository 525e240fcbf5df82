import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  compare,
  dayFromNumber,
  dayNumber,
  dayOf,
  daySchema,
  daysBetween,
  isDay,
  weekday,
} from '../../../shared/calendar/day';

/** Numbers of 0000-01-01 and 9999-12-31. */
const firstNumber = -719528;
const lastNumber = 2932896;
const numbers = integer({ min: firstNumber, max: lastNumber });

describe('a day', () => {
  test.each([
    ['2026-11-23', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['0026-11-03', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-1-1', false],
    ['26-11-23', false],
    ['2026-11-23T00:00', false],
    [' 2026-11-23', false],
    ['2026年11月23日', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
    expect(daySchema.safeParse(text).success).toBe(expected);
    if (!expected) expect(() => dayNumber(text)).toThrow(RangeError);
  });

  test('every number is one day and back, in the same order', () => {
    assert(
      property(numbers, numbers, (a, b) => {
        expect(dayNumber(dayFromNumber(a))).toBe(a);
        expect(isDay(dayFromNumber(a))).toBe(true);
        expect(compare(dayFromNumber(a), dayFromNumber(b))).toBe(Math.sign(a - b));
      }),
    );
  });

  test('ends with the years that can be written', () => {
    expect(dayFromNumber(firstNumber)).toBe('0000-01-01');
    expect(dayFromNumber(lastNumber)).toBe('9999-12-31');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0000-01-01', -1)).toThrow(RangeError);
  });
});

test.each([
  ['2025-12-31', 1, '2026-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2026-11-23', 0, '2026-11-23'],
  ['2024-01-01', 366, '2025-01-01'],
  ['0099-12-31', 1, '0100-01-01'],
])('%s and %i days is %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
  expect(daysBetween(day, expected)).toBe(days);
});

test.each([
  ['2026-11-23', 1],
  ['1970-01-01', 4],
  ['1969-12-31', 3],
  ['2024-02-29', 4],
  ['2026-02-15', 7],
])('%s is weekday %i', (day, expected) => {
  expect(weekday(day)).toBe(expected);
});

test.each([
  [2026, 13, 1, '2027-01-01'],
  [2026, 3, 0, '2026-02-28'],
  [2024, 3, 0, '2024-02-29'],
  [99, 2, 28, '0099-02-28'],
])('year %i, month %i, day %i is %s', (year, month, date, expected) => {
  expect(dayOf(year, month, date)).toBe(expected);
});
