import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorsOf, ratableRows } from '../../../shared/catalogue/catalogue';
import { edit } from '../../../shared/changes/records';
import {
  dimensionScore,
  leaderScores,
  ratingPeriodOf,
  sheetProgress,
  sheetStatus,
  teamScores,
} from '../../../shared/insight/score';
import { ratingId } from '../../../shared/model/rating';
import { booksOf, idOf, leader, ratings } from './books';

const month = '2026-11';
const [anna, ben, carl] = [idOf(1), idOf(2), idOf(3)];
const rated = (score: number | null, notApplicable = '') => ({
  score,
  notApplicable,
});

describe('dimension score', () => {
  it.each([
    { what: 'nothing rated', rows: [], score: null },
    {
      what: 'records without score',
      rows: [rated(null), undefined],
      score: null,
    },
    { what: 'a rated zero is a zero', rows: [rated(0)], score: 0 },
    {
      what: 'unrated is not zero',
      rows: [rated(80), rated(null), undefined],
      score: 80,
    },
    {
      what: 'not applicable is left out',
      rows: [rated(90), rated(10, '本期无')],
      score: 90,
    },
    {
      what: 'mean of the rated',
      rows: [rated(95), rated(80), rated(65)],
      score: 80,
    },
  ])('$what', ({ rows, score }) => {
    expect(dimensionScore(rows)).toBe(score);
  });

  it('stays within its ratings, rises with them and knows no order', () => {
    const rows = fc.array(
      fc.record({
        score: fc.option(fc.integer({ min: 0, max: 100 })),
        notApplicable: fc.constantFrom('', '', '本期无相关工作'),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, fc.nat(), (list, at) => {
        const score = dimensionScore(list);
        expect(dimensionScore([...list].reverse())).toBe(score);
        const counted = list.filter((row) => row.notApplicable === '' && row.score !== null);
        if (score === null) {
          expect(counted).toHaveLength(0);
          return;
        }
        expect(score).toBeGreaterThanOrEqual(Math.min(...counted.map((row) => row.score ?? 0)));
        expect(score).toBeLessThanOrEqual(Math.max(...counted.map((row) => row.score ?? 0)));
        const raised = list.map((row, index) =>
          index === at % list.length && row.score !== null
            ? { ...row, score: Math.min(100, row.score + 7) }
            : row,
        );
        expect(dimensionScore(raised)).toBeGreaterThanOrEqual(score);
      }),
    );
  });
});

describe('a leader’s sheet', () => {
  const books = booksOf(
    leader(1, '甲'),
    ...ratings(anna, month, { 'A1.1': 95, 'A1.2': 80, 'B2.1': 60, 'W0.1': 100, W5: 90 }, 'draft'),
    edit('rating', ratingId(anna, month, 'A1.3'), {
      score: 20,
      notApplicable: '本月无',
    }),
    edit('rating', ratingId(anna, month, 'A2.1'), { evidence: '有' }),
  );

  it('counts rated, not applicable and open rows of 45', () => {
    expect(ratableRows).toHaveLength(45);
    expect(sheetProgress(books, anna, month)).toEqual({
      rated: 5,
      notApplicable: 1,
      open: 39,
      total: 45,
    });
  });

  it('scores all eleven dimensions and leading by example', () => {
    const { scores, overall } = leaderScores(books, anna, month);
    expect([...scores.keys()]).toHaveLength(12);
    expect(scores.get('A1')).toBe(87.5);
    expect(scores.get('B2')).toBe(60);
    expect(scores.get('W')).toBe(95);
    expect(scores.get('A2')).toBeNull();
    expect(overall).toBe(73.75);
  });

  it('knows where the sheet stands', () => {
    expect(sheetStatus(books, anna, month)).toBe('draft');
    expect(sheetStatus(books, anna, '2026-10')).toBe('none');
  });
});

describe('the team', () => {
  const books = booksOf(
    ...ratings(anna, month, { 'A1.1': 90, 'B6.1': 50 }),
    ...ratings(ben, month, { 'A1.1': 70, 'A1.2': 80, W1: 60 }),
    ...ratings(carl, month, { 'A1.1': 10, 'A2.1': 10 }, 'draft'),
  );
  const team = teamScores(books, [anna, ben, carl], month);

  it('has a median and a spread of submitted sheets only', () => {
    expect(team.find(({ dimension }) => dimension === 'A1')).toEqual({
      dimension: 'A1',
      median: 82.5,
      low: 75,
      high: 90,
      count: 2,
    });
    expect(team.find(({ dimension }) => dimension === 'A2')?.count).toBe(0);
    expect(team.find(({ dimension }) => dimension === 'W')?.median).toBe(60);
  });

  it('leaves the private dimension out', () => {
    expect(indicatorsOf('B6')).toHaveLength(4);
    expect(team.map(({ dimension }) => dimension)).toEqual(
      'A1 A2 A3 A4 A5 B1 B2 B3 B4 B5 W'.split(' '),
    );
  });
});

describe('the rating period of a month', () => {
  it.each([
    { every: 'month' as const, period: '2026-11' },
    { every: 'quarter' as const, period: '2026-Q4' },
  ])('is $period when rated every $every', ({ every, period }) => {
    expect(ratingPeriodOf(booksOf(edit('unit', 'unit', { ratingEvery: every })), month)).toBe(
      period,
    );
  });
});

describe('weights, own and retired rows', () => {
  // A1 has three rows. Worked by hand: (90·3 + 60·1 + 70·1) / 5 = 80.
  const said = (row: string, month: string, fields: Parameters<typeof edit<'indicator'>>[2]) =>
    edit('indicator', `${row}:${month}`, fields);
  const scores = { 'A1.1': 90, 'A1.2': 60, 'A1.3': 70 };

  it.each([
    { what: 'equal weights', said: [], score: 220 / 3 },
    { what: 'one row counts three times', said: [said('A1.1', month, { weight: 3 })], score: 80 },
    {
      what: 'a retired row is left out',
      said: [said('A1.2', month, { retired: true })],
      score: 80,
    },
    {
      what: 'a row of the unit counts, by its weight: (90 + 60 + 70 + 50·2) / 5',
      said: [said('A1.101', month, { text: '本单位', weight: 2 })],
      score: 64,
    },
    {
      what: 'what holds from later on changes nothing before',
      said: [said('A1.1', '2026-12', { weight: 3 })],
      score: 220 / 3,
    },
    {
      what: 'the latest before it holds',
      said: [said('A1.1', '2026-01', { weight: 9 }), said('A1.1', '2026-10', { weight: 3 })],
      score: 80,
    },
  ])('$what', ({ said: edits, score }) => {
    const own = { 'A1.101': 50 };
    const state = booksOf(
      leader(1, '甲'),
      ...ratings(anna, month, { ...scores, ...own }),
      ...edits,
    );
    expect(leaderScores(state, anna, month).scores.get('A1')).toBeCloseTo(score, 9);
  });

  it('counts the rows of the period, and of a quarter those of its first month', () => {
    const state = booksOf(
      said('A1.1', '2026-10', { retired: true }),
      said('W101', '2026-11', { text: '本单位' }),
    );
    expect(sheetProgress(state, anna, '2026-09').total).toBe(45);
    expect(sheetProgress(state, anna, '2026-10').total).toBe(44);
    expect(sheetProgress(state, anna, '2026-11').total).toBe(45);
    expect(sheetProgress(state, anna, '2026-Q4').total).toBe(44);
  });

  it('keeps a weighted score within its ratings, whatever their order', () => {
    const row = fc.record({
      score: fc.integer({ min: 0, max: 100 }),
      weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const of = (list: typeof rows) =>
          dimensionScore(
            list.map(({ score }) => rated(score)),
            list.map(({ weight }) => weight),
          ) ?? Number.NaN;
        const all = rows.map(({ score }) => score);
        expect(of(rows)).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
        expect(of(rows)).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
        expect(of(rows.toReversed())).toBeCloseTo(of(rows), 9);
        const raised = rows.map((one, at) => (at === 0 ? { ...one, score: 100 } : one));
        expect(of(raised)).toBeGreaterThanOrEqual(of(rows) - 1e-9);
      }),
    );
  });
});
