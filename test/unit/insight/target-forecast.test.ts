import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetForecast, targetNeed } from '../../../shared/insight/target-forecast';
import type { FieldsOf } from '../../../shared/model/collections';
import { months, targetOf } from './target-books';

type Values = readonly (number | null)[];

function looking(fields: FieldsOf<'target'>, values: Values, month = '2026-10') {
  const { run, at } = targetOf(fields, values);
  const fulfilment = at(month);
  return { forecast: targetForecast(run, fulfilment), need: targetNeed(run, fulfilment) };
}

const total = { mode: 'cumulative', direction: 'more' } as const;
const point = { mode: 'point', direction: 'more' } as const;

describe('the year’s end is foreseen', () => {
  it.each([
    {
      what: 'a total at the rate of the plan: 90 of 100 planned, so 108 of 120',
      fields: { ...total, goal: 120 },
      values: months(9, 10),
      forecast: { method: 'rate', value: 108, isEnough: false },
    },
    {
      what: 'a missing month is not zero: eight months of 12.5 are 150 a year',
      fields: { ...total, goal: 120 },
      values: [...months(12.5, 4), null, null, ...months(12.5, 4)],
      forecast: { method: 'rate', value: 150, isEnough: true },
    },
    {
      what: 'a season planned by hand: all of it was planned by April, 80 of 100 came',
      fields: { ...total, goal: 100, spread: 'hand' as const, shares: [0, 0, 50, 50] },
      values: [0, 0, 40, 40],
      forecast: { method: 'rate', value: 80, isEnough: false },
    },
    {
      what: 'the plan has nothing so far: evenly',
      fields: { ...total, goal: 100, spread: 'hand' as const, shares: months(0, 11).concat(1) },
      values: [5, 5],
      forecast: { method: 'even', value: 60, isEnough: false },
    },
    {
      what: 'a ceiling that will be broken',
      fields: { mode: 'cumulative' as const, direction: 'less' as const, goal: 12 },
      values: months(2, 5),
      forecast: { method: 'rate', value: 24, isEnough: false },
    },
    {
      what: 'a point along its line: from 80 by 1 a month to 92',
      fields: { ...point, baseline: 80, goal: 90 },
      values: [81, 82, 83, 84],
      forecast: { method: 'trend', value: 92, isEnough: true },
    },
    {
      what: 'least squares: 1, 3, 2 rise by a half a month',
      fields: { ...point, goal: 6 },
      values: [1, 3, 2],
      forecast: { method: 'trend', value: 7, isEnough: true },
    },
    {
      what: 'the only value there is',
      fields: { ...point, goal: 6 },
      values: [null, 4],
      forecast: { method: 'last', value: 4, isEnough: false },
    },
    {
      what: 'without a goal nothing can be enough',
      fields: { ...point, goal: null },
      values: [null, 4],
      forecast: { method: 'last', value: 4, isEnough: null },
    },
    {
      what: 'a band, left by the trend',
      fields: { mode: 'point' as const, direction: 'band' as const, goal: 95, high: 105 },
      values: [100, 101, 102],
      forecast: { method: 'trend', value: 111, isEnough: false },
    },
    {
      what: 'judged by the goal that holds at the end',
      fields: {
        ...total,
        goal: 120,
        goalChanges: [{ month: '2026-12', goal: 100, high: null, grounds: '' }],
      },
      values: months(10, 10),
      forecast: { method: 'rate', isEnough: true },
    },
    { what: 'nothing measured', fields: { ...total, goal: 1 }, values: [], forecast: undefined },
  ])('$what', ({ fields, values, forecast }) => {
    const found = looking(fields, values).forecast;
    if (forecast) expect(found).toMatchObject(forecast);
    else expect(found).toBeUndefined();
  });

  it('once December is measured, it is final', () => {
    const { run, at } = targetOf({ ...total, goal: 120 }, months(11), '2026-12-31');
    expect(targetForecast(run, at('2026-12'))).toEqual({
      method: 'final',
      value: 132,
      isEnough: true,
    });
  });
});

describe('what is needed per month', () => {
  it.each([
    {
      what: 'the rest of a total over two months',
      fields: { ...total, goal: 120 },
      values: months(9, 10),
      need: { months: 2, atLeast: 15, atMost: null },
    },
    {
      what: 'nothing more, once it is reached',
      fields: { ...total, goal: 80 },
      values: months(9, 10),
      need: { months: 2, atLeast: null, atMost: null },
    },
    {
      what: 'what a ceiling leaves',
      fields: { mode: 'cumulative' as const, direction: 'less' as const, goal: 12 },
      values: months(1, 10),
      need: { months: 2, atLeast: null, atMost: 1 },
    },
    {
      what: 'a broken ceiling leaves nothing',
      fields: { mode: 'cumulative' as const, direction: 'less' as const, goal: 5 },
      values: months(1, 10),
      need: { months: 2, atLeast: null, atMost: 0 },
    },
    {
      what: 'a band of totals has both',
      fields: { direction: 'band' as const, goal: 100, high: 120 },
      values: months(9, 10),
      need: { months: 2, atLeast: 5, atMost: 15 },
    },
    {
      what: 'a point has to rise by so much a month',
      fields: { ...point, baseline: -6, goal: 6 },
      values: [...months(null, 9), 1],
      need: { months: 2, atLeast: 2.5, atMost: null },
    },
    {
      what: 'or to fall',
      fields: { mode: 'point' as const, direction: 'less' as const, goal: 0 },
      values: [...months(null, 9), 3],
      need: { months: 2, atLeast: -1.5, atMost: null },
    },
  ])('$what', ({ fields, values, need }) => {
    expect(looking(fields, values).need).toEqual(need);
  });

  it('nothing where no month is open', () => {
    const { run, at } = targetOf({ ...total, goal: 120 }, months(1), '2026-12-31');
    expect(targetNeed(run, at('2026-12'))).toBeUndefined();
  });
});

describe('whatever was measured', () => {
  const value = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: null });

  it('a total that gets what it needs every month reaches its goal', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 11 }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        (values, goal) => {
          const { need } = looking({ ...total, goal }, values, '2026-11');
          if (!need || need.atLeast === null) return;
          const { actual } = targetOf({ ...total, goal }, values).at('2026-11');
          expect((actual ?? 0) + need.atLeast * need.months).toBeCloseTo(goal, 3);
        },
      ),
    );
  });

  it('is foreseen never below what a growing total already has', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 11 }), (values) => {
        const { run, at } = targetOf({ ...total, goal: 100 }, values);
        const found = at('2026-11');
        const forecast = targetForecast(run, found);
        if (!forecast) return;
        expect(forecast.value).toBeGreaterThanOrEqual((found.actual ?? 0) * (1 - 1e-9));
      }),
    );
  });
});
