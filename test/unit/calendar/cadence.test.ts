import {
  type Arbitrary,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  tuple,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Anchor,
  type Cadence,
  dueDay,
  type Every,
  eventDue,
  occurrences,
  type Span,
} from '../../../shared/calendar/cadence';
import { addDays, compare, dayFromNumber, dayNumber } from '../../../shared/calendar/day';
import { isInPeriod, parsePeriod, periodRange } from '../../../shared/calendar/period';
import { type Move, standardCalendar } from '../../../shared/calendar/workdays';

const calendar = standardCalendar();
const end: Anchor = { at: 'end' };
const span = (from: string, to: string, more: Partial<Span> = {}): Span => ({
  from,
  to,
  calendar,
  move: 'earlier',
  ...more,
});
/** Occurrences as `key due` lines. */
const lines = (cadence: Cadence, within: Span): string[] =>
  occurrences(cadence, within).map(({ key, due }) => `${key} ${due}`);

describe('a due day', () => {
  test.each<[string, Anchor, string, string]>([
    ['2026-01', end, '2026-01-30', '2026-01-30'],
    ['2026-02', end, '2026-02-28', '2026-02-28'],
    ['2026-10', end, '2026-10-30', '2026-10-30'],
    ['2024-02', end, '2024-02-29', '2024-02-29'],
    ['2026-Q1', end, '2026-03-31', '2026-03-31'],
    ['2026-H1', end, '2026-06-30', '2026-06-30'],
    ['2022', end, '2022-12-30', '2022-12-30'],
    ['2026-W53', end, '2027-01-01', '2027-01-01'],
    // A week wholly off is due on the first working day after it.
    ['2026-W08', end, '2026-02-24', '2026-02-24'],
    ['2026-10', { at: 'start', workday: 1 }, '2026-10-08', '2026-10-08'],
    ['2026-10', { at: 'start', workday: 5 }, '2026-10-13', '2026-10-13'],
    ['2026-11', { at: 'month-day', month: 1, day: 15 }, '2026-11-13', '2026-11-16'],
    ['2026-11', { at: 'month-day', month: 1, day: 23 }, '2026-11-23', '2026-11-23'],
    ['2026', { at: 'month-day', month: 2, day: 17 }, '2026-02-14', '2026-02-24'],
    ['2026', { at: 'month-day', month: 1, day: 'end' }, '2026-01-30', '2026-01-30'],
    ['2024', { at: 'month-day', month: 2, day: 31 }, '2024-02-29', '2024-02-29'],
    ['2026', { at: 'month-day', month: 2, day: 30 }, '2026-02-28', '2026-02-28'],
    // Neither rule leaves the period.
    ['2026-Q4', { at: 'month-day', month: 1, day: 5 }, '2026-10-08', '2026-10-08'],
    ['2026', { at: 'month-day', month: 1, day: 1 }, '2026-01-04', '2026-01-04'],
    ['2022', { at: 'month-day', month: 12, day: 31 }, '2022-12-30', '2022-12-30'],
    // Anchors past the end of the period.
    ['2026-Q2', { at: 'month-day', month: 9, day: 10 }, '2026-06-10', '2026-06-10'],
    ['2026-W47', { at: 'month-day', month: 1, day: 5 }, '2026-11-20', '2026-11-20'],
  ])('in %s at %j is %s or %s', (period, anchor, earlier, later) => {
    expect(dueDay(period, anchor, calendar, 'earlier')).toBe(earlier);
    expect(dueDay(period, anchor, calendar, 'later')).toBe(later);
  });

  test.each([
    ['2026-11-23', 10, '2026-12-07'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-12-25', 10, '2027-01-08'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('of an event on %s within %i working days is %s', (event, workdays, expected) => {
    expect(eventDue(event, workdays, calendar)).toBe(expected);
  });
});

describe('occurrences', () => {
  test.each<[string, Cadence, Span, string[]]>([
    [
      'a month, across the year end',
      { type: 'every', every: 'month', due: end },
      span('2025-11-30', '2026-02-28'),
      ['2025-12 2025-12-31', '2026-01 2026-01-30', '2026-02 2026-02-28'],
    ],
    [
      'the first days of a month',
      { type: 'every', every: 'month', due: { at: 'start', workday: 5 } },
      span('2026-09-01', '2026-10-31'),
      ['2026-09 2026-09-07', '2026-10 2026-10-13'],
    ],
    [
      'a week, across week 53 and into a year without a table',
      { type: 'every', every: 'week', due: end },
      span('2026-12-24', '2027-01-08'),
      ['2026-W52 2026-12-25', '2026-W53 2027-01-01', '2027-W01 2027-01-08'],
    ],
    [
      'a week, across Spring Festival',
      { type: 'every', every: 'week', due: end },
      span('2026-02-09', '2026-02-28'),
      ['2026-W07 2026-02-14', '2026-W08 2026-02-24', '2026-W09 2026-02-28'],
    ],
    [
      'a week wholly off, asked about after it',
      { type: 'every', every: 'week', due: end },
      span('2026-02-23', '2026-02-25'),
      ['2026-W08 2026-02-24'],
    ],
    [
      'a quarter that starts with National Day',
      { type: 'every', every: 'quarter', due: { at: 'month-day', month: 1, day: 5 } },
      span('2026-07-01', '2026-12-31'),
      ['2026-Q3 2026-07-03', '2026-Q4 2026-10-08'],
    ],
    [
      'a half-year',
      { type: 'automatic', every: 'half-year', due: end },
      span('2026-01-01', '2026-12-31'),
      ['2026-H1 2026-06-30', '2026-H2 2026-12-31'],
    ],
    [
      'a standing item',
      { type: 'standing', reviewed: 'year', due: end },
      span('2022-01-01', '2024-12-31'),
      ['2022 2022-12-30', '2023 2023-12-29', '2024 2024-12-31'],
    ],
    [
      'twice a year',
      { type: 'times', every: 'year', times: 2, due: { at: 'month-day', month: 9, day: 20 } },
      span('2026-01-01', '2026-12-31'),
      ['2026#1 2026-07-01', '2026#2 2026-09-20'],
    ],
    [
      'four times a quarter, none after the anchor',
      { type: 'times', every: 'quarter', times: 4, due: { at: 'month-day', month: 2, day: 10 } },
      span('2026-01-01', '2026-03-31'),
      [
        '2026-Q1#1 2026-01-22',
        '2026-Q1#2 2026-02-10',
        '2026-Q1#3 2026-02-10',
        '2026-Q1#4 2026-02-10',
      ],
    ],
    [
      'once in a period, though written as times',
      { type: 'times', every: 'month', times: 1, due: end },
      span('2026-11-01', '2026-11-30'),
      ['2026-11 2026-11-30'],
    ],
    [
      'more often than there are days',
      { type: 'times', every: 'week', times: 8, due: end },
      span('2026-11-23', '2026-11-24'),
      ['2026-W48#1 2026-11-23', '2026-W48#2 2026-11-23', '2026-W48#3 2026-11-24'],
    ],
    ['an event', { type: 'event', workdays: 10 }, span('2026-01-01', '2026-12-31'), []],
    [
      'once',
      { type: 'once', date: '2026-11-01' },
      span('2026-10-01', '2026-10-31'),
      ['2026-11-01 2026-10-30'],
    ],
    [
      'once, later',
      { type: 'once', date: '2026-11-01' },
      span('2026-11-01', '2026-11-30', { move: 'later' }),
      ['2026-11-01 2026-11-02'],
    ],
    ['once, elsewhere', { type: 'once', date: '2026-11-01' }, span('2026-11-03', '2026-12-31'), []],
    [
      'from the middle of a year',
      { type: 'every', every: 'quarter', due: end },
      span('2026-01-01', '2026-12-31', { since: '2026-07-15' }),
      ['2026-Q3 2026-09-30', '2026-Q4 2026-12-31'],
    ],
    [
      'from the day it is due on',
      { type: 'every', every: 'quarter', due: end },
      span('2026-01-01', '2026-06-30', { since: '2026-03-31' }),
      ['2026-Q1 2026-03-31', '2026-Q2 2026-06-30'],
    ],
    [
      'until the middle of a year',
      { type: 'every', every: 'quarter', due: end },
      span('2026-01-01', '2026-12-31', { until: '2026-06-30' }),
      ['2026-Q1 2026-03-31', '2026-Q2 2026-06-30'],
    ],
    [
      'never, if ended before it began',
      { type: 'every', every: 'week', due: end },
      span('2026-01-01', '2026-12-31', { since: '2026-07-01', until: '2026-06-30' }),
      [],
    ],
    [
      'a span that ends before it starts',
      { type: 'every', every: 'month', due: end },
      span('2026-02-01', '2026-01-01'),
      [],
    ],
  ])('%s', (_, cadence, within, expected) => {
    expect(lines(cadence, within)).toEqual(expected);
  });

  test('say for which period they are owed and when it opens and closes', () => {
    const month: Cadence = { type: 'times', every: 'month', times: 2, due: end };
    expect(occurrences(month, span('2026-11-01', '2026-11-30'))).toEqual([
      {
        key: '2026-11#1',
        period: '2026-11',
        opens: '2026-11-01',
        closes: '2026-11-30',
        due: '2026-11-13',
      },
      {
        key: '2026-11#2',
        period: '2026-11',
        opens: '2026-11-01',
        closes: '2026-11-30',
        due: '2026-11-30',
      },
    ]);
    const once: Cadence = { type: 'once', date: '2026-11-01' };
    expect(occurrences(once, span('2026-10-01', '2026-11-30'))).toEqual([
      {
        key: '2026-11-01',
        period: '2026-10',
        opens: '2026-10-01',
        closes: '2026-10-31',
        due: '2026-10-30',
      },
    ]);
  });

  // Every rule, over what calendars are hard about. Spring Festival 2026 is off from 15 to 23
  // February, with Saturday 14 and Saturday 28 worked instead; that of 2024 from 10 to 17 February.
  test.each<[string, Cadence, Span, string[]]>([
    [
      'weekly over a year end, where 1 January is the last working day of no week',
      { type: 'every', every: 'week', due: end },
      span('2025-12-22', '2026-01-11'),
      ['2025-W52 2025-12-26', '2026-W01 2026-01-04', '2026-W02 2026-01-09'],
    ],
    [
      'monthly on the 15th, which Spring Festival moves before it',
      { type: 'every', every: 'month', due: { at: 'month-day', month: 1, day: 15 } },
      span('2026-01-01', '2026-03-31'),
      ['2026-01 2026-01-15', '2026-02 2026-02-14', '2026-03 2026-03-13'],
    ],
    [
      'monthly on the 15th, moved to the day after it',
      { type: 'every', every: 'month', due: { at: 'month-day', month: 1, day: 15 } },
      span('2026-01-01', '2026-03-31', { move: 'later' }),
      ['2026-01 2026-01-15', '2026-02 2026-02-24', '2026-03 2026-03-16'],
    ],
    [
      'monthly, its end a Saturday that is worked instead',
      { type: 'every', every: 'month', due: end },
      span('2026-02-01', '2026-02-28'),
      ['2026-02 2026-02-28'],
    ],
    [
      'monthly on the 29th, in a leap year and the year after',
      { type: 'every', every: 'month', due: { at: 'month-day', month: 1, day: 29 } },
      span('2024-02-01', '2025-02-28'),
      [
        '2024-02 2024-02-29',
        '2024-03 2024-03-29',
        '2024-04 2024-04-29',
        '2024-05 2024-05-29',
        '2024-06 2024-06-28',
        '2024-07 2024-07-29',
        '2024-08 2024-08-29',
        '2024-09 2024-09-29',
        '2024-10 2024-10-29',
        '2024-11 2024-11-29',
        '2024-12 2024-12-27',
        '2025-01 2025-01-27',
        '2025-02 2025-02-28',
      ],
    ],
    [
      'quarterly over a year end',
      { type: 'every', every: 'quarter', due: end },
      span('2025-12-01', '2026-03-31'),
      ['2025-Q4 2025-12-31', '2026-Q1 2026-03-31'],
    ],
    [
      'half-yearly over a year end that is a Saturday',
      { type: 'every', every: 'half-year', due: end },
      span('2022-06-01', '2023-06-30'),
      ['2022-H1 2022-06-30', '2022-H2 2022-12-30', '2023-H1 2023-06-30'],
    ],
    [
      'yearly on leap day, and in the years without one',
      { type: 'every', every: 'year', due: { at: 'month-day', month: 2, day: 29 } },
      span('2024-01-01', '2026-12-31'),
      ['2024 2024-02-29', '2025 2025-02-28', '2026 2026-02-28'],
    ],
    [
      'thrice a year, shared out evenly',
      { type: 'times', every: 'year', times: 3, due: end },
      span('2026-01-01', '2026-12-31'),
      ['2026#1 2026-04-30', '2026#2 2026-08-31', '2026#3 2026-12-31'],
    ],
    [
      'twice a month, the share of Spring Festival moved before it',
      { type: 'times', every: 'month', times: 2, due: end },
      span('2026-02-01', '2026-02-28'),
      ['2026-02#1 2026-02-14', '2026-02#2 2026-02-28'],
    ],
    [
      'standing, looked through half-yearly',
      { type: 'standing', reviewed: 'half-year', due: { at: 'month-day', month: 6, day: 20 } },
      span('2026-01-01', '2026-12-31'),
      ['2026-H1 2026-06-18', '2026-H2 2026-12-18'],
    ],
    [
      'automatic every month, over a year end',
      { type: 'automatic', every: 'month', due: { at: 'start', workday: 3 } },
      span('2025-12-15', '2026-02-28'),
      ['2026-01 2026-01-06', '2026-02 2026-02-04'],
    ],
    [
      'once, in the middle of Spring Festival',
      { type: 'once', date: '2026-02-18' },
      span('2026-01-01', '2026-12-31'),
      ['2026-02-18 2026-02-14'],
    ],
    [
      'once, in the middle of Spring Festival, later',
      { type: 'once', date: '2026-02-18' },
      span('2026-01-01', '2026-12-31', { move: 'later' }),
      ['2026-02-18 2026-02-24'],
    ],
    [
      'a week added on its Wednesday',
      { type: 'every', every: 'week', due: end },
      span('2026-06-29', '2026-07-19', { since: '2026-07-08' }),
      ['2026-W28 2026-07-10', '2026-W29 2026-07-17'],
    ],
    [
      'a year added in its middle is owed still, if it is due after',
      { type: 'every', every: 'year', due: end },
      span('2026-01-01', '2026-12-31', { since: '2026-07-01' }),
      ['2026 2026-12-31'],
    ],
    [
      'a year added in its middle is not owed, if it was due before',
      { type: 'every', every: 'year', due: { at: 'month-day', month: 1, day: 'end' } },
      span('2026-01-01', '2027-01-31', { since: '2026-07-01' }),
      ['2027 2027-01-29'],
    ],
    [
      'a year that can be done until the end of the January after',
      { type: 'every', every: 'year', due: { at: 'month-after' } },
      span('2026-01-01', '2027-01-31'),
      ['2025 2026-01-30', '2026 2027-01-29'],
    ],
    [
      'twice a year added between the two: only the second',
      { type: 'times', every: 'year', times: 2, due: end },
      span('2026-01-01', '2026-12-31', { since: '2026-09-01' }),
      ['2026#2 2026-12-31'],
    ],
  ])('%s', (_, cadence, within, expected) => {
    expect(lines(cadence, within)).toEqual(expected);
  });

  test.each<[string, Cadence, number]>([
    ['weekly', { type: 'every', every: 'week', due: end }, 6],
    ['monthly', { type: 'every', every: 'month', due: end }, 1],
    ['quarterly', { type: 'every', every: 'quarter', due: end }, 1],
    ['half-yearly', { type: 'every', every: 'half-year', due: end }, 0],
    ['twice a month', { type: 'times', every: 'month', times: 2, due: end }, 3],
    ['automatic', { type: 'automatic', every: 'month', due: end }, 1],
    ['standing', { type: 'standing', reviewed: 'quarter', due: end }, 1],
    ['once', { type: 'once', date: '2026-10-03' }, 1],
  ])('%s: a computer off for 40 days loses none and piles none up', (_, cadence, count) => {
    const off = span('2026-09-15', '2026-10-24');
    const daily = Array.from({ length: 40 }, (_day, n) => addDays('2026-09-15', n));
    const eachDay = daily.flatMap((day) => lines(cadence, span(day, day)));
    expect(lines(cadence, off)).toEqual(eachDay);
    expect(new Set(eachDay).size).toBe(count);
  });
});

const everies: Every[] = ['week', 'month', 'quarter', 'half-year', 'year'];
const every = constantFrom(...everies);
const move = constantFrom<Move>('earlier', 'later');
const anchor: Arbitrary<Anchor> = oneof(
  constant(end),
  record({ at: constant('start' as const), workday: integer({ min: 1, max: 30 }) }),
  record({
    at: constant('month-day' as const),
    month: integer({ min: 1, max: 12 }),
    day: oneof(integer({ min: 1, max: 31 }), constant('end' as const)),
  }),
);
const rhythm: Arbitrary<Exclude<Cadence, { type: 'event' | 'once' }>> = oneof(
  record({ type: constantFrom('every' as const, 'automatic' as const), every, due: anchor }),
  record({ type: constant('standing' as const), reviewed: every, due: anchor }),
  record({
    type: constant('times' as const),
    every,
    times: integer({ min: 1, max: 12 }),
    due: anchor,
  }),
);
const day = integer({ min: dayNumber('2018-01-01'), max: dayNumber('2028-12-31') }).map(
  dayFromNumber,
);
const twoDays = tuple(day, integer({ min: 0, max: 900 })).map(
  ([from, days]) => [from, addDays(from, days)] as const,
);

describe('whatever the cadence', () => {
  test('occurrences are ordered, unique and due on working days of the span', () => {
    assert(
      property(rhythm, twoDays, move, (cadence, [from, to], where) => {
        const found = occurrences(cadence, span(from, to, { move: where }));
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        const dues = found.map(({ due }) => due);
        expect(dues).toEqual(dues.toSorted(compare));
        for (const due of dues)
          expect(due >= from && due <= to && calendar.isWorkday(due)).toBe(true);
      }),
    );
  });

  test('they are due in the period that they are owed for, where that has a working day', () => {
    assert(
      property(rhythm, twoDays, move, (cadence, [from, to], where) => {
        for (const { period, opens, due } of occurrences(
          cadence,
          span(from, to, { move: where }),
        )) {
          const { first, last } = periodRange(period);
          expect(opens).toBe(first);
          expect(isInPeriod(due, period)).toBe(calendar.move(first, 'later') <= last);
          expect(due >= opens).toBe(true);
        }
      }),
    );
  });

  test('they do not depend on how the span is cut', () => {
    assert(
      property(rhythm, twoDays, integer({ min: 0, max: 900 }), move, (cadence, days, at, where) => {
        const [from, to] = days;
        const cut = addDays(from, at);
        const middle = cut < to ? cut : to;
        const whole = occurrences(cadence, span(from, to, { move: where }));
        const before = occurrences(cadence, span(from, middle, { move: where }));
        const after = occurrences(cadence, span(addDays(middle, 1), to, { move: where }));
        expect([...before, ...after]).toEqual(whole);
      }),
    );
  });

  test('every period of a long span is owed as often as the cadence says', () => {
    assert(
      property(rhythm, move, (cadence, where) => {
        const found = occurrences(cadence, span('2019-12-01', '2026-01-31', { move: where }));
        const perPeriod = cadence.type === 'times' ? cadence.times : 1;
        const of2020to2025 = found.filter(({ period }) => {
          const { year } = parsePeriod(period);
          return year >= 2020 && year <= 2025;
        });
        const length = cadence.type === 'standing' ? cadence.reviewed : cadence.every;
        // ISO years 2020 to 2025: 53 weeks, then five times 52.
        const periods = { week: 313, month: 72, quarter: 24, 'half-year': 12, year: 6 }[length];
        expect(of2020to2025).toHaveLength(periods * perPeriod);
      }),
    );
  });

  test('since and until leave out what is due before and after', () => {
    assert(
      property(rhythm, twoDays, day, boolean(), (cadence, [from, to], limit, isSince) => {
        const whole = occurrences(cadence, span(from, to));
        const limits = isSince ? { since: limit } : { until: limit };
        expect(occurrences(cadence, span(from, to, limits))).toEqual(
          whole.filter(({ due }) => (isSince ? due >= limit : due <= limit)),
        );
      }),
    );
  });
});
