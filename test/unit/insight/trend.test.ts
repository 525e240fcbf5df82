import { describe, expect, it } from 'vitest';
import { lastChange, leaderTrend, teamTrend } from '../../../shared/insight/trend';
import { booksOf, idOf, ratings } from './books';

const [anna, ben] = [idOf(1), idOf(2)];
const periods = ['2026-09', '2026-10', '2026-11'];
const books = booksOf(
  ...ratings(anna, '2026-09', { 'A1.1': 60, 'B6.1': 40 }),
  ...ratings(anna, '2026-11', { 'A1.1': 80 }),
  ...ratings(ben, '2026-11', { 'A1.1': 90 }),
);

describe('trend', () => {
  it('of a leader has a gap where nothing was rated', () => {
    const trend = leaderTrend(books, anna, periods);
    expect(trend.get('A1')?.map(({ score }) => score)).toEqual([60, null, 80]);
    expect(trend.get('A1')?.map(({ period }) => period)).toEqual(periods);
    expect(trend.get('B6')?.map(({ score }) => score)).toEqual([40, null, null]);
  });

  it('of the team is the median, without the private dimension', () => {
    const trend = teamTrend(books, [anna, ben], periods);
    expect(trend.get('A1')?.map(({ score }) => score)).toEqual([60, null, 85]);
    expect(trend.has('B6')).toBe(false);
  });

  it.each([
    { scores: [], change: null },
    { scores: [60], change: null },
    { scores: [60, null, 80], change: 20 },
    { scores: [90, 60, 50, null], change: -10 },
  ])('last change of $scores is $change', ({ scores, change }) => {
    const points = scores.map((score) => ({ period: '2026-11', score }));
    expect(lastChange(points)).toBe(change);
  });
});
