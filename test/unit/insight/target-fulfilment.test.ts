import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edit, recordOrDefault } from '../../../shared/changes/records';
import {
  targetCounts,
  targetFulfilment,
  targetSentence,
  targetsFulfilment,
} from '../../../shared/insight/target-fulfilment';
import type { FieldsOf } from '../../../shared/model/collections';
import { measurementId } from '../../../shared/model/target';
import { booksOf, idOf } from './books';

const id = idOf(7);
type Values = Readonly<Record<string, number | null>>;

function fulfilment(
  fields: FieldsOf<'target'>,
  values: Values,
  when: { today: string; month?: string },
) {
  const books = booksOf(
    edit('target', id, { name: '造林', year: 2026, ...fields }),
    ...Object.entries(values).map(([month, value]) =>
      edit('measurement', measurementId(id, month), { value }),
    ),
  );
  return targetFulfilment(books, recordOrDefault(books, 'target', id), when);
}

const november = { today: '2026-11-23' };
const sum = { mode: 'cumulative', direction: 'more' } as const;
const point = { mode: 'point', direction: 'more' } as const;
const ceiling = { mode: 'cumulative', direction: 'less' } as const;

describe('a target', () => {
  it.each([
    {
      what: 'nothing measured',
      fields: { ...sum, goal: 120 },
      values: {},
      expected: {
        state: 'no-data',
        actual: null,
        percent: null,
        expected: 100,
        elapsed: 10,
      },
    },
    {
      what: 'no goal yet',
      fields: { ...sum, goal: null },
      values: { '2026-01': 5 },
      expected: { state: 'no-data', actual: 5, percent: null, expected: null },
    },
    {
      what: 'a sum on track: the running month counts once it is measured',
      fields: { ...sum, goal: 120 },
      values: { '2026-03': 60, '2026-10': 40 },
      expected: {
        state: 'on-track',
        actual: 100,
        expected: 100,
        elapsed: 10,
        latest: '2026-10',
      },
    },
    {
      what: 'a sum behind: November is measured and counts',
      fields: { ...sum, goal: 120 },
      values: { '2026-10': 100, '2026-11': 0 },
      expected: { state: 'behind', actual: 100, expected: 110, elapsed: 11 },
    },
    {
      what: 'a sum reached before the year is over',
      fields: { ...sum, goal: 120, baseline: 90 },
      values: { '2026-05': 150 },
      expected: { state: 'reached', actual: 150, percent: 125 },
    },
    {
      what: 'decimals add up without dust',
      fields: { ...sum, goal: 0.3 },
      values: { '2026-01': 0.1, '2026-02': 0.2 },
      expected: { state: 'reached', actual: 0.3 },
    },
    {
      what: 'the latest point counts, and moves evenly from the baseline',
      fields: { ...point, baseline: 60, goal: 84 },
      values: { '2026-01': 84, '2026-10': 80 },
      expected: { state: 'on-track', actual: 80, expected: 80 },
    },
    {
      what: 'a negative baseline: the share of the way',
      fields: { ...point, baseline: -6, goal: 6 },
      values: { '2026-10': 3 },
      expected: { state: 'behind', actual: 3, expected: 4, percent: 75 },
    },
    {
      what: 'up to a goal of zero',
      fields: { ...point, baseline: -12, goal: 0 },
      values: { '2026-10': -2 },
      expected: { state: 'on-track', expected: -2, percent: (10 / 12) * 100 },
    },
    {
      what: 'down to a goal of zero',
      fields: { ...point, direction: 'less' as const, baseline: 12, goal: 0 },
      values: { '2026-10': 3 },
      expected: { state: 'behind', expected: 2, percent: 75 },
    },
    {
      what: 'less, already low enough',
      fields: { ...point, direction: 'less' as const, baseline: 3, goal: 2 },
      values: { '2026-10': 2 },
      expected: { state: 'reached', percent: 100 },
    },
    {
      what: 'less, a quarter above the goal',
      fields: { ...point, direction: 'less' as const, goal: 4 },
      values: { '2026-10': 5 },
      expected: { state: 'behind', expected: 4, percent: 75 },
    },
    {
      what: 'a ceiling kept is on track, reached only at year end',
      fields: { ...ceiling, goal: 12 },
      values: { '2026-10': 9 },
      expected: { state: 'on-track', expected: 10, percent: 100 },
    },
    {
      what: 'a ceiling of zero that was broken',
      fields: { ...ceiling, goal: 0 },
      values: { '2026-02': 1 },
      expected: { state: 'behind', percent: 0 },
    },
    {
      what: 'a total to be kept from falling below zero',
      fields: { ...sum, goal: 0 },
      values: { '2026-02': -1 },
      expected: { state: 'behind', actual: -1, expected: 0, percent: null },
    },
    {
      what: 'a total of zero that held',
      fields: { ...sum, goal: 0 },
      values: { '2026-02': 3, '2026-03': -3 },
      expected: { state: 'reached', actual: 0, percent: 100 },
    },
    {
      what: 'a total to be brought down below zero: half of the way',
      fields: { ...ceiling, goal: -12 },
      values: { '2026-02': -6 },
      expected: { state: 'behind', expected: -10, percent: 50 },
    },
    {
      what: 'a ceiling of zero that held',
      fields: { ...ceiling, goal: 0 },
      values: { '2026-02': 0 },
      expected: { state: 'on-track', percent: 100 },
    },
  ])('$what', ({ fields, values, expected }) => {
    expect(fulfilment(fields, values, november)).toMatchObject(expected);
  });

  it.each([
    { goal: 10, value: 10, state: 'reached' },
    { goal: 10, value: 9, state: 'overdue' },
    { goal: 10, value: null, state: 'no-data' },
  ])('of a year that is over, $value of $goal: $state', ({ goal, value, state }) => {
    const found = fulfilment(
      { ...sum, goal },
      { '2026-12': value },
      {
        today: '2027-01-04',
        month: '2026-12',
      },
    );
    expect(found).toMatchObject({ state, elapsed: 12 });
  });

  it('of an earlier month does not see what came later', () => {
    const values = { '2026-01': 5, '2026-02': 5, '2026-06': 90 };
    const found = fulfilment({ ...sum, goal: 120 }, values, {
      ...november,
      month: '2026-03',
    });
    expect(found).toMatchObject({
      actual: 10,
      elapsed: 3,
      missing: ['2026-03'],
      latest: '2026-02',
    });
  });

  it('lists months without a value: missing is not zero', () => {
    const found = fulfilment(
      { ...sum, goal: 12 },
      { '2026-01': 1, '2026-03': 0 },
      {
        today: '2026-05-10',
      },
    );
    expect(found.missing).toEqual(['2026-02', '2026-04']);
    expect(found.actual).toBe(1);
  });

  describe('that was corrected', () => {
    it.each([
      ['counts as corrected', [{ month: '2026-10', value: 40 }], 100, ['2026-01']],
      [
        'more than once: the last word counts',
        [
          { month: '2026-10', value: 400 },
          { month: '2026-10', value: 35 },
        ],
        95,
        ['2026-01'],
      ],
      [
        'and taken back: the month is missing again',
        [{ month: '2026-03', value: null }],
        35,
        ['2026-01', '2026-03'],
      ],
      ['in a month that had none', [{ month: '2026-01', value: 5 }], 100, []],
    ] as const)('%s', (_what, corrections, actual, missing) => {
      const entered: [string, number][] = [
        ['2026-03', 60],
        ['2026-10', 35],
      ];
      const others = ['02', '04', '05', '06', '07', '08', '09'].map((month) => `2026-${month}`);
      const books = booksOf(
        edit('target', id, { year: 2026, goal: 120 }),
        ...[...entered, ...others.map((month) => [month, 0] as const)].map(([month, value]) =>
          edit('measurement', measurementId(id, month), { value }),
        ),
        ...corrections.map(({ month, value }) =>
          edit('measurement', measurementId(id, month), { value, correction: '漏计' }),
        ),
      );
      const found = targetFulfilment(books, recordOrDefault(books, 'target', id), november);
      expect(found.actual).toBe(actual);
      // November is not over and not measured.
      expect(found.missing).toEqual(missing);
    });
  });

  it('never loses by more, or wins by more where less is better', () => {
    const order = ['overdue', 'behind', 'on-track', 'reached'];
    const number = fc.integer({ min: -200, max: 200 });
    const any = fc.record({
      mode: fc.constantFrom('cumulative' as const, 'point' as const),
      direction: fc.constantFrom('more' as const, 'less' as const),
      goal: number,
      baseline: fc.option(number),
    });
    fc.assert(
      fc.property(any, number, fc.integer({ min: 1, max: 100 }), (fields, value, by) => {
        const [small, great] = [value, value + by].map((one) =>
          fulfilment(fields, { '2026-10': one }, november),
        );
        const [worse, better] = fields.direction === 'more' ? [small, great] : [great, small];
        expect(order.indexOf(better?.state ?? '')).toBeGreaterThanOrEqual(
          order.indexOf(worse?.state ?? ''),
        );
        for (const percent of [worse?.percent, better?.percent]) {
          if (typeof percent === 'number') expect(percent).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('all targets of a year', () => {
  const books = booksOf(
    edit('target', idOf(1), { year: 2026, goal: 10, order: 2 }),
    edit('target', idOf(2), { year: 2026, goal: 10, order: 1 }),
    edit('target', idOf(3), { year: 2025, goal: 10 }),
    edit('measurement', measurementId(idOf(1), '2026-10'), { value: 10 }),
  );

  it('come in their order, without those of other years', () => {
    const ids = targetsFulfilment(books, november).map(({ target }) => target.id);
    expect(ids).toEqual([idOf(2), idOf(1)]);
  });

  it('are counted', () => {
    expect(targetCounts(targetsFulfilment(books, november))).toEqual({
      total: 2,
      onTrack: 1,
      reached: 1,
      behind: 0,
      overdue: 0,
      noData: 1,
    });
  });
});

describe('the sentence of counts', () => {
  const counts = {
    total: 12,
    onTrack: 9,
    reached: 2,
    behind: 2,
    overdue: 1,
    noData: 0,
  };

  it.each([
    { counts, zh: '12项目标中9项达到进度，2项滞后，1项逾期。' },
    {
      counts: { ...counts, behind: 0, overdue: 0, noData: 3 },
      zh: '12项目标中9项达到进度，3项尚无数据。',
    },
    { counts: { ...counts, total: 0 }, zh: '' },
  ])('$zh', ({ counts, zh }) => {
    expect(targetSentence(counts).zh).toBe(zh);
  });

  it('is there in English', () => {
    expect(targetSentence(counts).en).toBe('Of 12 targets, 9 on track, 2 behind, 1 overdue.');
  });
});
