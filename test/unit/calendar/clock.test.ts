import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, clockShift, localDay, officeDay } from '../../../shared/calendar/clock';
import { isDay } from '../../../shared/calendar/day';

const noon = new Date(2026, 10, 23, 12, 34, 56);

test.each([
  ['2026-12-01', new Date(2026, 11, 1, 12, 34, 56)],
  ['2028-02-29', new Date(2028, 1, 29, 12, 34, 56)],
  ['2026-11-30T23:59', new Date(2026, 10, 30, 23, 59, 0)],
  ['2026-11-30T23:59:50', new Date(2026, 10, 30, 23, 59, 50)],
])('a clock that begins at %s runs on from there', (start, expected) => {
  const shift = clockShift(start, noon) ?? Number.NaN;
  const clock = clockOf(() => noon.getTime() + shift);
  expect(clock.now()).toEqual(expected);
  expect(clock.today()).toBe(start.slice(0, 10));
});

test.each([
  '',
  'today',
  '2026-2-1',
  '2026-02-29',
  '2026-11-31',
  '2026-11-30T24:00',
  '2026-11-30 10:00',
])('"%s" is no moment to begin at', (start) => {
  expect(clockShift(start, noon)).toBeUndefined();
});

test('the days to begin at are those of the calendar', () => {
  const two = (number: number): string => String(number).padStart(2, '0');
  const text = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33))
    .map(([year, month, day]) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
  fc.assert(
    fc.property(text, (day) => {
      expect(clockShift(day, noon) !== undefined).toBe(isDay(day));
    }),
    { examples: [['2026-02-29'], ['2024-02-29'], ['2026-11-31']] },
  );
});

test('the day of this PC follows its zone, the day of the office does not', () => {
  expect(localDay(new Date(2026, 10, 30, 23, 59))).toBe('2026-11-30');
  expect(localDay(new Date(2026, 11, 1, 0, 0))).toBe('2026-12-01');
  expect(officeDay('2026-11-30T15:59:59.000Z')).toBe('2026-11-30');
  expect(officeDay('2026-11-30T16:00:00.000Z')).toBe('2026-12-01');
  expect(officeDay('soon')).toBe('');
});
