import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import {
  isHandedIn,
  leaderScores,
  type MonthRow,
  scoreOverMonths,
  submittedScores,
  teamScores,
} from '../../../shared/insight/score';
import { indicatorId } from '../../../shared/model/indicator';
import { ratingId } from '../../../shared/model/rating';
import { booksOf, idOf, leader, ratings } from './books';

const [anna, ben, carl] = [idOf(1), idOf(2), idOf(3)];
const quarter = '2026-Q4';
const said = (row: string, month: string, fields: Parameters<typeof edit<'indicator'>>[2]) =>
  edit('indicator', indicatorId(row, month), fields);

/**
 * Worked by hand, dimension A1:
 *
 * | row    | weight              | Oct | Nov     | Dec         | mean | mean weight |
 * | ------ | ------------------- | --- | ------- | ----------- | ---- | ----------- |
 * | A1.1   | 1, from Nov on 3    | 90  | 80      | 70          | 80   | 7/3         |
 * | A1.2   | 1, retired from Dec | 60  | 80      | (10)        | 70   | 1           |
 * | A1.3   | 1                   | n/a | unrated | 40          | 40   | 1           |
 * | A1.101 | 2, new from Nov     |     | 50      | 70          | 60   | 2           |
 *
 * (80 · 7/3 + 70 + 40 + 60 · 2) / (7/3 + 1 + 1 + 2) = 1250 / 19
 */
const worked: Edit[] = [
  leader(1, '甲'),
  said('A1.1', '2026-11', { weight: 3 }),
  said('A1.2', '2026-12', { retired: true }),
  said('A1.101', '2026-11', { text: '本单位', weight: 2 }),
  ...ratings(anna, '2026-10', { 'A1.1': 90, 'A1.2': 60 }),
  edit('rating', ratingId(anna, '2026-10', 'A1.3'), { notApplicable: '本月无相关工作' }),
  ...ratings(anna, '2026-11', { 'A1.1': 80, 'A1.2': 80, 'A1.3': null, 'A1.101': 50 }),
  ...ratings(anna, '2026-12', { 'A1.1': 70, 'A1.2': 10, 'A1.3': 40, 'A1.101': 70 }),
];

describe('a quarter of submitted months', () => {
  it('has the mean of each row, by the weights and rows of each month', () => {
    const { scores, months, overall } = leaderScores(booksOf(...worked), anna, quarter);
    expect(months).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(scores.get('A1')).toBeCloseTo(1250 / 19, 9);
    expect(scores.get('A2')).toBeNull();
    expect(overall).toBeCloseTo(1250 / 19, 9);
  });

  it('leaves out a month that is not submitted', () => {
    // Without December: A1.1 (85, weight 2), A1.2 (70), A1.101 (50, weight 2): 340 / 5.
    const state = booksOf(...worked, edit('sheet', `${anna}:2026-12`, { status: 'draft' }));
    expect(leaderScores(state, anna, quarter).months).toEqual(['2026-10', '2026-11']);
    expect(leaderScores(state, anna, quarter).scores.get('A1')).toBeCloseTo(68, 9);
  });

  it('does not see the quarters beside it', () => {
    const state = booksOf(...worked, ...ratings(anna, '2026-09', { 'A1.1': 10 }));
    expect(leaderScores(state, anna, quarter).scores.get('A1')).toBeCloseTo(1250 / 19, 9);
    expect(leaderScores(state, anna, '2026-Q3').scores.get('A1')).toBe(10);
  });

  it('gives way to a sheet of its own, for others once that is submitted', () => {
    const draft = booksOf(...worked, ...ratings(anna, quarter, { 'A1.1': 55 }, 'draft'));
    expect(leaderScores(draft, anna, quarter).scores.get('A1')).toBe(55);
    expect(submittedScores(draft, anna, quarter)?.scores.get('A1')).toBeCloseTo(1250 / 19, 9);
    const own = booksOf(...worked, ...ratings(anna, quarter, { 'A1.1': 55 }));
    expect(submittedScores(own, anna, quarter)).toMatchObject({ months: [] });
    expect(submittedScores(own, anna, quarter)?.scores.get('A1')).toBe(55);
  });

  it('stands in the medians of the team', () => {
    const state = booksOf(
      ...ratings(anna, '2026-10', { 'A1.1': 90 }),
      ...ratings(anna, '2026-11', { 'A1.1': 70 }),
      ...ratings(ben, '2026-12', { 'A1.1': 60 }),
      ...ratings(carl, '2026-10', { 'A1.1': 1 }, 'draft'),
    );
    const team = teamScores(state, [anna, ben, carl], quarter);
    expect(team.find(({ dimension }) => dimension === 'A1')).toMatchObject({
      low: 60,
      median: 70,
      high: 80,
      count: 2,
    });
    expect(submittedScores(state, carl, quarter)).toBeUndefined();
    expect([anna, ben, carl].map((person) => isHandedIn(state, person, quarter))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('the score over any months', () => {
  const row: fc.Arbitrary<MonthRow> = fc.record({
    id: fc.constantFrom('A1.1', 'A1.2', 'A1.3', 'A1.101'),
    weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
    rating: fc.option(
      fc.record({
        score: fc.option(fc.integer({ min: 0, max: 100 })),
        notApplicable: fc.constantFrom('', '', '', '本期无相关工作'),
      }),
      { nil: undefined },
    ),
  });
  const month = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 4 });
  const months = fc.array(month, { minLength: 1, maxLength: 3 });
  const counted = (given: readonly (readonly MonthRow[])[]) =>
    given.flat().flatMap(({ rating }) => {
      const score = rating?.notApplicable === '' ? rating.score : null;
      return score === null ? [] : [score];
    });

  it('stays within what was rated, and is none where nothing was', () => {
    fc.assert(
      fc.property(months, (given) => {
        const score = scoreOverMonths(given);
        const scores = counted(given);
        if (score === null) {
          expect(scores).toEqual([]);
          return;
        }
        expect(score).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(score).toBeLessThanOrEqual(Math.min(100, Math.max(...scores) + 1e-9));
      }),
    );
  });

  it('knows no order', () => {
    fc.assert(
      fc.property(months, (given) => {
        const turned = given.toReversed().map((rows) => rows.toReversed());
        expect(scoreOverMonths(turned)).toBe(scoreOverMonths(given));
      }),
    );
  });

  it('never falls when a rating rises', () => {
    fc.assert(
      fc.property(months, fc.nat(), fc.integer({ min: 1, max: 100 }), (given, at, by) => {
        const size = given.flat().length;
        let place = -1;
        const raised = given.map((rows) =>
          rows.map((one): MonthRow => {
            place += 1;
            const score = one.rating?.score ?? null;
            return place !== at % size || !one.rating || score === null
              ? one
              : { ...one, rating: { ...one.rating, score: Math.min(100, score + by) } };
          }),
        );
        const before = scoreOverMonths(given);
        expect(scoreOverMonths(raised) ?? -1).toBeGreaterThanOrEqual((before ?? -1) - 1e-9);
      }),
    );
  });

  it('of one month is the score of its sheet', () => {
    const state = booksOf(...worked);
    const alone = leaderScores(state, anna, '2026-11').scores.get('A1');
    // (80 · 3 + 80 + 50 · 2) / 6
    expect(alone).toBeCloseTo(70, 9);
  });
});
