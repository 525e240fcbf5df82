import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edit, recordOrDefault } from '../../../shared/changes/records';
import { targetFulfilment } from '../../../shared/insight/target-fulfilment';
import { sharesOf, targetRun } from '../../../shared/insight/target-run';
import { booksOf, idOf } from './books';
import { months, targetOf } from './target-books';

const lows = (fields: Parameters<typeof targetOf>[0]) =>
  targetOf(fields, []).run.plan.map((aim) => aim?.low ?? null);

describe('the plan of a year', () => {
  it.each([
    {
      what: 'evenly: a twelfth a month',
      fields: { goal: 120 },
      plan: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120],
    },
    {
      what: 'by hand: in proportion to what each month was given',
      fields: { goal: 100, spread: 'hand' as const, shares: [0, 0, 3, 4, 0, 0, 0, 0, 0, 3] },
      plan: [0, 0, 30, 70, 70, 70, 70, 70, 70, 100, 100, 100],
    },
    {
      what: 'by hand with nothing entered: evenly',
      fields: { goal: 12, spread: 'hand' as const, shares: [] },
      plan: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    },
    {
      what: 'a point from a negative baseline up over zero',
      fields: { goal: 6, baseline: -6, mode: 'point' as const },
      plan: [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6],
    },
    {
      what: 'the goal raised in July: the old plan until June, the rest from there',
      fields: {
        goal: 120,
        goalChanges: [{ month: '2026-07', goal: 180, high: null, grounds: '局务会' }],
      },
      plan: [10, 20, 30, 40, 50, 60, 80, 100, 120, 140, 160, 180],
    },
    {
      what: 'lowered in July and raised again in October, entered the other way round',
      fields: {
        goal: 120,
        goalChanges: [
          { month: '2026-10', goal: 99, high: null, grounds: '' },
          { month: '2026-07', goal: 90, high: null, grounds: '' },
        ],
      },
      plan: [10, 20, 30, 40, 50, 60, 65, 70, 75, 83, 91, 99],
    },
    {
      what: 'changed in January: as if it had always been so',
      fields: {
        goal: 120,
        goalChanges: [{ month: '2026-01', goal: 24, high: null, grounds: '' }],
      },
      plan: [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24],
    },
    { what: 'no goal, no plan', fields: { goal: null }, plan: months(null) },
  ])('$what', ({ fields, plan }) => {
    expect(lows(fields)).toEqual(plan);
  });

  it('by working days: February 2026 has 16, the year 248', () => {
    const shares = sharesOf({ spread: 'workdays', shares: [], year: 2026 });
    const days = shares.map((share, month) => Math.round((share - (shares[month - 1] ?? 0)) * 248));
    expect(days).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  });

  it('of a band: a corridor for totals, the band itself for points', () => {
    const band = { goal: 60, high: 120, direction: 'band' as const };
    expect(targetOf(band, []).run.plan[5]).toEqual({ low: 30, high: 60 });
    expect(targetOf({ ...band, mode: 'point' }, []).run.plan[5]).toEqual({ low: 60, high: 120 });
  });

  it('a band without its upper edge is not set', () => {
    expect(targetOf({ goal: 60, direction: 'band' }, [1]).at().state).toBe('no-data');
  });
});

describe('values as they run up', () => {
  it('totals add up over missing months, without dust', () => {
    const { run } = targetOf({ goal: 1 }, [0.1, null, 0.2]);
    expect(run.running.slice(0, 4)).toEqual([0.1, 0.1, 0.3, 0.3]);
  });

  it('points stay until the next', () => {
    const { run } = targetOf({ goal: 1, mode: 'point' }, [null, 5, null, 4]);
    expect(run.running.slice(0, 5)).toEqual([null, 5, 5, 4, 4]);
  });
});

describe('a band', () => {
  const point = { goal: 95, high: 105, direction: 'band' as const, mode: 'point' as const };
  it.each([
    ['inside', 100, 'on-track', 100],
    ['on its edge', 105, 'on-track', 100],
    ['above by 5 of 105', 110.25, 'behind', 95],
    ['below by a fifth', 76, 'behind', 80],
  ] as const)('of points, %s', (_what, value, state, percent) => {
    const found = targetOf(point, [null, value]).at();
    expect(found.state).toBe(state);
    expect(found.percent).toBeCloseTo(percent, 9);
  });

  it('is reached only when the year is over', () => {
    expect(targetOf(point, months(100), '2027-01-05').at('2026-12').state).toBe('reached');
    expect(targetOf(point, months(90), '2027-01-05').at('2026-12').state).toBe('overdue');
  });

  it('of totals: ahead of its corridor is as wrong as behind', () => {
    const total = { goal: 60, high: 120, direction: 'band' as const };
    expect(targetOf(total, [7], '2026-02-10').at('2026-01').state).toBe('on-track');
    expect(targetOf(total, [11], '2026-02-10').at('2026-01').state).toBe('behind');
    expect(targetOf(total, [4], '2026-02-10').at('2026-01').state).toBe('behind');
  });

  it('with edges below zero', () => {
    const cold = { ...point, goal: -10, high: -2 };
    expect(targetOf(cold, [-5]).at().state).toBe('on-track');
    expect(targetOf(cold, [1]).at()).toMatchObject({ state: 'behind', percent: 0 });
  });
});

describe('a goal that changes within the year', () => {
  const fields = {
    goal: 120,
    goalChanges: [{ month: '2026-07', goal: 180, high: null, grounds: '局务会' }],
  };
  it('is judged by what held in each month', () => {
    const { at } = targetOf(fields, months(12, 10));
    expect(at('2026-06')).toMatchObject({ goal: 120, expected: 60, actual: 72, state: 'on-track' });
    expect(at('2026-10')).toMatchObject({ goal: 180, expected: 140, actual: 120, state: 'behind' });
  });
});

describe('a goal other than more that changes within the year', () => {
  const change = (month: string, goal: number, high: number | null) => ({
    goalChanges: [{ month, goal, high, grounds: '局务会' }],
  });
  it.each([
    {
      what: 'a ceiling lowered in July below what is there is broken from then on',
      fields: { goal: 12, direction: 'less' as const, ...change('2026-07', 5, null) },
      values: months(1, 10),
      june: { goal: 12, state: 'on-track', percent: 100 },
      october: { goal: 5, state: 'behind', percent: 0 },
    },
    {
      what: 'a ceiling raised in July makes good again',
      fields: { goal: 5, direction: 'less' as const, ...change('2026-07', 24, null) },
      values: months(1, 10),
      june: { goal: 5, state: 'behind' },
      october: { goal: 24, state: 'on-track', percent: 100 },
    },
    {
      what: 'a band moved up in July',
      fields: {
        goal: 90,
        high: 100,
        direction: 'band' as const,
        mode: 'point' as const,
        ...change('2026-07', 100, 110),
      },
      values: months(95, 10),
      june: { goal: 90, aim: { low: 90, high: 100 }, state: 'on-track', percent: 100 },
      october: { goal: 100, aim: { low: 100, high: 110 }, state: 'behind', percent: 95 },
    },
  ])('$what', ({ fields, values, june, october }) => {
    const { at } = targetOf(fields, values);
    expect(at('2026-06')).toMatchObject(june);
    expect(at('2026-10')).toMatchObject(october);
  });
});

describe('a total above its ceiling', () => {
  it('stays behind: it cannot come back', () => {
    const { at } = targetOf({ goal: 10, direction: 'less' }, [11]);
    expect(at('2026-10').state).toBe('behind');
  });
});

describe('milestones', () => {
  const id = idOf(7);
  const one = (number: number, due: string, reached: string, weight = 1) =>
    edit('milestone', idOf(number), { target: id, name: `节点${number}`, due, reached, weight });
  const books = booksOf(
    edit('target', id, { name: '数字档案馆', year: 2026, kind: 'milestone' }),
    one(1, '2026-03-31', '2026-03-20'),
    one(2, '2026-06-30', '2026-07-15'),
    one(3, '2026-11-20', '', 2),
    one(4, '2026-12-20', ''),
  );
  const record = recordOrDefault(books, 'target', id);
  const at = (month: string, today: string) => targetFulfilment(books, record, { today, month });

  it.each([
    ['2026-02', '2026-11-23', 0, 0, 'on-track'],
    ['2026-03', '2026-11-23', 20, 20, 'on-track'],
    ['2026-06', '2026-11-23', 20, 40, 'behind'],
    ['2026-07', '2026-11-23', 40, 40, 'on-track'],
    ['2026-11', '2026-11-20', 40, 40, 'on-track'],
    ['2026-11', '2026-11-21', 40, 80, 'behind'],
    ['2026-12', '2027-01-02', 40, 100, 'overdue'],
  ])('in %s, seen on %s: %d%% of %d%% due, %s', (month, today, actual, expected, state) => {
    expect(at(month, today)).toMatchObject({ actual, expected, state, goal: 100, missing: [] });
  });

  it('one reached early does not hide one that is late', () => {
    const early = booksOf(
      edit('target', id, { year: 2026, kind: 'milestone' }),
      one(1, '2026-03-31', ''),
      one(2, '2026-12-20', '2026-02-01', 3),
    );
    const found = targetFulfilment(early, recordOrDefault(early, 'target', id), {
      today: '2026-04-02',
    });
    expect(found).toMatchObject({ actual: 75, expected: 25, state: 'behind' });
  });

  it('none yet: no data', () => {
    const empty = booksOf(edit('target', id, { year: 2026, kind: 'milestone' }));
    const run = targetRun(empty, recordOrDefault(empty, 'target', id), '2026-11-23');
    expect(run.aims[0]).toBeNull();
  });
});

it('the farther a value is from its band, the less its rate, and only within it is it whole', () => {
  const edge = fc.integer({ min: 1, max: 1_000 });
  fc.assert(
    fc.property(edge, edge, fc.nat(2_000), fc.nat(2_000), (one, other, value, by) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const band = { goal: other, high: one, direction: 'band', mode: 'point' } as const;
      const rate = (of: number) => targetOf(band, [of]).at().percent ?? Number.NaN;
      const isInside = value >= low && value <= high;
      expect(rate(value) === 100).toBe(isInside);
      expect(rate(value)).toBeGreaterThanOrEqual(0);
      if (isInside) return;
      const farther = value < low ? Math.max(0, value - by) : value + by;
      expect(rate(farther)).toBeLessThanOrEqual(rate(value));
    }),
  );
});

describe('whatever the spread', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 12 });
  const spread = fc.constantFrom('even', 'workdays', 'hand');
  const goal = fc.double({ min: -1e6, max: 1e6, noNaN: true });

  it('the shares never fall and end at the whole', () => {
    fc.assert(
      fc.property(spread, shares, fc.integer({ min: 2000, max: 2040 }), (by, parts, year) => {
        const found = sharesOf({ spread: by, shares: parts, year });
        expect(found).toHaveLength(12);
        expect(found[11]).toBeCloseTo(1, 9);
        found.forEach((share, month) => {
          expect(share).toBeGreaterThanOrEqual((found[month - 1] ?? 0) - 1e-12);
        });
      }),
    );
  });

  it('the plan ends at the goal in force in December, however often it changed', () => {
    const change = fc.record({
      month: fc.integer({ min: 1, max: 12 }).map((m) => `2026-${String(m).padStart(2, '0')}`),
      goal,
      high: fc.constant(null),
      grounds: fc.constant(''),
    });
    const mode = fc.constantFrom('cumulative' as const, 'point' as const);
    fc.assert(
      fc.property(
        spread,
        shares,
        goal,
        fc.array(change, { maxLength: 4 }),
        mode,
        goal,
        (...all) => {
          const [by, parts, first, goalChanges, counted, baseline] = all;
          const { run } = targetOf(
            { spread: by, shares: parts, goal: first, goalChanges, mode: counted, baseline },
            [],
          );
          const low = run.aims[11]?.low ?? 0;
          expect(Math.abs((run.plan[11]?.low ?? Number.NaN) - low)).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(low)) + 1e-6,
          );
        },
      ),
    );
  });
});
